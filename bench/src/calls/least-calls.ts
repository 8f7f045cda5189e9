// The fewest calls that a job can do with, computed from Pleo's items and the ledger's limits alone: nothing here is the engine's.
import type { ExportItem, GeneratedExportJob } from '@ledgerferry/pleo-simulator';
import type { Calls } from './ledger.ts';
import { BATCH_SIZES, FIND_BATCH_SIZE } from './limits.ts';

/** What is known before the job begins. */
export interface Situation {
  /** True where the ledger refuses a reference that it holds: nothing need be looked up beforehand. */
  readonly unique: boolean;
  /** True for the first job of a company that this state meets: it cannot know what somebody else has sent. */
  readonly isFirst: boolean;
  /** Contacts that are known to be in the ledger. */
  readonly knownContacts: ReadonlySet<string>;
}

/** What the job needs of the ledger where nothing goes wrong. */
export function leastCalls({ exportItems }: GeneratedExportJob, { unique, isFirst, knownContacts }: Situation): Calls {
  const ofType = (type: DocumentType): number => exportItems.filter((item) => typeOf(item) === type).length;
  const newContacts = [...contactsOf(exportItems)].filter((contact) => !knownContacts.has(contact)).length;
  return {
    readiness: 1,
    referenceData: 1,
    findContacts: Math.ceil(newContacts / FIND_BATCH_SIZE),
    findDocuments: isFirst && !unique ? Math.ceil(exportItems.length / FIND_BATCH_SIZE) : 0,
    postContacts: Math.ceil(newContacts / BATCH_SIZES.contact),
    postJournals: Math.ceil(ofType('journal') / BATCH_SIZES.journal),
    postInvoices: Math.ceil(ofType('invoice') / BATCH_SIZES.invoice),
    postPayments: Math.ceil(ofType('payment') / BATCH_SIZES.payment),
    findFiles: 0,
    attachFiles: exportItems.flatMap(filesOf).length,
  };
}

/** The vendors of the job's invoices: by id, else by name. */
export function contactsOf(items: readonly ExportItem[]): ReadonlySet<string> {
  const invoices = items.filter((item) => typeOf(item) === 'invoice');
  return new Set(invoices.map(({ vendor, supplier }) => vendor?.id ?? supplier?.name?.toLowerCase() ?? ''));
}

export type DocumentType = 'journal' | 'invoice' | 'payment';

/** What an item becomes: one document. */
export function typeOf({ type }: ExportItem): DocumentType {
  if (type === 'invoice') return 'invoice';
  return type === 'invoice_payment' ? 'payment' : 'journal';
}

/** An item's receipts; Pleo lists some as null. */
export function filesOf({ files }: ExportItem): readonly unknown[] {
  return (files ?? []).filter((file) => file !== null);
}
