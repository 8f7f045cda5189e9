import { compareDecimals, readDecimal, trimDecimal, type Decimal } from '../money/decimal.js';
import { badQuery } from './bad-query.js';

/** A value of a row. An empty text is null, as in Oracle's database. Dates are `YYYY-MM-DD`, numbers plain decimal text. */
export type SqlValue = { readonly type: 'text' | 'number' | 'date'; readonly text: string } | null;

export function sqlText(text: string | null): SqlValue {
  return text === null || text === '' ? null : { type: 'text', text };
}

/** An internal id or another whole number. */
export function sqlNumber(value: string | number | null): SqlValue {
  return value === null ? null : { type: 'number', text: String(value) };
}

export function sqlDecimal(decimal: Decimal): SqlValue {
  return { type: 'number', text: trimDecimal(decimal) };
}

export function sqlDate(text: string | null): SqlValue {
  return text === null ? null : { type: 'date', text };
}

export function sqlFlag(value: boolean): SqlValue {
  return { type: 'text', text: value ? 'T' : 'F' };
}

/** Below, at or above zero; texts turn into what they are compared with. @throws {Refusal} where they cannot. */
export function compareValues(
  one: NonNullable<SqlValue>,
  other: NonNullable<SqlValue>,
  readDate: (text: string) => string | null,
): number {
  if (one.type === 'number' || other.type === 'number') return compareDecimals(asNumber(one), asNumber(other));
  if (one.type === other.type) return compareTexts(one.text, other.text);
  return compareTexts(asDate(one, readDate), asDate(other, readDate));
}

/** The number that a value is. @throws {Refusal} where it is none. */
export function asNumber({ type, text }: NonNullable<SqlValue>): Decimal {
  const decimal = type === 'date' ? null : readDecimal(text);
  if (!decimal) throw badQuery(`'${text}' is no number`);
  return decimal;
}

function asDate({ type, text }: NonNullable<SqlValue>, readDate: (text: string) => string | null): string {
  const date = type === 'date' ? text : readDate(text);
  if (date === null) throw badQuery(`'${text}' is no date in the format of this user`);
  return date;
}

function compareTexts(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
