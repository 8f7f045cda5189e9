import type { ExportJobItem } from '../model/export-job.js';
import type { Money } from '../model/money.js';
import type { ReferenceData } from '../ports/accounting-adapter.js';
import type { StoredDocument } from '../ports/state-store.js';
import type { ExportPorts } from './export-ports.js';
import type { LedgerReader } from './guard-adapter.js';
import type { CarriedElsewhere } from './others-may-have-posted.js';
import { prepareEntries } from './prepare-entries.js';
import type { Preparation } from './preparation.js';
import type { FetchedItem } from './read-items.js';

/** A job's entries, ready to be recorded, and what is needed to judge its end. */
export interface PreparedJob {
  readonly preparation: Preparation;
  /** Wallet amounts by entry id. */
  readonly amounts: ReadonlyMap<string, Money>;
  /** What earlier runs and jobs sent of these entries: documents and receipts. */
  readonly stored: readonly StoredDocument[];
  readonly carriedElsewhere: CarriedElsewhere;
}

/** What a job is prepared from. */
export interface JobContents {
  /** The organisation that is posted to. */
  readonly tenant: string;
  readonly jobItems: readonly ExportJobItem[];
  readonly fetched: ReadonlyMap<string, FetchedItem>;
  readonly referenceData: ReferenceData;
}

type PreparingPorts = Pick<ExportPorts, 'companyId' | 'settings'> & {
  readonly store: Pick<
    ExportPorts['store'],
    'documents' | 'prerequisites' | 'bookedInvoices' | 'entriesCarriedElsewhere'
  >;
  readonly reader: LedgerReader;
};

/** Prepares every item of a job with what the store knows of its entries. Writes nothing, anywhere. */
export async function prepareJob(
  { tenant, jobItems, fetched, referenceData }: JobContents,
  { companyId, settings, store, reader }: PreparingPorts,
): Promise<PreparedJob> {
  const wanted = jobItems.map((item) => item.accountingEntryId);
  const stored = await store.documents(companyId, wanted, tenant);
  const elsewhere = await store.entriesCarriedElsewhere(companyId, wanted);
  const carriedElsewhere = new Map(elsewhere.map((entry) => [entry.accountingEntryId, entry.externalId]));
  const preparation = await prepareEntries(wanted, fetched, {
    settings,
    reader,
    referenceData,
    stored: [...stored, ...(await store.prerequisites(companyId, tenant))],
    carriedElsewhere,
    findInvoices: (invoices) => store.bookedInvoices(companyId, invoices, tenant),
  });
  const amounts = new Map([...fetched].flatMap(([id, { amount }]) => (amount ? [[id, amount] as const] : [])));
  return { preparation, amounts, stored, carriedElsewhere };
}
