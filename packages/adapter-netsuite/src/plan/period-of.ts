import type { NetsuiteFacts, NetsuitePeriod } from '../reference-data/netsuite-facts.js';

/** The accounting period that a day, `YYYY-MM-DD`, is in; undefined where there is none. */
export function periodOf(date: string, { periods }: NetsuiteFacts): NetsuitePeriod | undefined {
  return periods.find(({ start, end }) => start <= date && date <= end);
}
