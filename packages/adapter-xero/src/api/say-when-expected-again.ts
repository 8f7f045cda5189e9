import { errorsOf, IntegrationError, type Clock } from '@ledgerferry/core';
import { HTTP_ERRORS } from '@ledgerferry/http';

/** A longer pause ends the job for now: nobody waits hours for an answer. */
const LONGEST_PAUSE_MS = 5 * 60_000;

/**
 * The error itself; or, where calls are refused for hours, as by the limit of a day, one that says from when on they are expected to be
 * possible again.
 */
export function sayWhenExpectedAgain(error: unknown, clock: Clock): unknown {
  if (!IntegrationError.isInstance(error) || error.kind !== 'transient') return error;
  const { retryAfterMs = 0 } = error;
  if (retryAfterMs <= LONGEST_PAUSE_MS) return error;
  const again = new Date(Math.ceil((clock.now() + retryAfterMs) / 60_000) * 60_000);
  return errorsOf(HTTP_ERRORS).error('HTTP_BUDGET_SPENT', sentence(again, retryAfterMs), {
    cause: error,
    retryAfterMs,
  });
}

function sentence(again: Date, retryAfterMs: number): string {
  const [day, time] = again.toISOString().split('T');
  const hours = Math.ceil(retryAfterMs / 3_600_000);
  return `Xero takes no more calls for this organisation, because their limit is reached. They are possible again by ${day} ${time?.slice(0, 5)} UTC at the latest (within ${hours} h). Run, or export what is missing, again then: nothing is lost, and nothing is booked twice.`;
}
