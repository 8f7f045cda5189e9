import { describe, expect, test } from 'vitest';
import type { SimulatedCase } from '../src/cases/simulated-case.js';
import { isClean } from '../src/judge.js';
import { KEPT_CASES } from '../src/kept-cases.js';
import { runCase } from '../src/run-case.js';
import { perform, usualBoundaries, type Task } from '../src/tasks.js';
import { LEDGER_CLASSES } from '../src/world/ledger-classes.js';

/** How often one job of twelve entries uses the outside. Whoever changes it changes what a job costs. */
const USUAL_BOUNDARIES = { key: 69, 'external-id': 66, lag: 69, nothing: 43 };

/** Lives through a task; answers how many cases there were and the ids of those that went wrong. */
async function outcomeOf(task: Task): Promise<{ readonly cases: number; readonly wrong: readonly string[] }> {
  let cases = 0;
  const wrong: string[] = [];
  await perform(task, async (simulated: SimulatedCase) => {
    const result = await runCase(simulated);
    cases += 1;
    if (!isClean(result.verdict)) wrong.push(`${simulated.id} ${JSON.stringify(result.verdict)}`);
    return result;
  });
  return { cases, wrong };
}

describe.each(LEDGER_CLASSES)('in a ledger with $name', ({ id: ledgerClass }) => {
  test('a job without faults uses the outside as often as it must', async () => {
    expect(await usualBoundaries(ledgerClass, runCase)).toHaveLength(USUAL_BOUNDARIES[ledgerClass]);
  });

  test('every fifteenth fault at every boundary leaves the books right', async () => {
    const { cases, wrong } = await outcomeOf({ part: 'single faults', ledgerClass, every: 15, offset: 7 });
    expect(wrong).toEqual([]);
    expect(cases).toBeGreaterThan(50);
  });

  test('two crashes, one in the recovery from the other, leave the books right', async () => {
    for (let first = 3; first < USUAL_BOUNDARIES[ledgerClass]; first += 12) {
      const { wrong } = await outcomeOf({ part: 'crash pairs', ledgerClass, every: 12, first });
      expect(wrong).toEqual([]);
    }
  });
});

test('three hundred random schedules leave the books right', async () => {
  const { cases, wrong } = await outcomeOf({ part: 'random schedules', from: 1, to: 301 });
  expect(wrong).toEqual([]);
  expect(cases).toBe(300);
});

test('every case that ever failed passes', async () => {
  const { cases, wrong } = await outcomeOf({ part: 'kept cases', ids: KEPT_CASES.map(({ id }) => id) });
  expect(wrong).toEqual([]);
  expect(cases).toBe(KEPT_CASES.length);
});
