import type { Clock } from '@ledgerferry/core';
import { createAdaptiveLimit } from './adaptive-limit.js';
import type { CallWindow } from './call-window.js';
import { createFixedWindow } from './fixed-window.js';
import { createRollingWindow } from './rolling-window.js';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** How long to wait before asking again for a place that other calls take. */
const CROWDED_WAIT_MS = 100;
const DEFAULT_MAXIMUM_WAIT_MS = 5 * MINUTE_MS;

/** A budget of calls, reserved before sending. First come, first served. */
export interface Pace {
  /**
   * Resolves once a call may be sent. Every reservation is followed by one `release`.
   *
   * @throws {BudgetSpent} where the wait would be longer than `maximumWaitMs`; the client makes it `HTTP_BUDGET_SPENT`.
   */
  reserve(): Promise<void>;
  /** Takes a place if a call may be sent at once, and returns 0; else takes none and returns how long to wait, in milliseconds. */
  tryReserve(): number;
  /** Gives the place back once the answer is in (or will not come), with what the answer says about the budget. */
  release(correction?: PaceCorrection): void;
}

/** No call may be sent for longer than a reservation may wait. */
export class BudgetSpent extends Error {
  override readonly name = 'BudgetSpent';
  /** Until a call may be sent, in milliseconds. */
  readonly waitMs: number;

  constructor(waitMs: number) {
    super(`the next call may be sent in ${Math.ceil(waitMs / MINUTE_MS)} min`);
    this.waitMs = waitMs;
  }
}

/** What an answer says about the budget. */
export interface PaceCorrection {
  /** When the call was sent, in milliseconds since the epoch: it says nothing of a minute that began later. Default: just now. */
  readonly sentAt?: number | undefined;
  /** Calls left in the far end's minute. */
  readonly remainingThisMinute?: number | undefined;
  /** Calls left in the far end's day. */
  readonly remainingToday?: number | undefined;
  /** When the far end's minute ends, in milliseconds from now. */
  readonly minuteEndsInMs?: number | undefined;
  /** Send nothing for so many milliseconds. */
  readonly pauseMs?: number | undefined;
  /** The call was refused as one too many: fewer at once from now on, where the budget is adaptive. */
  readonly throttled?: boolean | undefined;
}

export interface PaceOptions {
  readonly clock: Clock;
  /** Most calls in flight at once. */
  readonly concurrent: number;
  /**
   * True where the far end's limit of calls at once is shared with strangers: `concurrent` is the ceiling then, half as many are sent after
   * a refusal, and by and by more again. Default false.
   */
  readonly adaptive?: boolean | undefined;
  /** Most calls a minute. Default: no limit. */
  readonly perMinute?: number | undefined;
  /** Most calls a day. Default: no limit. */
  readonly perDay?: number | undefined;
  /**
   * How the far end counts its minute. `rolling` (the default) keeps to the limit in every 60 seconds and is safe where the
   * far end does not say; `fixed` is for those whose minute starts at its own time, learned from their answers: once, where the first
   * minute is spent before any answer shows the next one, by a call that is refused.
   */
  readonly minute?: 'rolling' | 'fixed' | undefined;
  /** Longest wait for the budget, in milliseconds, before a reservation is refused. Default five minutes. */
  readonly maximumWaitMs?: number | undefined;
}

interface Waiter {
  readonly admit: () => void;
  readonly refuse: (error: Error) => void;
}

function createMinute(perMinute: number, kind: PaceOptions['minute']): CallWindow {
  if (kind !== 'fixed') return createRollingWindow(perMinute, MINUTE_MS);
  return createFixedWindow(perMinute, MINUTE_MS, { asksForEnd: true });
}

/** Makes a budget. Each window is filled from its first moment: no smoothing. */
export function createPace(options: PaceOptions): Pace {
  const { clock, concurrent, perMinute, perDay } = options;
  const maximumWaitMs = options.maximumWaitMs ?? DEFAULT_MAXIMUM_WAIT_MS;
  const minute = perMinute === undefined ? undefined : createMinute(perMinute, options.minute);
  const day = perDay === undefined ? undefined : createFixedWindow(perDay, DAY_MS);
  const adaptive = options.adaptive === true ? createAdaptiveLimit(concurrent) : undefined;
  const waiting: Waiter[] = [];
  let inFlight = 0;
  let pausedUntil = 0;
  let wakesAt = Infinity;

  function admitWaiting(): void {
    while (waiting.length > 0 && !isCrowded()) {
      const now = clock.now();
      const waitMs = budgetWaitMs(now);
      if (waitMs > maximumWaitMs) return refuseWaiting(waitMs);
      if (waitMs > 0) return wakeIn(now, waitMs);
      take(now);
      waiting.shift()?.admit();
    }
  }

  function isCrowded(): boolean {
    return inFlight >= (adaptive?.current() ?? concurrent);
  }

  function budgetWaitMs(now: number): number {
    return Math.max(pausedUntil - now, minute?.waitMs(now) ?? 0, day?.waitMs(now) ?? 0);
  }

  function take(now: number): void {
    inFlight += 1;
    minute?.take(now);
    day?.take(now);
  }

  function wakeIn(now: number, waitMs: number): void {
    const wakeAt = now + waitMs;
    if (wakesAt <= wakeAt) return;
    wakesAt = wakeAt;
    void wakeAfter(waitMs, wakeAt);
  }

  async function wakeAfter(waitMs: number, wakeAt: number): Promise<void> {
    await clock.sleep(waitMs);
    if (wakesAt === wakeAt) wakesAt = Infinity;
    admitWaiting();
  }

  function refuseWaiting(waitMs: number): void {
    for (const waiter of waiting.splice(0)) waiter.refuse(new BudgetSpent(waitMs));
  }

  function correct({ sentAt, remainingThisMinute, remainingToday, minuteEndsInMs, pauseMs }: PaceCorrection): void {
    const now = clock.now();
    const answer = { sentAt: sentAt ?? now, inFlight };
    if (remainingThisMinute !== undefined) minute?.correct(now, remainingThisMinute, answer);
    if (remainingToday !== undefined) day?.correct(now, remainingToday, answer);
    if (minuteEndsInMs !== undefined) minute?.spentUntil(now, minuteEndsInMs);
    if (pauseMs !== undefined) pausedUntil = Math.max(pausedUntil, now + pauseMs);
  }

  return {
    reserve: () =>
      new Promise((admit, refuse) => {
        waiting.push({ admit, refuse });
        admitWaiting();
      }),
    tryReserve() {
      const now = clock.now();
      const waitMs = budgetWaitMs(now);
      const mustQueue = isCrowded() || waiting.length > 0;
      if (waitMs <= 0 && !mustQueue) take(now);
      return mustQueue ? Math.max(waitMs, CROWDED_WAIT_MS) : Math.max(waitMs, 0);
    },
    release(correction) {
      inFlight -= 1;
      adaptive?.note({ isThrottled: correction?.throttled === true, inFlight });
      if (correction !== undefined) correct(correction);
      admitWaiting();
    },
  };
}
