import type { ExportItem } from '@ledgerferry/core';
import { buildExportItem, buildExportItemLine, type MemoryExportJob } from '@ledgerferry/testkit';

export const COMPANY_ID = '3d7f2c10-54b7-4a0e-9d0c-2f6a1b8e4c11';

const RECEIPT = { url: 'https://files.example.com/receipt.pdf', type: 'application/pdf', size: 15 };
const VENDOR = {
  id: '270d1ce6-b1aa-4efc-95f9-6e7d8c9bab01',
  name: 'ACME Cloud Ltd',
  code: 'V-2031',
  externalId: null,
  country: 'IE',
  registrationNumber: null,
  taxRegistrationNumber: null,
};
const INVOICE = { invoiceNumber: 'A-17', invoiceDate: '2026-03-02', status: 'paid', dueDate: null, paymentDate: null };

/** Twelve entries: journals, an invoice with its payment, payables of two documents, receipts, and one without a category. */
const ITEMS: readonly Partial<ExportItem>[] = [
  { files: [RECEIPT] },
  {},
  { type: 'out_of_pocket', files: [RECEIPT, RECEIPT] },
  { type: 'invoice', bookkeepingMethod: 'accounts_payable', vendor: VENDOR, invoice: INVOICE, reconciliationId: 'R-4' },
  {
    type: 'invoice_payment',
    subType: 'invoice_payment_sent',
    vendor: VENDOR,
    reconciledEntries: ['R-4'],
    date: '2026-03-12T08:00:00Z',
  },
  { bookkeepingMethod: 'accounts_payable', vendor: VENDOR },
  { lines: [buildExportItemLine(7_00, { account: null })] },
  { type: 'wallet_topup', date: '2026-03-09T15:20:00Z' },
  { type: 'refund', date: '2026-03-09T16:40:00Z' },
  { type: 'direct_reimbursement', subType: 'reimbursement_to_employee' },
  { bookkeepingMethod: 'accounts_payable', vendor: VENDOR, files: [RECEIPT] },
  { type: 'fee' },
];

const entryId = (number: number): string => `e0000000-0000-4000-8000-0000000000${String(number).padStart(2, '0')}`;

/** The entry without a category: it is told to Pleo as failed and never reaches the ledger. */
export const INVALID_ENTRY = entryId(7);

/** The entries, of 1.00, 2.00, … 12.00 DKK. */
export function referenceItems(): readonly ExportItem[] {
  return ITEMS.map((overrides, index) =>
    buildExportItem((index + 1) * 100, {
      accountingEntryId: entryId(index + 1),
      companyId: COMPANY_ID,
      reconciliationId: `R-${index + 1}`,
      ...overrides,
    }),
  );
}

/** The entries that cannot be booked where the ledger refuses a document: its own, and those that name it. */
export function entriesThatNeed(documentKey: string): readonly string[] {
  const [own = ''] = documentKey.split('/');
  if (own === 'prerequisite') return [4, 5, 6, 11].map(entryId);
  return own === entryId(4) ? [own, entryId(5)] : [own];
}

/** The job that every fault is tried on. */
export function referenceJob(id = 'a0000000-0000-4000-8000-000000000001'): MemoryExportJob {
  return { id, companyId: COMPANY_ID, createdAt: '2026-03-11T08:00:00Z', items: referenceItems() };
}

/** What the ledger must hold in the end: every reference once. */
export const EXPECTED_REFERENCES: readonly string[] = [
  '01/journal',
  '02/journal',
  '03/journal',
  '04/invoice',
  '05/payment',
  '06/invoice',
  '06/payment',
  '08/journal',
  '09/journal',
  '10/journal',
  '11/invoice',
  '11/payment',
  '12/journal',
].map((tail) => `e0000000-0000-4000-8000-0000000000${tail}`);

/** How many receipts must hang in the ledger in the end. */
export const EXPECTED_RECEIPTS = 4;
