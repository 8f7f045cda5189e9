/** How reads are tried again, as data. */
export interface RetryPolicy {
  /** Attempts in all, the first included. */
  readonly attempts: number;
  /** Longest wait before the second attempt, in milliseconds. */
  readonly firstDelayMs: number;
  /** How much longer each further wait may be. */
  readonly factor: number;
  /** No wait is longer, in milliseconds; a longer `Retry-After` ends the attempts. */
  readonly longestDelayMs: number;
}

/** Five attempts within some 15 seconds. Source of 1 s and 60 s: practice, as Pleo documents no back-off. */
export const defaultRetryPolicy: RetryPolicy = {
  attempts: 5,
  firstDelayMs: 1_000,
  factor: 2,
  longestDelayMs: 60_000,
};

/** A wait chosen evenly between nothing and the attempt's longest ("full jitter"), in milliseconds. */
export function jitteredDelayMs(policy: RetryPolicy, failedAttempts: number, random: () => number): number {
  const longest = Math.min(policy.longestDelayMs, policy.firstDelayMs * policy.factor ** (failedAttempts - 1));
  return Math.floor(random() * longest);
}
