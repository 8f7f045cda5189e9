import type { StoredDocument, StoredItem } from '../ports/state-store.js';
import type { GuardedPorts } from './export-ports.js';

/** What the store remembers of a job's entries from earlier runs and jobs. */
export interface EarlierJobs {
  /** Receipts that were sent, by key. */
  readonly storedReceipts: ReadonlyMap<string, StoredDocument>;
  /** Entries that an earlier job booked without telling Pleo of a success: exporting them now is no second export. */
  readonly neverExported: ReadonlySet<string>;
}

/** Recalls what earlier jobs did to the entries of this one. Reads only, and no more than the settings need. */
export async function recallEarlierJobs(
  jobId: string,
  stored: readonly StoredDocument[],
  { settings, store }: Pick<GuardedPorts, 'settings' | 'store'>,
): Promise<EarlierJobs> {
  const receipts = stored.filter((document) => document.role === 'receipt');
  const documents = stored.filter((document) => document.role !== 'receipt' && document.jobId !== jobId);
  return {
    storedReceipts: new Map(receipts.map((receipt) => [receipt.key, receipt])),
    neverExported: settings.reexport === 'fail' ? await neverExported(documents, store) : new Set(),
  };
}

async function neverExported(
  documents: readonly StoredDocument[],
  store: Pick<GuardedPorts['store'], 'items'>,
): Promise<ReadonlySet<string>> {
  const begun = new Set<string>();
  const exported = new Set<string>();
  for (const [jobId, ofJob] of Map.groupBy(documents, (document) => document.jobId)) {
    const items = new Map((await store.items(jobId)).map((item) => [item.accountingEntryId, item]));
    for (const { accountingEntryId } of ofJob) {
      if (accountingEntryId === null) continue;
      begun.add(accountingEntryId);
      if (isKnownAsExported(items.get(accountingEntryId))) exported.add(accountingEntryId);
    }
  }
  return new Set([...begun].filter((accountingEntryId) => !exported.has(accountingEntryId)));
}

function isKnownAsExported(item: StoredItem | undefined): boolean {
  if (item?.outcome?.status === 'exported') return item.state === 'reported';
  // what was refused as a second export had a first one
  return item?.outcome?.status === 'failed' && item.outcome.problem.code === 'ALREADY_EXPORTED';
}
