import { IntegrationError } from '../errors/integration-error.js';
import type { Page } from '../ports/item-source.js';
import type { ExportPorts } from './export-ports.js';

/** A listing may lag behind the job's own count for a moment: how often it is read, and how long to wait in between. */
const READINGS = 3;
const DELAY_BETWEEN_READINGS_MS = 1_000;

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
 * shorter or longer than it should be is read again a few times.
 *
 * @throws `misconfigured`, code `ITEMS_DO_NOT_ADD_UP`, where it stays so.
 */
export async function readEveryPage<Row, Kept>(
  listing: Listing<Row, Kept>,
  { clock, logger }: Pick<ExportPorts, 'clock' | 'logger'>,
): Promise<ReadonlyMap<string, Kept>> {
  for (let reading = 1; ; reading++) {
    const rows = await readOnce(listing);
    if (rows.size === listing.expected) return rows;
    logger.warn(
      { listing: listing.name, read: rows.size, expected: listing.expected, reading },
      'listing does not add up',
    );
    if (reading === READINGS && listing.otherwise === 'accept') return rows;
    if (reading === READINGS) throw doesNotAddUp(listing.name, rows.size, listing.expected);
    await clock.sleep(DELAY_BETWEEN_READINGS_MS * reading);
  }
}

async function readOnce<Row, Kept>({
  read,
  idOf,
  keep,
  onPage,
}: Listing<Row, Kept>): Promise<ReadonlyMap<string, Kept>> {
  const rows = new Map<string, Kept>();
  for await (const page of read()) {
    for (const row of page.rows) rows.set(idOf(row), keep(row));
    onPage(rows.size);
  }
  return rows;
}

function doesNotAddUp(name: string, read: number, expected: number): IntegrationError {
  return new IntegrationError(
    'misconfigured',
    'ITEMS_DO_NOT_ADD_UP',
    `Pleo says the job has ${expected} items, but its ${name} lists ${read}. Nothing was posted. Export again; if it stays, ask Pleo.`,
    { jobReason: 'validation_failure' },
  );
}
