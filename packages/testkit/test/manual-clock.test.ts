import { expect, test } from 'vitest';
import { createManualClock } from '../src/manual-clock.js';

test('wakes sleepers in the order of their times, at their times', async () => {
  const clock = createManualClock({ start: 0 });
  const woken: [string, number][] = [];
  const sleep = async (name: string, ms: number) => {
    await clock.sleep(ms);
    woken.push([name, clock.now()]);
  };
  const sleeping = [sleep('late', 300), sleep('early', 100), sleep('later', 1_000)];
  await clock.advance(500);
  expect(woken).toEqual([
    ['early', 100],
    ['late', 300],
  ]);
  expect([clock.now(), clock.sleepers()]).toEqual([500, 1]);
  expect(clock.slept).toEqual([300, 100, 1_000]);
  await clock.advance(500);
  await Promise.all(sleeping);
});

test('with jumps, hours of sleep pass by themselves', async () => {
  const clock = createManualClock({ start: 0, jumps: true });
  const sleepTwice = async (ms: number) => {
    await clock.sleep(ms);
    await clock.sleep(ms);
    return clock.now();
  };
  expect(await Promise.all([sleepTwice(3_600_000), sleepTwice(1_000)])).toEqual([7_200_000, 2_000]);
});

test('an aborted sleeper wakes at once', async () => {
  const clock = createManualClock();
  const controller = new AbortController();
  const sleeping = clock.sleep(1_000, controller.signal);
  controller.abort();
  await sleeping;
  await clock.sleep(1_000, controller.signal);
  expect(clock.sleepers()).toBe(0);
});
