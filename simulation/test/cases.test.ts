import { expect, test } from 'vitest';
import { randomSchedule } from '../src/cases/random-schedule.js';
import { caseById } from '../src/cases/simulated-case.js';
import { runCase } from '../src/run-case.js';
import { nameOf } from '../src/world/boundary.js';

test('an id says all there is to a case', () => {
  for (let seed = 1; seed <= 50; seed++) {
    const simulated = randomSchedule(seed);
    expect(caseById(simulated.id)).toEqual(simulated);
  }
});

test('a seed stands for the same history every time', async () => {
  const lives = async () => {
    const { world } = await runCase(randomSchedule(17));
    return world.processes.map(({ boundaries }) => boundaries.map(nameOf).join(' '));
  };
  expect(await lives()).toEqual(await lives());
});

test('an unknown kind of fault, class or form is refused by name', () => {
  expect(() => caseById('key:1-3-earthquake')).toThrow('earthquake');
  expect(() => caseById('abacus:1-3-crash-before')).toThrow('abacus');
});
