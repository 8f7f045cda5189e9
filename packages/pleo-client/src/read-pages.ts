import type { Clock, Page } from '@ledgerferry/core';
import { pleoError } from './pleo-error.js';
import type { PleoPage } from './pleo-responses.js';

/** A listing to be read page by page. */
export interface Listing<Row> {
  /** What is listed, for errors. */
  readonly about: string;
  /** Asks for the page that follows a cursor; the first one without a cursor. */
  readonly readPage: (after: string | undefined) => Promise<PleoPage<Row | undefined>>;
  readonly idOf: (row: Row) => string;
  readonly clock: Clock;
}

/** How often a page is asked for again when its cursor leads nowhere, and the wait before, in milliseconds. */
const STUCK_ATTEMPTS = 3;
const STUCK_DELAY_MS = 500;

/**
 * Reads a listing to its end. The next page is asked for before this one is handed out. Rows that come again are dropped by
 * id, empty and short pages are nothing special, and only `hasNextPage` ends the listing. Source: Pleo, Pagination.
 */
export async function* readPages<Row>(listing: Listing<Row>): AsyncGenerator<Page<Row>, void, undefined> {
  const seenIds = new Set<string>();
  const seenCursors = new Set<string>();
  let coming: Promise<PleoPage<Row | undefined>> | undefined = readMovingPage(listing, undefined, seenCursors);
  while (coming !== undefined) {
    const page: PleoPage<Row | undefined> = await coming;
    coming = page.pagination.hasNextPage ? readAhead(listing, page.pagination.endCursor, seenCursors) : undefined;
    yield { rows: unseenRows(page.data, listing.idOf, seenIds), total: page.pagination.total };
  }
}

function readAhead<Row>(listing: Listing<Row>, endCursor: string | null, seenCursors: Set<string>) {
  const next = readMovingPage(listing, endCursor ?? undefined, seenCursors);
  // The reader may stop here; whoever goes on awaits the same promise and meets the error there.
  next.catch(() => {});
  return next;
}

/** Reads a page whose cursor leads on, asking again where it does not: such a page may be a passing fault. */
async function readMovingPage<Row>(
  { readPage, about, clock }: Listing<Row>,
  after: string | undefined,
  seenCursors: Set<string>,
): Promise<PleoPage<Row | undefined>> {
  if (after !== undefined) seenCursors.add(after);
  for (let attempt = 1; attempt <= STUCK_ATTEMPTS; attempt += 1) {
    if (attempt > 1) await clock.sleep(STUCK_DELAY_MS);
    const page = await readPage(after);
    const { hasNextPage, endCursor } = page.pagination;
    if (!hasNextPage || (endCursor !== null && endCursor !== '' && !seenCursors.has(endCursor))) return page;
  }
  throw pleoError(
    'PLEO_PAGING_STUCK',
    `Pleo says that ${about} has more pages, but gives no cursor that leads to them. Try again later; tell Pleo if it stays.`,
  );
}

function unseenRows<Row>(rows: readonly (Row | undefined)[], idOf: (row: Row) => string, seenIds: Set<string>): Row[] {
  return rows.filter((row): row is Row => {
    if (row === undefined) return false;
    const countBefore = seenIds.size;
    return seenIds.add(idOf(row)).size > countBefore;
  });
}
