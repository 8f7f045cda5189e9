import type { PaceCorrection } from '@ledgerferry/http';
import type { XeroConnection } from '../xero-connection.js';

interface Answer {
  readonly status: number;
  readonly header: (name: string) => string | undefined;
}

/**
 * Reads what an answer says about the budget of calls: what is left of the minute and of the day, and on a 429 of the minute when that
 * ends. Where Xero serves more than is configured, it says nothing. Source: Xero, OAuth 2.0 API limits.
 */
export function limitReader({ perMinute, perDay }: XeroConnection['limits']): (answer: Answer) => PaceCorrection {
  let servesMoreAMinute = false;
  return ({ status, header }) => {
    const ofMinute = countIn(header('X-MinLimit-Remaining'));
    servesMoreAMinute ||= ofMinute !== undefined && ofMinute > perMinute;
    const ofDay = countIn(header('X-DayLimit-Remaining'));
    const isMinuteSpent = status === 429 && /^min/i.test(header('X-Rate-Limit-Problem') ?? '');
    const seconds = isMinuteSpent ? countIn(header('Retry-After')) : undefined;
    return {
      remainingThisMinute: servesMoreAMinute ? undefined : ofMinute,
      // one more than is left: the call that is refused tells when the day ends, and nothing else does
      remainingToday: ofDay !== undefined && ofDay < perDay ? ofDay + 1 : undefined,
      minuteEndsInMs: seconds !== undefined && seconds <= MINUTE_S ? seconds * 1_000 : undefined,
    };
  };
}

const MINUTE_S = 60;

function countIn(text: string | undefined): number | undefined {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
}
