import type { ExportItem } from '@ledgerferry/core';
import { buildExportItem, type MemoryDocument, type MemoryExportJob } from '@ledgerferry/testkit';
import { COMPANY_ID } from '../../src/world/reference-job.js';
import type { Stage } from './stage.js';

/** A receipt that Pleo holds. */
export const RECEIPT = { url: 'https://files.example.com/receipt.pdf', type: 'application/pdf', size: 15 };

/** What makes an item a bill, and another one its payment. */
export const BILL = { type: 'invoice', reconciliationId: 'R-INV' };
export const PAYMENT = { type: 'invoice_payment', subType: 'invoice_payment_sent', reconciledEntries: ['R-INV'] };

/** What makes an item a bill and its payment in one: two documents. */
export const PAYABLE = { bookkeepingMethod: 'accounts_payable' };

/** The id of job `number`. */
export const jobId = (number: number): string => `a0000000-0000-4000-8000-${digits(number)}`;

/** The id of entry `number`. */
export const entryId = (number: number): string => `e0000000-0000-4000-8000-${digits(number)}`;

/** Job `number` with one card purchase of 1.00 DKK per entry number, changed as given. */
export function job(number: number, entries: Readonly<Record<number, Partial<ExportItem>>>): MemoryExportJob {
  const items = Object.entries(entries).map(([entry, overrides]) =>
    buildExportItem(100, {
      accountingEntryId: entryId(Number(entry)),
      companyId: COMPANY_ID,
      reconciliationId: `R-${entry}`,
      ...overrides,
    }),
  );
  return { id: jobId(number), companyId: COMPANY_ID, createdAt: `2026-03-2${number}T09:00:00Z`, items };
}

/** What the ledger holds, vendors left out. */
export function booked({ ledger }: Stage): readonly MemoryDocument[] {
  return ledger.documents().filter((document) => document.summary !== null);
}

/** What the ledger holds, vendors left out: `1/journal` is the journal of entry 1. */
export function bookedNames(stage: Stage): readonly string[] {
  return booked(stage).map(({ reference }) => reference.replace(/^.*-0*(\d+\/)/, '$1'));
}

/** The status of every item of a job, as Pleo has it. */
export function statusesAtPleo({ pleo }: Stage, number: number): readonly string[] {
  return pleo.book(jobId(number)).items.map((item) => item.status);
}

function digits(number: number): string {
  return String(number).padStart(12, '0');
}
