import { addDecimals, type Decimal } from '../money/decimal.js';
import { badQuery } from './bad-query.js';
import { formatDate, parseDate } from './dates.js';
import { asNumber, compareValues, sqlDate, sqlDecimal, sqlNumber, sqlText, type SqlValue } from './sql-value.js';

/** What values depend on besides the rows. */
export interface QuerySettings {
  /** A text in the user's date format as `YYYY-MM-DD`; null for what is none. */
  readonly readDate: (text: string) => string | null;
}

const AGGREGATES = ['count', 'sum', 'min', 'max'];

/** Whether a function adds up rows. */
export function isAggregate(name: string): boolean {
  return AGGREGATES.includes(name);
}

/** @throws {Refusal} 400 for a function that the simulator does not know. */
export function callFunction(name: string, parameters: readonly SqlValue[], { readDate }: QuerySettings): SqlValue {
  const [first = null, second = null] = parameters;
  switch (name) {
    case 'lower':
      return first && sqlText(first.text.toLowerCase());
    case 'upper':
      return first && sqlText(first.text.toUpperCase());
    case 'nvl':
    case 'coalesce':
      return parameters.find((parameter) => parameter !== null) ?? null;
    case 'to_char':
      return first && toText(first, second);
    case 'to_date':
      return first && toDate(first, second, readDate);
    default:
      throw badQuery(`The function ${name.toUpperCase()} is not known here`);
  }
}

/** Adds up the values of a group; with a star its rows. Nulls do not count. */
export function aggregate(name: string, values: readonly SqlValue[], isStar: boolean): SqlValue {
  if (name === 'count' && isStar) return sqlNumber(values.length);
  const present = values.filter((value) => value !== null);
  if (name === 'count') return sqlNumber(present.length);
  const [first] = present;
  if (first === undefined) return null;
  if (name === 'sum') return sqlDecimal(present.map(asNumber).reduce<Decimal>(addDecimals, { units: 0n, places: 0 }));
  const sign = name === 'min' ? 1 : -1;
  return present.reduce((best, value) => (sign * compareValues(value, best, () => null) < 0 ? value : best), first);
}

function toText(value: NonNullable<SqlValue>, format: SqlValue): SqlValue {
  if (value.type !== 'date') return sqlText(value.text);
  if (format === null) throw badQuery('TO_CHAR of a date needs a format');
  return sqlText(formatDate(value.text, format.text));
}

function toDate(value: NonNullable<SqlValue>, format: SqlValue, readDate: (text: string) => string | null): SqlValue {
  const date = format === null ? readDate(value.text) : parseDate(value.text, format.text);
  if (date === null) throw badQuery(`'${value.text}' is no date in the format ${format?.text ?? 'of this user'}`);
  return sqlDate(date);
}
