import { FAULT_KINDS } from '../faults/fault-kinds.js';
import type { Boundary } from '../world/boundary.js';
import type { LedgerClass } from '../world/ledger-classes.js';
import { simulatedCase, type SimulatedCase } from './simulated-case.js';

/** Every kind of fault at every boundary where it can strike. */
export function singleFaults(
  { id: ledgerClass, cannotSurvive }: LedgerClass,
  boundaries: readonly Boundary[],
): readonly SimulatedCase[] {
  return boundaries.flatMap((boundary, index) =>
    FAULT_KINDS.filter((kind) => kind.strikes(boundary) && !cannotSurvive.includes(kind.id)).map((kind) =>
      simulatedCase(ledgerClass, [{ process: 1, boundary: index + 1, kind: kind.id }]),
    ),
  );
}
