import type { Clock } from '@ledgerferry/core';
import { countRequestsUnderWay } from './requests-under-way.ts';

/** One time for a job and the far end it posts to. It stands still while anything is being done. */
export interface VirtualTime {
  /** The job's clock. */
  readonly clock: Clock;
  /** The same time for the far end: who sleeps by it holds a request. */
  readonly farEndClock: Clock;
  /** Lets time pass until `work` is done. */
  during<Result>(work: Promise<Result>): Promise<Result>;
  /** Moves on while nobody works. @throws where somebody sleeps. */
  leapTo(at: number): void;
}

interface Sleeper {
  readonly until: number;
  readonly wake: () => void;
}

/** Turns of the event loop after which nothing comes of waiting. */
const MOST_IDLE_TURNS = 1_000_000;

/** Makes a time that begins at `start`, in milliseconds since the epoch. */
export function createVirtualTime(start: number): VirtualTime {
  let now = start;
  let heldByFarEnd = 0;
  const sleepers = new Set<Sleeper>();
  const requests = countRequestsUnderWay();

  function sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const wake = () => {
        sleepers.delete(sleeper);
        signal?.removeEventListener('abort', wake);
        resolve();
      };
      const sleeper = { until: now + ms, wake };
      sleepers.add(sleeper);
      signal?.addEventListener('abort', wake);
    });
  }

  async function holdRequest(ms: number): Promise<void> {
    heldByFarEnd += 1;
    await sleep(ms);
    heldByFarEnd -= 1;
  }

  /** Every request is held by the far end, and whatever was to be done without waiting is done. */
  function isQuiet(): boolean {
    return requests.underWay() === heldByFarEnd;
  }

  /** False where nobody sleeps. */
  function wakeNext(): boolean {
    if (sleepers.size === 0) return false;
    now = Math.max(now, Math.min(...[...sleepers].map(({ until }) => until)));
    for (const sleeper of sleepers) if (sleeper.until <= now) sleeper.wake();
    return true;
  }

  return {
    clock: { now: () => now, sleep },
    farEndClock: { now: () => now, sleep: holdRequest },
    async during(work) {
      const job = { isDone: false };
      const finish = () => void (job.isDone = true);
      void work.then(finish, finish);
      for (let idleTurns = 0; !job.isDone; idleTurns += 1) {
        if (idleTurns > MOST_IDLE_TURNS) throw new Error('the job hangs: nobody works, and nobody sleeps');
        await turnOfTheEventLoop();
        await turnOfTheEventLoop();
        if (!job.isDone && isQuiet() && wakeNext()) idleTurns = 0;
      }
      return work;
    },
    leapTo(at) {
      if (sleepers.size > 0 || at < now) throw new Error('time passes by itself while somebody sleeps, and never back');
      now = at;
    },
  };
}

function turnOfTheEventLoop(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
