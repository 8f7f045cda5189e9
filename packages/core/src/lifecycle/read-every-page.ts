import { IntegrationError } from '../errors/integration-error.js';
import type { Page } from '../ports/item-source.js';
import type { GuardedPorts } from './export-ports.js';

/** A listing may lag behind the job's own count, or break off, for a moment: how often it is read, and how long to wait in between. */
const READINGS = 3;
const DELAY_BETWEEN_READINGS_MS = 1_000;
/** A listing that goes in a circle brings nothing new: after so many pages in a row it counts as endless. */
const PAGES_WITHOUT_NEWS = 50;
/** So many rows beyond those that there must be, too. */
const ROWS_TOO_MANY = 1_000;
const DO_NOT_ADD_UP = 'ITEMS_DO_NOT_ADD_UP';

interface Listing<Row, Kept> {
  /** What is being read, for people: `control layer`. */
  readonly name: string;
  readonly read: () => AsyncIterable<Page<Row>>;
  readonly idOf: (row: Row) => string;
  /** What is kept of a row; the page itself is let go, so that memory holds no payloads. */
  readonly keep: (row: Row) => Kept;
  /** How many rows there must be. */
  readonly expected: number;
  /** What to do where it stays another number: nothing is posted, or every row that lacks its counterpart fails alone. */
  readonly otherwise: 'refuse' | 'accept';
  readonly onPage: (rowsRead: number) => void;
}

/**
 * Reads every page of a listing before anything is done with it; a row that comes twice counts once. A listing that is
 * shorter or longer than it should be, or that breaks off or never ends, is read again from its beginning a few times.
 *
 * @throws `misconfigured`, code `ITEMS_DO_NOT_ADD_UP`, where it stays so; `transient`, such as code `LISTING_NEVER_ENDS`, where it
 *   cannot be read to its end.
 */
export async function readEveryPage<Row, Kept>(
  listing: Listing<Row, Kept>,
  { clock, logger }: Pick<GuardedPorts, 'clock' | 'logger'>,
): Promise<ReadonlyMap<string, Kept>> {
  for (let reading = 1; ; reading++) {
    const isLast = reading === READINGS;
    try {
      const rows = await readOnce(listing);
      if (rows.size === listing.expected || (isLast && listing.otherwise === 'accept')) return rows;
      throw doesNotAddUp(listing.name, rows.size, listing.expected);
    } catch (error) {
      if (isLast || !IntegrationError.isInstance(error) || !mayPass(error)) throw error;
      logger.warn({ listing: listing.name, reading, code: error.code }, 'listing is read again from its beginning');
    }
    await clock.sleep(DELAY_BETWEEN_READINGS_MS * reading);
  }
}

function mayPass({ kind, code }: IntegrationError): boolean {
  return kind === 'transient' || code === DO_NOT_ADD_UP;
}

async function readOnce<Row, Kept>(listing: Listing<Row, Kept>): Promise<ReadonlyMap<string, Kept>> {
  const rows = new Map<string, Kept>();
  let pagesWithoutNews = 0;
  for await (const page of listing.read()) {
    const before = rows.size;
    for (const row of page.rows) rows.set(listing.idOf(row), listing.keep(row));
    listing.onPage(rows.size);
    pagesWithoutNews = rows.size > before ? 0 : pagesWithoutNews + 1;
    if (pagesWithoutNews === PAGES_WITHOUT_NEWS || rows.size > listing.expected + ROWS_TOO_MANY) {
      throw neverEnds(listing.name, listing.expected, rows.size);
    }
  }
  return rows;
}

function neverEnds(name: string, expected: number, read: number): IntegrationError {
  return new IntegrationError(
    'transient',
    'LISTING_NEVER_ENDS',
    `Pleo goes on and on with its ${name}: ${expected} items were expected, ${read} came, and still no end. Nothing was posted. Run again; if it stays, ask Pleo.`,
  );
}

function doesNotAddUp(name: string, read: number, expected: number): IntegrationError {
  return new IntegrationError(
    'misconfigured',
    DO_NOT_ADD_UP,
    `Pleo says the job has ${expected} items, but its ${name} lists ${read}. Nothing was posted. Export again; if it stays, ask Pleo.`,
    { jobReason: 'validation_failure' },
  );
}
