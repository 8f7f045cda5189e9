import type { CallWindow } from './call-window.js';

/** At most `limit` calls in every span of `durationMs`, wherever the far end's own span begins. */
export function createRollingWindow(limit: number, durationMs: number): CallWindow {
  const times: number[] = [];
  let oldest = 0;

  function used(now: number): number {
    while (oldest < times.length && (times[oldest] ?? 0) + durationMs <= now) oldest += 1;
    if (oldest > limit) {
      times.splice(0, oldest);
      oldest = 0;
    }
    return times.length - oldest;
  }

  function countMissing(now: number, left: number, at: number): void {
    for (let missing = limit - used(now) - left; missing > 0; missing -= 1) times.push(at);
    times.sort((earlier, later) => earlier - later);
  }

  return {
    waitMs(now) {
      const surplus = used(now) - limit;
      return surplus < 0 ? 0 : (times[oldest + surplus] ?? now) + durationMs - now;
    },
    take(now) {
      times.push(now);
    },
    correct: (now, remaining) => countMissing(now, remaining, now),
    spentUntil: (now, endsInMs) => countMissing(now, 0, now + endsInMs - durationMs),
  };
}
