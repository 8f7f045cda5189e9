import type { PageCursors } from './page-cursors.js';
import type { PageRequest } from './parse-query.js';

/** A row of a listing: where it stands, and its JSON. */
export interface Row {
  /** Grows along the listing and never changes, so that a cursor holds although rows come and go. */
  readonly ordinal: number;
  /** The row as JSON text; called only for rows that are served. */
  json(): string;
}

/** What is listed and how it is asked for. */
export interface Listing {
  /** The listing with its filters: a cursor is valid for the same name only. */
  collection: string;
  rows: readonly Row[];
  request: PageRequest;
  largestPage: number;
  cursors: PageCursors;
}

/** A page before it is written, so that a fault can still change it. */
export interface Page {
  collection: string;
  rows: readonly Row[];
  hasPreviousPage: boolean;
  hasNextPage: boolean;
  startCursor: string | undefined;
  endCursor: string | undefined;
  total: number;
  request: PageRequest;
}

/** Cuts the page that was asked for. Source: Pleo, reference/pagination: `after` means what follows the cursor. */
export function paginate(listing: Listing): Page {
  const { rows, request, collection, cursors } = listing;
  const limit = Math.min(request.limit ?? listing.largestPage, listing.largestPage);
  const { start, end } = findBounds(listing, limit);
  const served = rows.slice(start, end);
  const first = served[0];
  const last = served.at(-1);
  return {
    collection,
    rows: served,
    hasPreviousPage: start > 0,
    hasNextPage: end < rows.length,
    startCursor: first && cursors.issue(collection, first.ordinal),
    endCursor: last && cursors.issue(collection, last.ordinal),
    total: rows.length,
    request,
  };
}

/** Writes a page as JSON. */
export function writePage(page: Page): string {
  const { before, after, offset, limit, parameters } = page.request;
  const pagination = {
    hasPreviousPage: page.hasPreviousPage,
    hasNextPage: page.hasNextPage,
    startCursor: page.startCursor,
    endCursor: page.endCursor,
    total: page.total,
    currentRequestPagination: { parameters, before, after, offset, limit },
  };
  return `{"data":[${page.rows.map((row) => row.json()).join(',')}],"pagination":${JSON.stringify(pagination)}}`;
}

function findBounds({ rows, request, collection, cursors }: Listing, limit: number): { start: number; end: number } {
  if (request.before !== undefined) {
    const end = countUpTo(rows, cursors.read(collection, request.before) - 1);
    return { start: Math.max(0, end - limit), end };
  }
  const start =
    request.after === undefined ? (request.offset ?? 0) : countUpTo(rows, cursors.read(collection, request.after));
  const from = Math.min(start, rows.length);
  return { start: from, end: Math.min(from + limit, rows.length) };
}

/** How many rows stand at or before an ordinal. */
function countUpTo(rows: readonly Row[], ordinal: number): number {
  const next = rows.findIndex((row) => row.ordinal > ordinal);
  return next < 0 ? rows.length : next;
}
