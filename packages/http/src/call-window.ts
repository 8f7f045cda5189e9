/** Counts calls within a span of time. */
export interface CallWindow {
  /** How long until a call fits, in milliseconds; 0 where it fits now. */
  waitMs(now: number): number;
  take(now: number): void;
  /** Corrects the count from what the far end says is left; `inFlight` calls may not be counted there yet. */
  correct(now: number, remaining: number, inFlight: number): void;
  /** The far end's span ends in `endsInMs` and is spent. */
  spentUntil(now: number, endsInMs: number): void;
}
