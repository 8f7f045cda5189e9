import type { Books } from '../books/books.js';
import type { HeldCreditNote, HeldInvoice } from '../books/held-records.js';
import type { Problems } from '../api/problems.js';
import { checkLength, checkUrl } from './document-checks.js';
import type { CreditNoteElement, InvoiceElement } from './invoice-element.js';
import { readInvoice } from './invoice-header.js';
import { isGone, nextStatus } from './invoice-status.js';

interface Writing<T> {
  readonly existing: T | null;
  readonly unitPlaces: 2 | 4;
  readonly problems: Problems;
}

/** Checks and stores an invoice or bill; null where there are problems. Source: Xero Accounting API, Invoices. */
export function storeInvoice(books: Books, sent: InvoiceElement, writing: Writing<HeldInvoice>): HeldInvoice | null {
  const { existing, problems } = writing;
  const type = sent.Type ?? existing?.type;
  if (type === undefined) problems.error('The Type of an invoice must be specified.');
  checkUrl(sent.Url, problems);
  checkLength('InvoiceNumber', sent.InvoiceNumber, 255, problems);
  if (type === 'ACCREC') checkNumber(books, sent.InvoiceNumber, existing, problems);
  const status = nextStatus(books, existing, sent.Status, problems);
  if (existing && isGone(status))
    return problems.isEmpty ? books.invoices.put({ ...existing, status, updatedAt: books.now() }) : null;
  if (status !== 'DRAFT' && sent.DueDate === undefined && !existing?.dueDate)
    problems.error('The DueDate of an invoice that is not a draft must be specified.');
  const read = readInvoice(books, sent, { ...writing, status });
  if (!problems.isEmpty || !read || type === undefined) return null;
  return books.invoices.put({
    ...read,
    // a bill has no reference of its own: its number stands there
    reference: type === 'ACCPAY' ? null : read.reference,
    type,
    status,
    number: sent.InvoiceNumber ?? existing?.number ?? null,
    url: sent.Url ?? existing?.url ?? null,
  });
}

/** Checks and stores a credit note; null where there are problems. Source: Xero Accounting API, Credit Notes. */
export function storeCreditNote(
  books: Books,
  sent: CreditNoteElement,
  writing: Writing<HeldCreditNote>,
): HeldCreditNote | null {
  const { existing, problems } = writing;
  const type = sent.Type ?? existing?.type;
  if (type === undefined) problems.error('The Type of a credit note must be specified.');
  checkLength('CreditNoteNumber', sent.CreditNoteNumber, 255, problems);
  const status = nextStatus(books, existing, sent.Status, problems);
  if (existing && isGone(status))
    return problems.isEmpty ? books.creditNotes.put({ ...existing, status, updatedAt: books.now() }) : null;
  const read = readInvoice(books, sent, { ...writing, status });
  if (!problems.isEmpty || !read || type === undefined) return null;
  return books.creditNotes.put({
    ...read,
    type,
    status,
    number: sent.CreditNoteNumber ?? existing?.number ?? null,
  });
}

/** Numbers of bills may repeat, those of invoices to customers may not. */
function checkNumber(books: Books, number: string | undefined, existing: HeldInvoice | null, problems: Problems): void {
  const isTaken = books.invoices
    .all()
    .some(
      (held) => held.type === 'ACCREC' && held.number === number && held.id !== existing?.id && !isGone(held.status),
    );
  if (number !== undefined && isTaken) problems.error('Invoice # must be unique.');
}
