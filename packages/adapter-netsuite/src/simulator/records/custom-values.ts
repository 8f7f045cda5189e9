import type { SentFields } from './sent-fields.js';

/** Custom fields and segments after a write: what was sent over what was there. */
export function customValues(
  sent: SentFields,
  before: Readonly<Record<string, string>> | undefined,
): Readonly<Record<string, string>> {
  const values: Record<string, string> = { ...before };
  for (const name of sent.customNames()) {
    const value = sent.isReference(name) ? sent.reference(name) : sent.text(name);
    if (value === null) delete values[name];
    else if (value !== undefined) values[name] = value;
  }
  return values;
}

/** What was sent, else what was there; null where it was emptied or never filled. */
export function kept<T>(sent: T | null | undefined, before: T | null | undefined): T | null {
  return sent === undefined ? (before ?? null) : sent;
}
