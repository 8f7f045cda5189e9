import type { Clock } from '../clock.js';
import { IntegrationError } from '../errors/integration-error.js';
import type { Logger } from '../logger.js';

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

/** How long to wait before the attempt after `attempt` (counted from 1): what the far end asked for, else the policy's delay. */
export function delayBeforeNext(policy: RetryPolicy, attempt: number, error: IntegrationError): number {
  if (error.retryAfterMs !== undefined) return error.retryAfterMs;
  return Math.min(policy.firstDelayMs * policy.factor ** (attempt - 1), policy.longestDelayMs);
}

/** Runs a read, again after each `transient` error until the policy's attempts are used up. */
export async function retryRead<Result>(
  name: string,
  read: () => Promise<Result>,
  { policy, clock, logger }: { policy: RetryPolicy; clock: Clock; logger: Logger },
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await read();
    } catch (error) {
      const mayPass = IntegrationError.isInstance(error) && error.kind === 'transient';
      if (!mayPass || attempt >= policy.attempts) throw error;
      const delayMs = delayBeforeNext(policy, attempt, error);
      logger.warn({ call: name, attempt, delayMs, code: error.code }, 'call refused, trying again');
      await clock.sleep(delayMs);
    }
  }
}
