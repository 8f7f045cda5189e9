import { calendarDayAt } from '../bookkeeping/calendar-day.js';
import type { ExportItem, UnreadableExportItem } from '../model/export-item.js';
import type { ExportJob, ExportJobItem } from '../model/export-job.js';
import type { Money } from '../model/money.js';
import type { ReferenceData } from '../ports/accounting-adapter.js';
import type { StoredDocument } from '../ports/state-store.js';
import type { ExportPorts } from './export-ports.js';
import type { LedgerReader } from './guard-adapter.js';
import { prepareEntries, type Preparation } from './prepare-entries.js';

/** A job's entries, ready to be recorded, and what is needed to judge its end. */
export interface PreparedJob {
  readonly preparation: Preparation;
  /** Wallet amounts by entry id. */
  readonly amounts: ReadonlyMap<string, Money>;
  /** Receipts that earlier runs and jobs sent, by key. */
  readonly storedReceipts: ReadonlyMap<string, StoredDocument>;
}

/** What a job is prepared from. */
export interface JobContents {
  readonly job: ExportJob;
  readonly jobItems: readonly ExportJobItem[];
  readonly exportItems: ReadonlyMap<string, ExportItem | UnreadableExportItem>;
  readonly referenceData: ReferenceData;
}

type PreparingPorts = Pick<ExportPorts, 'companyId' | 'settings' | 'validators' | 'clock'> & {
  readonly store: Pick<ExportPorts['store'], 'documents' | 'prerequisites' | 'bookedInvoices'>;
  readonly reader: LedgerReader;
};

/** Prepares every item of a job with what the store knows of its entries. Writes nothing, anywhere. */
export async function prepareJob(
  { job, jobItems, exportItems, referenceData }: JobContents,
  { companyId, settings, validators, clock, store, reader }: PreparingPorts,
): Promise<PreparedJob> {
  const wanted = jobItems.map((item) => item.accountingEntryId);
  const stored = await store.documents(companyId, wanted);
  const startedAt = job.startedAt === null ? clock.now() : Date.parse(job.startedAt);
  const preparation = await prepareEntries(wanted, exportItems, {
    companyId,
    settings,
    days: { today: calendarDayAt(startedAt, settings.timeZone), closedThrough: referenceData.closedThrough },
    validators,
    reader,
    referenceData,
    stored: [...stored, ...(await store.prerequisites(companyId))],
    findInvoices: (invoices) => store.bookedInvoices(companyId, invoices),
  });
  return { preparation, amounts: walletAmounts(exportItems), storedReceipts: receiptsByKey(stored) };
}

function walletAmounts(exportItems: JobContents['exportItems']): ReadonlyMap<string, Money> {
  const amounts = new Map<string, Money>();
  for (const [accountingEntryId, item] of exportItems) {
    if (!('problem' in item)) amounts.set(accountingEntryId, item.amount.inWalletCurrency);
  }
  return amounts;
}

function receiptsByKey(stored: readonly StoredDocument[]): ReadonlyMap<string, StoredDocument> {
  return new Map(stored.filter((document) => document.role === 'receipt').map((document) => [document.key, document]));
}
