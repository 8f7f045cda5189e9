import type { Clock } from '@ledgerferry/core';

/** A clock whose sleeps take no time but move it on. */
export function createInstantClock(start = Date.parse('2026-03-16T08:00:00Z')) {
  let now = start;
  const slept: number[] = [];
  const clock: Clock = {
    now: () => now,
    sleep: (ms) => {
      slept.push(ms);
      now += ms;
      return new Promise((resolve) => setImmediate(resolve));
    },
  };
  return { clock, slept };
}
