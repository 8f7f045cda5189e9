// The least time that the calls of a job can take, computed from the published limits alone: nothing here is the engine's or its pace's.

/** Calls of one kind, of which no call may begin before the kind before it is far enough. */
export interface Stage {
  readonly name: string;
  readonly calls: number;
  /** What must be done of the stage before: every call, or one, because each call unlocks some of what follows. */
  readonly after: 'all' | 'first';
  /** Begins no earlier than so many milliseconds after the job. Default: 0. */
  readonly notBeforeMs?: number;
}

/** What a far end publishes, and how long its calls take. */
export interface Limits {
  /** Most calls in flight at once. */
  readonly concurrent: number;
  /** Most calls begun in each fixed minute; null for no such limit. */
  readonly perMinute: number | null;
  /** Most calls a day; null for no such limit. */
  readonly perDay: number | null;
  readonly latencyMs: number;
}

const MINUTE_MS = 60_000;

/**
 * The least makespan, in milliseconds, for somebody who knows the far end's minute: it ends `minuteEndsInMs` after the job begins, and
 * again each minute. Every call begins as early as the limits and the stages let it; because all take equally long and an earlier stage
 * goes first, no other order ends sooner.
 */
export function leastMakespan(
  stages: readonly Stage[],
  { concurrent, perMinute, perDay, latencyMs }: Limits,
  minuteEndsInMs: number,
): number {
  const total = stages.reduce((sum, { calls }) => sum + calls, 0);
  if (perDay !== null && total > perDay) throw new RangeError(`${total} calls do not fit into a day of ${perDay}`);
  const ends: number[] = [];
  const begunIn = new Map<number, number>();
  let unlockedAt = { first: 0, all: 0 };

  function begin(earliest: number): number {
    const laneFreeAt = ends[ends.length - concurrent] ?? 0;
    const at = Math.max(earliest, laneFreeAt);
    if (perMinute === null) return at;
    let minute = Math.floor((at - minuteEndsInMs) / MINUTE_MS);
    while ((begunIn.get(minute) ?? 0) >= perMinute) minute += 1;
    begunIn.set(minute, (begunIn.get(minute) ?? 0) + 1);
    return Math.max(at, minuteEndsInMs + minute * MINUTE_MS);
  }

  for (const { calls, after, notBeforeMs = 0 } of stages.filter((stage) => stage.calls > 0)) {
    const earliest = Math.max(unlockedAt[after], notBeforeMs);
    const ended = Array.from({ length: calls }, () => {
      const end = begin(earliest) + latencyMs;
      ends.push(end);
      return end;
    });
    unlockedAt = { first: Math.min(...ended), all: Math.max(...ended) };
  }
  return Math.max(0, ...ends);
}
