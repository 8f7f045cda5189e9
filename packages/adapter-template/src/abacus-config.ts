import { z } from 'zod';

/** The `connection` settings of a company whose books are in Abacus Books. */
export interface AbacusConnection {
  /** Where the API is. Default: `https://api.abacus-books.example`. */
  readonly baseUrl: string;
  /** Made in Abacus Books under Settings, API. */
  readonly token: string;
  /** Most calls a minute. Default: 300. */
  readonly perMinute: number;
}

/** Strict: an unknown setting is refused. */
export const abacusConnectionSchema: z.ZodType<AbacusConnection> = z.strictObject({
  baseUrl: z.url().default('https://api.abacus-books.example'),
  token: z.string().min(1, 'must be the token made in Abacus Books under Settings, API'),
  perMinute: z.int().positive().default(300),
});
