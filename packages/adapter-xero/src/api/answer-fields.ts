import { z } from 'zod';

/** A text; what is missing or empty is null, because Xero writes both for nothing. */
export const text = z
  .string()
  .nullish()
  .transform((value) => (value === undefined || value === '' ? null : value));

/** Yes or no, also as the text that some answers have. Missing is no. */
export const flag = z
  .union([z.boolean(), z.enum(['true', 'false']).transform((value) => value === 'true')])
  .nullish()
  .transform((value) => value ?? false);

/** A number as its digits; Xero writes numbers and texts. Missing is null. */
export const amount = z
  .union([z.number(), z.string()])
  .nullish()
  .transform((value) => (value === undefined || value === null || value === '' ? null : String(value)));
