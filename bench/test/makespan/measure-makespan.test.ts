import { expect, test } from 'vitest';
import type { Scenario } from '../../src/makespan/far-end.ts';
import { measureMakespan } from '../../src/makespan/measure-makespan.ts';
import { xero } from '../../src/makespan/xero.ts';

const HUNDRED: Scenario = { items: 100, receipts: 80, newSuppliers: 0, isFirst: false, minuteEndsInMs: 21_900 };

test('a hundred entries with eighty receipts take Xero hardly longer than the least, at the price of one refused call', async () => {
  const { ratio, holds, ...measured } = await measureMakespan(xero, HUNDRED);
  expect(ratio).toBeLessThanOrEqual(1.05);
  expect(measured).toMatchObject({
    calls: 88,
    leastCalls: { all: 88 },
    refused: 1,
    mostInFlight: 5,
    mostInAMinute: 60,
  });
  expect(holds).toBe(true);
});

test('no call is refused where the minute ends before it is spent', async () => {
  const measured = await measureMakespan(xero, { ...HUNDRED, minuteEndsInMs: 7_300 });
  expect(measured).toMatchObject({ calls: 88, makespanSeconds: 15.2, leastSeconds: 15.2, ratio: 1, refused: 0 });
});

test('the first job of a company waits until what others may have sent has settled, and no longer', async () => {
  const measured = await measureMakespan(xero, { ...HUNDRED, receipts: 0, newSuppliers: 20, isFirst: true });
  // 65 s, two rounds of look-ups, the contacts, their creation, the entries
  expect(measured).toMatchObject({ calls: 16, leastCalls: { all: 16 }, makespanSeconds: 69, leastSeconds: 69 });
});
