import type { ZodType } from 'zod';

/** A question in SuiteQL, with what its rows look like. */
export interface Statement<Row> {
  /** One SELECT that ends in ORDER BY: pages fit together then. */
  readonly sql: string;
  /** Asked where `sql` is refused: without columns that some accounts or roles lack. Default: nothing. */
  readonly plainSql?: string | undefined;
  readonly row: ZodType<Row>;
  /** What is asked for, in words, such as `accounts`. */
  readonly list: string;
  /** The permission that shows it to a role, by its name in NetSuite. */
  readonly permission: string;
}

/** A text as a literal. Bound parameters came with 2026.2 alone. Source: Oracle, What's New in REST web services. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A date as `YYYY-MM-DD`, under its own name, whatever the user's format is. */
export function isoDay(column: string): string {
  return `TO_CHAR(${column}, 'YYYY-MM-DD') AS ${column.split('.').at(-1)}`;
}
