/** Counts calls within a span of time. */
export interface CallWindow {
  /** How long until a call fits, in milliseconds; 0 where it fits now. */
  waitMs(now: number): number;
  take(now: number): void;
  /** Corrects the count from what the far end says is left. */
  correct(now: number, remaining: number, answer: CountedCall): void;
  /** The far end's span ends in `endsInMs` and is spent. */
  spentUntil(now: number, endsInMs: number): void;
}

/** The call whose answer says what is left. */
interface CountedCall {
  /** When it was sent. Milliseconds since the epoch. */
  readonly sentAt: number;
  /** Calls that are on their way beside it, and may not be counted yet. */
  readonly inFlight: number;
}
