/** Days from `first` to `last`, both included, `YYYY-MM-DD`. */
export interface DayRange {
  readonly first: string;
  readonly last: string;
}

/**
 * The records of these days, of one type where it is given. Type and Date are among the fields that Xero filters by quickly.
 * Source: Xero Accounting API, Requests and responses: Filtering.
 */
export function whereDays({ first, last }: DayRange, type?: string): string {
  const days = `Date>=${dateTime(first)} AND Date<=${dateTime(last)}`;
  return type === undefined ? days : `Type=="${type}" AND ${days}`;
}

function dateTime(day: string): string {
  return `DateTime(${day.replaceAll('-', ',')})`;
}
