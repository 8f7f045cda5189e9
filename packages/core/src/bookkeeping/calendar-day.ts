/** A moment or day as Pleo writes it: ISO 8601, its offset optional. */
const MOMENT = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?(Z|[+-]\d{2}:?\d{2})?$/;

const formatters = new Map<string, Intl.DateTimeFormat>();

/** The day of a moment in a time zone, `YYYY-MM-DD`. `moment` is in milliseconds since the epoch. */
export function calendarDayAt(moment: number, timeZone: string): string {
  if (timeZone === 'UTC') return new Date(moment).toISOString().slice(0, 10);
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const part of formatterOf(timeZone).formatToParts(moment)) parts[part.type] = part.value;
  return `${parts.year?.padStart(4, '0')}-${parts.month}-${parts.day}`;
}

/**
 * The day that an ISO 8601 text falls on in a time zone; undefined where it is no such text. A text without a time is that day in
 * every zone, one without an offset is UTC.
 */
export function calendarDayOf(text: string, timeZone: string): string | undefined {
  const [, day, time, offset] = MOMENT.exec(text) ?? [];
  if (day === undefined || !exists(day)) return undefined;
  if (time === undefined) return day;
  const moment = Date.parse(`${day}${time}${offset ?? 'Z'}`);
  return Number.isNaN(moment) ? undefined : calendarDayAt(moment, timeZone);
}

/** The day as it stands in an ISO 8601 text, whatever its time and offset; undefined where it is no such text. */
export function writtenDayOf(text: string): string | undefined {
  const day = MOMENT.exec(text)?.[1];
  return day !== undefined && exists(day) ? day : undefined;
}

/** The day after. */
export function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

// Date.parse takes 30 February for 2 March.
function exists(day: string): boolean {
  const midnight = Date.parse(day);
  return !Number.isNaN(midnight) && new Date(midnight).getUTCDate() === Number(day.slice(-2));
}

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const formatter = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'iso8601',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  formatters.set(timeZone, formatter);
  return formatter;
}
