import type { Clock } from '@ledgerferry/core';

/** A clock that a test owns. */
export interface ManualClock extends Clock {
  /** Moves the time forward and wakes, in order, everyone whose time has come. */
  advance(ms: number): Promise<void>;
  /** Moves the time forward at one go, as for a machine that was asleep: who should have woken wakes late. */
  leap(ms: number): void;
  /** How long everybody slept so far, in milliseconds, in the order in which they lay down. */
  readonly slept: readonly number[];
  /** How many sleepers wait. */
  sleepers(): number;
}

/** How a manual clock behaves. */
export interface ManualClockOptions {
  /** Milliseconds since the epoch. Default: 2026-03-11T09:00:00Z. */
  readonly start?: number;
  /** When everybody sleeps, the time jumps to the first who wakes, so that nothing need call `advance`. Default: false. */
  readonly jumps?: boolean;
}

interface Sleeper {
  readonly until: number;
  readonly wake: () => void;
}

/** Makes a clock that stands still until it is told to move. No real time passes. */
export function createManualClock(options: ManualClockOptions = {}): ManualClock {
  let now = options.start ?? Date.UTC(2026, 2, 11, 9);
  const sleepers: Sleeper[] = [];
  const slept: number[] = [];

  const earliest = (limit: number) =>
    sleepers.reduce<Sleeper | undefined>(
      (first, sleeper) => (sleeper.until <= limit && (!first || sleeper.until < first.until) ? sleeper : first),
      undefined,
    );
  const wakeEarliest = (limit: number) => {
    const sleeper = earliest(limit);
    if (!sleeper) return false;
    now = Math.max(now, sleeper.until);
    sleeper.wake();
    return true;
  };

  return {
    now: () => now,
    slept,
    sleepers: () => sleepers.length,
    leap: (ms) => {
      now += ms;
    },
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) return resolve();
        slept.push(ms);
        const wake = () => {
          const place = sleepers.indexOf(sleeper);
          if (place !== -1) sleepers.splice(place, 1);
          signal?.removeEventListener('abort', wake);
          resolve();
        };
        const sleeper: Sleeper = { until: now + ms, wake };
        sleepers.push(sleeper);
        signal?.addEventListener('abort', wake);
        // two turns of the event loop: whatever a just-woken sleeper starts gets to sleep before the time jumps on
        if (options.jumps) setImmediate(() => setImmediate(() => wakeEarliest(Infinity)));
      }),
    async advance(ms) {
      const target = now + ms;
      await turnOfTheEventLoop();
      while (wakeEarliest(target)) await turnOfTheEventLoop();
      now = target;
      await turnOfTheEventLoop();
    },
  };
}

function turnOfTheEventLoop(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
