import { z } from 'zod';

/*
 * Columns of SuiteQL: all are texts, and empty ones are left out. Source: Oracle, Executing SuiteQL Queries Through REST Web Services.
 */

/** What is missing or empty is null. */
export const text = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .transform((value) => (value === undefined || value === '' ? null : value));

/** An internal id. */
export const id = z.union([z.string().min(1), z.number().transform(String)]);

/** `T` and `F`. Missing is no. */
export const flag = z
  .union([z.boolean(), z.string().transform((value) => value === 'T')])
  .nullish()
  .transform((value) => value ?? false);

/** `YYYY-MM-DD`. */
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
