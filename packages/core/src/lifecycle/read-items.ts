import type { BookedItem } from '../bookkeeping/book-export-item.js';
import type { ExportItem, UnreadableExportItem } from '../model/export-item.js';
import type { ExportJob, ExportJobItem } from '../model/export-job.js';
import type { Money } from '../model/money.js';
import type { GuardedPorts } from './export-ports.js';
import { readEveryPage } from './read-every-page.js';

type ReadingPorts = Pick<GuardedPorts, 'clock' | 'logger' | 'onProgress'> & {
  readonly source: Pick<GuardedPorts['source'], 'jobItems' | 'exportItems'>;
};

/** Step 3. Every page of the control layer, in the order of the entries' ids. Must come to `numberOfItems`. */
export async function retrieveJobItems(job: ExportJob, ports: ReadingPorts): Promise<readonly ExportJobItem[]> {
  const jobItems = await readEveryPage<ExportJobItem, ExportJobItem>(
    {
      name: 'list of items (control layer)',
      read: () => ports.source.jobItems(job.id),
      idOf: (item) => item.accountingEntryId,
      keep: (item) => item,
      expected: job.numberOfItems,
      otherwise: 'refuse',
      onPage: (done) => ports.onProgress({ jobId: job.id, step: 'retrieve', done, total: job.numberOfItems }),
    },
    ports,
  );
  return [...jobItems.values()].toSorted((left, right) => compareText(left.accountingEntryId, right.accountingEntryId));
}

/** An item that has been read: what it is to be booked as, and what Pleo's wallet says it comes to. */
export interface FetchedItem {
  readonly booked: BookedItem;
  /** Null where it cannot be read. */
  readonly amount: Money | null;
}

/** Step 4, first half. Every page of the data layer, each item validated and turned into its entry, by entry id. */
export function fetchExportItems(
  job: ExportJob,
  bookItem: (item: ExportItem) => BookedItem,
  ports: ReadingPorts,
): Promise<ReadonlyMap<string, FetchedItem>> {
  return readEveryPage<ExportItem | UnreadableExportItem, FetchedItem>(
    {
      name: 'list of payloads (data layer)',
      read: () => ports.source.exportItems(job.id),
      idOf: (item) => item.accountingEntryId,
      keep: (item) =>
        'problem' in item
          ? { booked: { problems: [item.problem] }, amount: null }
          : { booked: bookItem(item), amount: item.amount.inWalletCurrency },
      expected: job.numberOfItems,
      otherwise: 'accept',
      onPage: (done) => ports.onProgress({ jobId: job.id, step: 'fetch', done, total: job.numberOfItems }),
    },
    ports,
  );
}

/** Orders texts by code unit, so that the order is the same on every machine. */
export function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
