import type { Page, Row } from '../http/paginate.js';
import type { PageCursors } from '../http/page-cursors.js';
import type { PageFault } from './fault.js';

/** What a page is spoiled with. */
export interface SpoilPage {
  page: Page;
  fault: PageFault;
  /** The whole listing that the page was cut from. */
  rows: readonly Row[];
  cursors: PageCursors;
}

/** The page as a faulty Pleo would serve it. */
export function spoilPage(spoil: SpoilPage): Page {
  return SPOILERS[spoil.fault](spoil);
}

const SPOILERS: Readonly<Record<PageFault, (spoil: SpoilPage) => Page>> = {
  repeated: ({ page, rows, cursors }) => repeatPreviousRows(page, rows, cursors),
  empty: ({ page, cursors }) => {
    return { ...page, rows: [], hasNextPage: true, startCursor: undefined, endCursor: cursorBefore(page, cursors) };
  },
  short: ({ page, cursors }) => shorten(page, cursors),
  reordered: ({ page }) => ({ ...page, rows: page.rows.toReversed() }),
  'standing-cursor': ({ page }) => ({ ...page, hasNextPage: true, endCursor: page.request.after }),
  'total-changed': ({ page }) => ({ ...page, total: page.total + 1 }),
  'row-missing': ({ page }) => ({
    ...page,
    rows: page.rows.filter((_, index) => index !== Math.floor(page.rows.length / 2)),
  }),
  'row-twice': ({ page }) => ({ ...page, rows: [...page.rows.slice(0, 1), ...page.rows] }),
};

function repeatPreviousRows(page: Page, rows: readonly Row[], cursors: PageCursors): Page {
  const first = page.rows[0];
  const start = first ? rows.indexOf(first) : rows.length;
  const size = Math.max(page.rows.length, 1);
  const previous = rows.slice(Math.max(0, start - size), start);
  // The first page has none before it: it is then served as it is and comes again under the next cursor.
  const repeated = previous.length > 0 ? previous : page.rows;
  return { ...page, rows: repeated, hasNextPage: page.rows.length > 0, endCursor: cursorBefore(page, cursors) };
}

function shorten(page: Page, cursors: PageCursors): Page {
  if (page.rows.length < 2) return page;
  const rows = page.rows.slice(0, Math.floor(page.rows.length / 2));
  const last = rows.at(-1);
  return { ...page, rows, hasNextPage: true, endCursor: last && cursors.issue(page.collection, last.ordinal) };
}

/** A fresh cursor from which the page itself follows. */
function cursorBefore(page: Page, cursors: PageCursors): string {
  const first = page.rows[0];
  return cursors.issue(page.collection, first ? first.ordinal - 1 : Number.MAX_SAFE_INTEGER);
}
