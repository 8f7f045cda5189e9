import type { NetsuitePeriod } from './netsuite-facts.js';

/** The last day of the first periods, as far as all of them are closed or locked; null where the first one is open. */
export function closedThrough(periods: readonly NetsuitePeriod[]): string | null {
  const firstOpen = periods.findIndex(({ isClosed, isLocked }) => !isClosed && !isLocked);
  const closed = firstOpen === -1 ? periods : periods.slice(0, firstOpen);
  return closed.at(-1)?.end ?? null;
}
