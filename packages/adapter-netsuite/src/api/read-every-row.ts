import type { IntegrationError } from '@ledgerferry/core';
import { netsuiteError } from '../errors/netsuite-errors.js';

/** One page of an answer. */
export interface RowPage<Row> {
  readonly items: readonly Row[];
  readonly totalResults: number;
  readonly hasMore: boolean;
}

/** Most rows of a page, and of all pages together. Source: Oracle, Executing SuiteQL Queries Through REST Web Services. */
export const PAGE_SIZE = 1_000;
const MOST_ROWS = 100_000;

/**
 * Every row of a list; all pages but the first side by side.
 *
 * @throws `transient` where the list changed meanwhile, so that a row may have slipped through.
 */
export async function readEveryRow<Row>(
  list: string,
  readPage: (offset: number) => Promise<RowPage<Row>>,
): Promise<readonly Row[]> {
  const first = await readPage(0);
  if (first.totalResults > MOST_ROWS) throw tooLong(list, first.totalResults);
  const offsets = Array.from(
    { length: first.hasMore ? Math.ceil(first.totalResults / PAGE_SIZE) - 1 : 0 },
    (_, page) => (page + 1) * PAGE_SIZE,
  );
  const pages = [first, ...(await Promise.all(offsets.map(readPage)))];
  const rows = pages.flatMap(({ items }) => items);
  if (rows.length !== first.totalResults || pages.some(({ totalResults }) => totalResults !== first.totalResults))
    throw changed(list, rows.length, first.totalResults);
  return rows;
}

function tooLong(list: string, rows: number): IntegrationError {
  return netsuiteError('NETSUITE_LIST_TOO_LONG', `NetSuite has ${rows} ${list}, and gives out ${MOST_ROWS} at most.`);
}

function changed(list: string, read: number, expected: number): IntegrationError {
  return netsuiteError(
    'NETSUITE_LIST_CHANGED',
    `The list of ${list} changed while it was read: ${read} of ${expected} were seen.`,
  );
}
