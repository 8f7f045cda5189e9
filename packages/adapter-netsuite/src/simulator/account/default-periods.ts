import type { PeriodSeed, PeriodState } from './netsuite-account.js';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A year with its quarters and months, as NetSuite sets them up. */
export function periodsOfYear(year: number, state: PeriodState): readonly PeriodSeed[] {
  const quarters = [0, 1, 2, 3].map((quarter): PeriodSeed => {
    const [start, end] = daysOf(year, quarter * 3, quarter * 3 + 2);
    return { name: `Q${quarter + 1} ${year}`, start, end, kind: 'quarter', state };
  });
  const months = MONTHS.map((name, month): PeriodSeed => {
    const [start, end] = daysOf(year, month, month);
    return { name: `${name} ${year}`, start, end, state };
  });
  return [
    { name: `FY ${year}`, start: `${year}-01-01`, end: `${year}-12-31`, kind: 'year', state },
    ...quarters,
    ...months,
  ];
}

function daysOf(year: number, firstMonth: number, lastMonth: number): [start: string, end: string] {
  return [day(Date.UTC(year, firstMonth, 1)), day(Date.UTC(year, lastMonth + 1, 0))];
}

function day(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
