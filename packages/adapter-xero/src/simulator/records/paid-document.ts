import type { Books } from '../books/books.js';
import type { HeldCreditNote, HeldInvoice } from '../books/held-records.js';
import type { Problems } from '../api/problems.js';
import type { PaymentElement } from './payment-element.js';

/** The invoice or credit note that a payment is for. */
export type PaidDocument =
  | { readonly kind: 'invoice'; readonly held: HeldInvoice }
  | { readonly kind: 'credit-note'; readonly held: HeldCreditNote };

/** What a payment names, which must have been approved; null where there are problems. Source: Xero Accounting API, Payments. */
export function paidDocument(books: Books, sent: PaymentElement, problems: Problems): PaidDocument | null {
  const found = find(books, sent);
  if (!found) problems.error('The payment must name an Invoice or a CreditNote that exists.');
  else if (found.held.status === 'PAID')
    problems.error('Payment amount exceeds the amount outstanding on this document');
  else if (found.held.status !== 'AUTHORISED')
    problems.error('Payments can only be made against Authorised documents.');
  else return found;
  return null;
}

function find({ invoices, creditNotes }: Books, { Invoice, CreditNote }: PaymentElement): PaidDocument | null {
  if (Invoice !== undefined && CreditNote !== undefined) return null;
  const invoice =
    Invoice?.InvoiceID === undefined
      ? invoices.all().find(({ number }) => number !== null && number === Invoice?.InvoiceNumber)
      : invoices.get(Invoice.InvoiceID);
  if (invoice) return { kind: 'invoice', held: invoice };
  const creditNote =
    CreditNote?.CreditNoteID === undefined
      ? creditNotes.all().find(({ number }) => number !== null && number === CreditNote?.CreditNoteNumber)
      : creditNotes.get(CreditNote.CreditNoteID);
  return creditNote ? { kind: 'credit-note', held: creditNote } : null;
}
