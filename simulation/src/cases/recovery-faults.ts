import { FAULT_KINDS } from '../faults/fault-kinds.js';
import type { Fault } from '../faults/fault-kind.js';
import type { CaseResult } from '../run-case.js';
import { nameOf, type Boundary } from '../world/boundary.js';
import type { LedgerClass } from '../world/ledger-classes.js';
import { simulatedCase, type SimulatedCase } from './simulated-case.js';

/** What leads a run where none goes without faults: look-ups of receipts, jobs that are over, earlier jobs. */
const LEADS = ['crash-after-effect', 'store-deleted', 'job-cancelled', 'token-expired'];

/** A use of the outside that only recovery makes, and what led there. */
interface Discovery {
  readonly lead: Fault;
  readonly place: { readonly process: number; readonly boundary: number };
  readonly boundary: Boundary;
}

/** Looks for boundaries that a run without faults does not have, then lets every kind of fault strike there. */
export async function tryRecoveryFaults(
  { id: ledgerClass, cannotSurvive }: LedgerClass,
  usual: readonly Boundary[],
  live: (simulated: SimulatedCase) => Promise<CaseResult>,
): Promise<void> {
  const discoveries = new Map<string, Discovery>();
  const known = new Set(usual.map(nameOf));
  for (const lead of leads(usual)) {
    const { world } = await live(simulatedCase(ledgerClass, [lead], { exportedTwice: true }));
    for (const [index, process] of world.processes.entries()) {
      const at = process.boundaries.findIndex((boundary) => !known.has(nameOf(boundary)));
      const boundary = process.boundaries[at];
      if (!boundary || discoveries.has(nameOf(boundary))) continue;
      discoveries.set(nameOf(boundary), { lead, place: { process: index + 1, boundary: at + 1 }, boundary });
    }
  }
  for (const { lead, place, boundary } of discoveries.values()) {
    for (const kind of FAULT_KINDS) {
      if (!kind.strikes(boundary) || cannotSurvive.includes(kind.id)) continue;
      await live(simulatedCase(ledgerClass, [lead, { ...place, kind: kind.id }], { exportedTwice: true }));
    }
  }
}

function leads(usual: readonly Boundary[]): readonly Fault[] {
  return usual.flatMap((boundary, index) =>
    FAULT_KINDS.filter((kind) => LEADS.includes(kind.id) && kind.strikes(boundary)).map(({ id }) => ({
      kind: id,
      process: 1,
      boundary: index + 1,
    })),
  );
}
