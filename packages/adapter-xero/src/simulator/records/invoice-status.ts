import type { Books } from '../books/books.js';
import type { HeldCreditNote, HeldInvoice, InvoiceStatus } from '../books/held-records.js';
import type { Problems } from '../api/problems.js';
import { checkLockDates } from './document-checks.js';
import { paymentsOf } from './invoice-amounts.js';

/** Which statuses a document may get, by the one it has. Source: Xero Accounting API, Invoices: status codes. */
const NEXT: Readonly<Record<'NEW' | InvoiceStatus, readonly InvoiceStatus[]>> = {
  NEW: ['DRAFT', 'SUBMITTED', 'AUTHORISED'],
  DRAFT: ['DRAFT', 'SUBMITTED', 'AUTHORISED', 'DELETED'],
  SUBMITTED: ['SUBMITTED', 'DRAFT', 'AUTHORISED', 'DELETED'],
  AUTHORISED: ['AUTHORISED', 'VOIDED'],
  PAID: [],
  DELETED: [],
  VOIDED: [],
};

/** The status that a document gets; problems where it cannot. */
export function nextStatus(
  books: Books,
  existing: HeldInvoice | HeldCreditNote | null,
  sent: InvoiceStatus | undefined,
  problems: Problems,
): InvoiceStatus {
  const status = sent ?? existing?.status ?? 'DRAFT';
  if (!existing) {
    if (!NEXT.NEW.includes(status)) problems.error('The document is not of valid status for creation.');
    return status;
  }
  const isPaid = existing.status === 'PAID' || paymentsOf(books, existing.id).length > 0;
  if (isPaid) problems.error('This document cannot be edited as it has a payment or credit note allocated to it.');
  else if (!NEXT[existing.status].includes(status))
    problems.error('The document is not of valid status for modification.');
  if (existing.status === 'AUTHORISED') checkLockDates(books, existing.date, problems);
  return status;
}

export function isGone(status: InvoiceStatus): boolean {
  return status === 'DELETED' || status === 'VOIDED';
}
