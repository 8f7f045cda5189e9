import type { NetsuiteFacts, NetsuitePeriod } from '../reference-data/netsuite-facts.js';

/** The accounting periods that a day, `YYYY-MM-DD`, is in: one, or several where fiscal calendars overlap; none where none is set up. */
export function periodsOf(date: string, { periods }: Pick<NetsuiteFacts, 'periods'>): readonly NetsuitePeriod[] {
  return (periods ?? []).filter(({ start, end }) => start <= date && date <= end);
}
