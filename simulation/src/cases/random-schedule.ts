import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Fault } from '../faults/fault-kind.js';
import { FAULT_KINDS } from '../faults/fault-kinds.js';
import { LEDGER_CLASSES } from '../world/ledger-classes.js';
import { simulatedCase, type SimulatedCase } from './simulated-case.js';

const MOST_FAULTS = 6;
const PROCESSES = 3;
/** A little beyond the longest run without faults. */
const BOUNDARIES = 75;

/** The history that a seed stands for: up to six faults of any kind, anywhere in the first three processes, in a random order of events. */
export function randomSchedule(seed: number): SimulatedCase {
  const generator = xoroshiro128plus(seed);
  const upTo = (most: number): number => uniformInt(generator, 1, most);
  const ledgerClass = LEDGER_CLASSES[upTo(LEDGER_CLASSES.length) - 1] ?? fail(seed);
  const kinds = FAULT_KINDS.filter(({ id }) => !ledgerClass.cannotSurvive.includes(id));
  const faults = Array.from({ length: upTo(MOST_FAULTS) }, (): Fault => {
    const { id: kind } = kinds[upTo(kinds.length) - 1] ?? fail(seed);
    return { kind, process: upTo(PROCESSES), boundary: upTo(BOUNDARIES) };
  });
  return simulatedCase(ledgerClass.id, faults, {
    latencySeed: seed,
    sameMachine: upTo(4) > 1,
    exportedTwice: upTo(4) === 1,
  });
}

function fail(seed: number): never {
  throw new Error(`Seed ${seed} stands for nothing.`);
}
