import type { IntegrationError } from '../errors/integration-error.js';

/** How often and how fast a call is tried again, as data. */
export interface RetryPolicy {
  readonly attempts: number;
  readonly firstDelayMs: number;
  readonly factor: number;
  readonly longestDelayMs: number;
}

/** For calls to the accounting system that are known not to have been applied. */
export const ACCOUNTING_SYSTEM_RETRIES: RetryPolicy = {
  attempts: 6,
  firstDelayMs: 1_000,
  factor: 2,
  longestDelayMs: 60_000,
};

/** Nobody waits longer than this for a far end: the job stops, stays open, and the next run goes on. */
const LONGEST_PAUSE_MS = 10 * 60_000;

/** True where the far end asks for a pause that is not worth waiting for, as where the calls of a day are spent. */
export function asksForTooLong({ retryAfterMs = 0 }: IntegrationError): boolean {
  return retryAfterMs > LONGEST_PAUSE_MS;
}

/** How long to wait before the attempt after `attempt` (counted from 1): what the far end asked for, else the policy's delay. */
export function delayBeforeNext(policy: RetryPolicy, attempt: number, error: IntegrationError): number {
  if (error.retryAfterMs !== undefined) return error.retryAfterMs;
  return Math.min(policy.firstDelayMs * policy.factor ** (attempt - 1), policy.longestDelayMs);
}
