import { deathsOf } from './cases/crash-pairs.js';
import { randomSchedule } from './cases/random-schedule.js';
import { tryRecoveryFaults } from './cases/recovery-faults.js';
import { caseById, simulatedCase, type SimulatedCase } from './cases/simulated-case.js';
import { singleFaults } from './cases/single-faults.js';
import type { CaseResult } from './run-case.js';
import type { Boundary } from './world/boundary.js';
import { ledgerClass, type LedgerClassId } from './world/ledger-classes.js';

/** A share of the work, as data: it goes to another thread. `every` thins it out: 1 for all of it. */
export type Task =
  | {
      readonly part: 'single faults';
      readonly ledgerClass: LedgerClassId;
      readonly every: number;
      readonly offset: number;
    }
  | { readonly part: 'recovery faults'; readonly ledgerClass: LedgerClassId }
  | {
      readonly part: 'crash pairs';
      readonly ledgerClass: LedgerClassId;
      readonly every: number;
      readonly first: number;
    }
  | { readonly part: 'random schedules'; readonly from: number; readonly to: number }
  | { readonly part: 'kept cases'; readonly ids: readonly string[] };

type Live = (simulated: SimulatedCase) => Promise<CaseResult>;

/** What one process uses of the outside when nothing goes wrong. */
export async function usualBoundaries(id: LedgerClassId, live: Live): Promise<readonly Boundary[]> {
  const { world } = await live(simulatedCase(id, []));
  return world.processes[0]?.boundaries ?? [];
}

/** Lives through every case of a task. */
export async function perform(task: Task, live: Live): Promise<void> {
  switch (task.part) {
    case 'single faults': {
      const cases = singleFaults(ledgerClass(task.ledgerClass), await usualBoundaries(task.ledgerClass, live));
      for (const [index, simulated] of cases.entries()) if (index % task.every === task.offset) await live(simulated);
      return;
    }
    case 'recovery faults':
      return tryRecoveryFaults(ledgerClass(task.ledgerClass), await usualBoundaries(task.ledgerClass, live), live);
    case 'crash pairs':
      return tryCrashPairs(task, live);
    case 'random schedules':
      for (let seed = task.from; seed < task.to; seed++) await live(randomSchedule(seed));
      return;
    case 'kept cases':
      for (const id of task.ids) await live(caseById(id));
      return;
  }
}

/** One way for the first process to die, and after it every way for the second. */
async function tryCrashPairs(
  { ledgerClass: id, every, first }: Extract<Task, { part: 'crash pairs' }>,
  live: Live,
): Promise<void> {
  const death = deathsOf(1, await usualBoundaries(id, live))[first];
  if (!death) return;
  const { world } = await live(simulatedCase(id, [death]));
  const second = deathsOf(2, world.processes[1]?.boundaries ?? []);
  for (const [index, next] of second.entries()) {
    if (index % every === 0) await live(simulatedCase(id, [death, next]));
  }
}
