import type { PaceCorrection } from '@ledgerferry/http';
import type { XeroConnection } from '../xero-connection.js';

interface Answer {
  readonly status: number;
  readonly header: (name: string) => string | undefined;
}

/**
 * Reads what an answer says about the budget of calls: what is left of the minute and of the day, and on a 429 of the minute when that
 * ends. More than is configured says nothing. Source: Xero, OAuth 2.0 API limits.
 */
export function limitReader({ perMinute, perDay }: XeroConnection['limits']): (answer: Answer) => PaceCorrection {
  return ({ status, header }) => {
    const ofDay = countWithin(header('X-DayLimit-Remaining'), perDay);
    const isMinuteSpent = status === 429 && /^min/i.test(header('X-Rate-Limit-Problem') ?? '');
    const seconds = isMinuteSpent ? countWithin(header('Retry-After'), MINUTE_S + 1) : undefined;
    return {
      // as many as there can be: the minute has just begun anew
      remainingThisMinute: countWithin(header('X-MinLimit-Remaining'), perMinute + 1),
      // one more than is left: the call that is refused tells when the day ends, and nothing else does
      remainingToday: ofDay === undefined ? undefined : ofDay + 1,
      minuteEndsInMs: seconds === undefined ? undefined : seconds * 1_000,
    };
  };
}

const MINUTE_S = 60;

function countWithin(text: string | undefined, limit: number): number | undefined {
  const count = text !== undefined && /^\d+$/.test(text) ? Number(text) : limit;
  return count < limit ? count : undefined;
}
