import type { DateFormat } from '../account/netsuite-account.js';
import { badQuery } from './bad-query.js';

const PATTERNS: Readonly<Record<DateFormat, RegExp>> = {
  'M/D/YYYY': /^(?<month>\d{1,2})\/(?<day>\d{1,2})\/(?<year>\d{4})$/,
  'DD/MM/YYYY': /^(?<day>\d{1,2})\/(?<month>\d{1,2})\/(?<year>\d{4})$/,
  'D.M.YYYY': /^(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})$/,
  'YYYY-MM-DD': /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/,
};

/** A date as a user writes it, as `YYYY-MM-DD`; null for what is none. */
export function readUserDate(text: string, format: DateFormat): string | null {
  const { year, month, day } = PATTERNS[format].exec(text)?.groups ?? {};
  return year === undefined ? null : `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
}

/** `YYYY-MM-DD` as a user reads it. */
export function writeUserDate(date: string, format: DateFormat): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return format
    .replace('YYYY', year)
    .replace(/M+/, (letters) => (letters === 'MM' ? month : String(Number(month))))
    .replace(/D+/, (letters) => (letters === 'DD' ? day : String(Number(day))));
}

/** What `TO_CHAR` makes of a date; a format of years, months, days and signs. */
export function formatDate(date: string, format: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const parts: Readonly<Record<string, string>> = { YYYY: year, MM: month, DD: day, HH24: '00', MI: '00', SS: '00' };
  return format.replace(/YYYY|MM|DD|HH24|MI|SS|[A-Za-z]+\d*/gi, (letters) => {
    const part = parts[letters.toUpperCase()];
    if (part === undefined) throw badQuery(`The date format ${format} is not known here`);
    return part;
  });
}

/** What `TO_DATE` reads by a format that consists of years, months, days and signs; null for what does not fit. */
export function parseDate(text: string, format: string): string | null {
  const groups: Readonly<Record<string, string>> = {
    YYYY: '(?<year>\\d{4})',
    MM: '(?<month>\\d{2})',
    DD: '(?<day>\\d{2})',
  };
  const pattern = format
    .toUpperCase()
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/YYYY|MM|DD/g, (letters) => groups[letters] ?? '');
  const { year, month, day } = new RegExp(`^${pattern}$`).exec(text)?.groups ?? {};
  return year === undefined || month === undefined || day === undefined ? null : `${year}-${month}-${day}`;
}
