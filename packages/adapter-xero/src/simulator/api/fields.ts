import { z } from 'zod';
import { JsonNumber } from '@ledgerferry/http';

/** Fields of elements that are sent. All may be missing: what must be there is said per element, in Xero's words. */
export const text = z.string('must be a text').optional();
export const flag = z.boolean('must be true or false').optional();
export const guid = z
  .string('must be a UUID')
  .regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'must be a UUID')
  .transform((id) => id.toLowerCase())
  .optional();

/** A decimal as text, digit by digit as sent. */
export const amount = z
  .custom<JsonNumber>((value) => value instanceof JsonNumber, 'must be a JSON number')
  .transform(({ text }) => text)
  .optional();

/** A day, `YYYY-MM-DD`, from one of the forms that Xero reads. */
export const day = z
  .string('must be a date')
  .transform((value, context) => {
    const found = dayOf(value);
    if (found === null) context.addIssue('must be a date as YYYY-MM-DD');
    return found ?? '';
  })
  .optional();

function dayOf(value: string): string | null {
  const ms = /^\/Date\((-?\d+)(?:[+-]\d{4})?\)\/$/.exec(value)?.[1];
  const written = ms === undefined ? /^(\d{4}-\d{2}-\d{2})(?:T00:00:00)?$/.exec(value)?.[1] : undefined;
  const date = ms === undefined ? new Date(`${written}T00:00:00Z`) : new Date(Number(ms));
  if (Number.isNaN(date.getTime())) return null;
  const found = date.toISOString().slice(0, 10);
  return written !== undefined && found !== written ? null : found;
}

export const accountReference = z.strictObject({ AccountID: guid, Code: text }).optional();
export const lineAmountTypes = z.enum(['Exclusive', 'Inclusive', 'NoTax']).optional();
