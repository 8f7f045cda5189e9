import type { Fault } from '../faults/fault-kind.js';
import { kindOf } from '../faults/fault-kinds.js';
import { ledgerClass, type LedgerClassId } from '../world/ledger-classes.js';

/** One history to be lived through: everything that differs between two runs of the simulation. */
export interface SimulatedCase {
  /** Says all there is to it, and repeats it: `lag+twice:1-12-crash-before:2-3-429`. */
  readonly id: string;
  readonly ledgerClass: LedgerClassId;
  readonly faults: readonly Fault[];
  /** Decides how long each use of the outside takes, and so what overtakes what. Null: no time at all, in order. */
  readonly latencySeed: number | null;
  /** False where each start happens on another machine. */
  readonly sameMachine: boolean;
  /** A bookkeeper exports everything once more after the end. */
  readonly exportedTwice: boolean;
}

type Circumstances = Pick<SimulatedCase, 'latencySeed' | 'sameMachine' | 'exportedTwice'>;

/** A case of these faults. Default: no time passes, on one machine, everything is exported once. */
export function simulatedCase(
  ledgerClassId: LedgerClassId,
  faults: readonly Fault[],
  circumstances: Partial<Circumstances> = {},
): SimulatedCase {
  const { latencySeed = null, sameMachine = true, exportedTwice = false } = circumstances;
  const marks = [
    ledgerClassId,
    ...(exportedTwice ? ['twice'] : []),
    ...(sameMachine ? [] : ['elsewhere']),
    ...(latencySeed === null ? [] : [`latency${latencySeed}`]),
  ];
  const places = faults.map(({ process, boundary, kind }) => `${process}-${boundary}-${kind}`);
  const id = [marks.join('+'), ...places].join(':');
  return { id, ledgerClass: ledgerClassId, faults, latencySeed, sameMachine, exportedTwice };
}

/** The case that an id stands for. @throws where it stands for none. */
export function caseById(id: string): SimulatedCase {
  const [head = '', ...places] = id.split(':');
  const [classId = '', ...marks] = head.split('+');
  const latency = marks.find((mark) => mark.startsWith('latency'));
  return simulatedCase(ledgerClass(classId).id, places.map(readFault), {
    exportedTwice: marks.includes('twice'),
    sameMachine: !marks.includes('elsewhere'),
    latencySeed: latency === undefined ? null : Number(latency.slice('latency'.length)),
  });
}

function readFault(place: string): Fault {
  const [, process, boundary, kind = ''] = /^(\d+)-(\d+)-(.+)$/.exec(place) ?? [];
  return { process: Number(process), boundary: Number(boundary), kind: kindOf({ kind }).id };
}
