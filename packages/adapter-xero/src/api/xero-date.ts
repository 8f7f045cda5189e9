const MICROSOFT_DATE = /^\/Date\((-?\d+)(?:[+-]\d{4})?\)\/$/;
const ISO_DAY = /^\d{4}-\d{2}-\d{2}/;

/**
 * The day of a date as Xero answers it, `YYYY-MM-DD`: the UTC day as written, because Xero writes days of the organisation so.
 * Undefined where it is none. Source: Xero Accounting API, Requests and responses: JSON dates.
 */
export function dayOf(text: string | null): string | undefined {
  if (text === null) return undefined;
  if (ISO_DAY.test(text)) return text.slice(0, 10);
  const at = momentOf(text);
  return at === undefined ? undefined : new Date(at).toISOString().slice(0, 10);
}

/** A moment as Xero answers it, in milliseconds since the epoch; undefined where it is none. */
export function momentOf(text: string | null): number | undefined {
  const milliseconds = MICROSOFT_DATE.exec(text ?? '')?.[1];
  return milliseconds === undefined ? undefined : Number(milliseconds);
}
