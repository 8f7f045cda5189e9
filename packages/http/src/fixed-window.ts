import type { CallWindow } from './call-window.js';

/**
 * At most `limit` calls in each span of `durationMs`, where the far end's spans follow each other from a moment of its own.
 * Until an answer tells that moment, a span is taken to begin with our first call in it.
 */
export function createFixedWindow(limit: number, durationMs: number): CallWindow {
  let startedAt: number | undefined;
  let phaseKnown = false;
  let spent = 0;

  function roll(now: number): void {
    if (startedAt === undefined || now < startedAt + durationMs) return;
    startedAt = phaseKnown ? now - ((now - startedAt) % durationMs) : undefined;
    spent = 0;
  }

  function learn(start: number, calls: number): void {
    startedAt = start;
    spent = calls;
    phaseKnown = true;
  }

  return {
    waitMs(now) {
      roll(now);
      return spent < limit || startedAt === undefined ? 0 : startedAt + durationMs - now;
    },
    take(now) {
      roll(now);
      startedAt ??= now;
      spent += 1;
    },
    correct(now, remaining, inFlight) {
      roll(now);
      const ours = limit - spent;
      if (remaining > ours + inFlight) learn(now, limit - remaining + inFlight);
      else if (remaining < ours) spent = limit - remaining;
    },
    spentUntil: (now, endsInMs) => learn(now + endsInMs - durationMs, limit),
  };
}
