import type { Books } from '../books/books.js';
import type { HeldPayment } from '../books/held-records.js';
import { dayFields, instant } from '../api/envelope.js';
import type { Wire } from '../api/write-elements.js';
import { amountOf } from '../money/scaled.js';
import { accountReferenceWire, contactReferenceWire } from './reference-wires.js';

const TYPES = {
  ACCPAY: 'ACCPAYPAYMENT',
  ACCREC: 'ACCRECPAYMENT',
  ACCPAYCREDIT: 'APCREDITPAYMENT',
  ACCRECCREDIT: 'ARCREDITPAYMENT',
} as const;

export function paymentType({ invoices, creditNotes }: Books, held: HeldPayment): string {
  const type = invoices.get(held.invoiceId ?? '')?.type ?? creditNotes.get(held.creditNoteId ?? '')?.type;
  return type === undefined ? '' : TYPES[type];
}

/** A payment as answers show it. */
export function paymentWire(books: Books, held: HeldPayment): Wire {
  return {
    PaymentID: held.id,
    ...dayFields('Date', held.date),
    Amount: amountOf(held.amount),
    BankAmount: amountOf(held.bankAmount),
    ...(held.reference === null ? {} : { Reference: held.reference }),
    PaymentType: paymentType(books, held),
    Status: held.status,
    IsReconciled: held.isReconciled,
    Account: accountReferenceWire(books, held.accountId),
    ...paidWire(books, held),
    HasAccount: true,
    HasValidationErrors: false,
    UpdatedDateUTC: instant(held.updatedAt),
  };
}

function paidWire(books: Books, { invoiceId, creditNoteId }: HeldPayment): Wire {
  const invoice = books.invoices.get(invoiceId ?? '');
  const creditNote = books.creditNotes.get(creditNoteId ?? '');
  const brief = (held: NonNullable<typeof invoice | typeof creditNote>) => ({
    Type: held.type,
    Contact: contactReferenceWire(books, held.contactId),
    CurrencyCode: held.currency,
  });
  if (invoice)
    return {
      Invoice: { InvoiceID: invoice.id, InvoiceNumber: invoice.number ?? '', ...brief(invoice), HasErrors: false },
    };
  return creditNote
    ? { CreditNote: { CreditNoteID: creditNote.id, CreditNoteNumber: creditNote.number ?? '', ...brief(creditNote) } }
    : {};
}
