import type { Clock } from '@ledgerferry/core';

/** A clock that moves only when told, and remembers every sleep. */
export function createVirtualClock(start = 1_000_000) {
  let now = start;
  const sleepers: { wakesAt: number; wake: () => void }[] = [];
  const slept: number[] = [];
  const clock: Clock = {
    now: () => now,
    sleep: (ms) => {
      slept.push(ms);
      return new Promise((wake) => sleepers.push({ wakesAt: now + ms, wake }));
    },
  };
  async function advance(ms: number): Promise<void> {
    const end = now + ms;
    for (;;) {
      await settle();
      const next = sleepers
        .filter(({ wakesAt }) => wakesAt <= end)
        .sort((left, right) => left.wakesAt - right.wakesAt)[0];
      if (next === undefined) break;
      sleepers.splice(sleepers.indexOf(next), 1);
      now = Math.max(now, next.wakesAt);
      next.wake();
    }
    now = end;
  }
  return { clock, advance, slept };
}

/** A clock whose sleeps take no time but move it on. */
export function createInstantClock(start = 1_000_000) {
  let now = start;
  const slept: number[] = [];
  const clock: Clock = {
    now: () => now,
    sleep: (ms) => {
      slept.push(ms);
      now += ms;
      return Promise.resolve();
    },
  };
  return { clock, slept };
}

function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
