import { FAULT_KINDS } from './faults/fault-kinds.js';
import type { Boundary } from './world/boundary.js';

/** Uses of the outside that only recovery makes; the others are counted in a run without faults. */
const RECOVERY_BOUNDARIES = ['pleo.job', 'ledger.findAttachments', 'store.noteCarriedElsewhere'];

/** Cells of the table boundary x kind of fault that no case reached, though the kind can strike there. */
export function emptyCells(boundaries: readonly string[], strikes: ReadonlyMap<string, number>): readonly string[] {
  return [...boundaries, ...RECOVERY_BOUNDARIES].flatMap((name) =>
    FAULT_KINDS.filter((kind) => kind.strikes(boundaryOf(name)) && !strikes.has(`${name}|${kind.id}`)).map(
      (kind) => `${name} x ${kind.id}`,
    ),
  );
}

function boundaryOf(name: string): Boundary {
  const [port = '', method = ''] = name.split('.');
  return { port: port as Boundary['port'], method };
}
