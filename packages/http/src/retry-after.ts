const SECONDS = /^\d+(?:\.\d+)?$/;

/** What a `Retry-After` header asks for, in milliseconds from `now`; undefined where it asks for nothing readable. */
export function parseRetryAfter(value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined;
  const text = value.trim();
  if (SECONDS.test(text)) return Math.ceil(Number(text) * 1000);
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
