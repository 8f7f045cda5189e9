import { expect, test } from 'vitest';
import { leastMakespan, type Limits, type Stage } from '../../src/makespan/least-makespan.ts';

const LIMITS: Limits = { concurrent: 5, perMinute: 60, perDay: 5_000, latencyMs: 800 };

function calls(number: number, stage: Partial<Stage> = {}): Stage {
  return { name: 'calls', calls: number, after: 'all', ...stage };
}

test('five calls at once take as long as one, the sixth as long again', () => {
  expect(leastMakespan([calls(5)], LIMITS, 60_000)).toBe(800);
  expect(leastMakespan([calls(6)], LIMITS, 60_000)).toBe(1_600);
});

test('the sixty-first call begins with the next minute of the far end', () => {
  expect(leastMakespan([calls(60)], LIMITS, 25_000)).toBe(9_600);
  expect(leastMakespan([calls(61)], LIMITS, 25_000)).toBe(25_800);
  expect(leastMakespan([calls(121)], LIMITS, 25_000)).toBe(85_800);
});

test('calls of a minute that ended on the way do not count in the next', () => {
  expect(leastMakespan([calls(70)], LIMITS, 4_000)).toBe(11_200);
});

test('without a limit a minute only the calls in flight count', () => {
  expect(leastMakespan([calls(1_000)], { ...LIMITS, perMinute: null, perDay: null }, 0)).toBe(160_000);
});

test('a stage waits for all calls of the one before, or for the first', () => {
  expect(leastMakespan([calls(6), calls(1)], LIMITS, 60_000)).toBe(2_400);
  expect(leastMakespan([calls(6), calls(1, { after: 'first' })], LIMITS, 60_000)).toBe(1_600);
});

test('a stage without calls holds nothing up', () => {
  expect(leastMakespan([calls(6), calls(0, { notBeforeMs: 65_000 }), calls(1)], LIMITS, 60_000)).toBe(2_400);
});

test('a stage that has to settle begins no earlier than that', () => {
  expect(leastMakespan([calls(1), calls(1, { notBeforeMs: 65_000 })], LIMITS, 60_000)).toBe(65_800);
});

test('what does not fit into a day has no makespan', () => {
  expect(() => leastMakespan([calls(5_001)], LIMITS, 60_000)).toThrow('5001 calls do not fit into a day of 5000');
});
