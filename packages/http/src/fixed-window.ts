import type { CallWindow } from './call-window.js';

/** How soon to look again while an answer on its way may tell more. */
const LOOK_AGAIN_MS = 100;
/** No answer is waited for longer than this. */
const ANSWER_DUE_MS = 5_000;

/**
 * At most `limit` calls in each span of `durationMs`, where the far end's spans follow each other from a moment of its own.
 * Until an answer tells that moment, a span is taken to begin with our first call in it; where that is not known and the far end says
 * that nothing is left, one that `asksForEnd` lets a single call through, because its refusal tells how long the span still runs.
 */
export function createFixedWindow(limit: number, durationMs: number, { asksForEnd = false } = {}): CallWindow {
  let startedAt: number | undefined;
  /** Answers to calls that were sent earlier may tell of the span before. */
  let firstSentAt = -Infinity;
  let phaseKnown = false;
  let spent = 0;
  let isToldSpent = false;
  let hasAsked = false;
  let lastSentAt = -Infinity;

  function begin(start: number | undefined, calls: number, sentFrom = start ?? -Infinity): void {
    startedAt = start;
    spent = calls;
    firstSentAt = sentFrom;
    isToldSpent = false;
    hasAsked = false;
  }

  function roll(now: number): void {
    if (startedAt === undefined || now < startedAt + durationMs) return;
    begin(phaseKnown ? now - ((now - startedAt) % durationMs) : undefined, 0);
  }

  function learn(start: number, calls: number, sentFrom = start): void {
    begin(start, calls, sentFrom);
    phaseKnown = true;
  }

  return {
    waitMs(now) {
      roll(now);
      if (spent < limit || startedAt === undefined) return 0;
      const endsInMs = startedAt + durationMs - now;
      if (phaseKnown || !asksForEnd) return endsInMs;
      if (isToldSpent && !hasAsked) return 0;
      return now < lastSentAt + ANSWER_DUE_MS ? Math.min(LOOK_AGAIN_MS, endsInMs) : endsInMs;
    },
    take(now) {
      roll(now);
      hasAsked = spent >= limit;
      startedAt ??= now;
      spent += 1;
      lastSentAt = now;
    },
    correct(now, remaining, { inFlight, sentAt }) {
      roll(now);
      if (sentAt < firstSentAt) return;
      const ours = Math.max(limit - spent, 0);
      if (remaining > ours + inFlight) return learn(now, limit - remaining + inFlight, sentAt);
      if (remaining < ours) spent = limit - remaining;
      isToldSpent ||= remaining === 0;
    },
    spentUntil: (now, endsInMs) => learn(now + endsInMs - durationMs, limit),
  };
}
