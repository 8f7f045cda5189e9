import type { Books } from '../books/books.js';
import type { HeldCreditNote, HeldInvoice } from '../books/held-records.js';
import { dayFields, instant } from '../api/envelope.js';
import type { Wire } from '../api/write-elements.js';
import { jsonNumber } from '@ledgerferry/http';
import { lineWire } from '../lines/line-wire.js';
import { amountOf } from '../money/scaled.js';
import { amountPaid, paymentsOf } from './invoice-amounts.js';
import { contactReferenceWire, hasAttachments } from './reference-wires.js';

/** An invoice as answers show it; a list without pages leaves its lines out. */
export function invoiceWire(books: Books, held: HeldInvoice, hasLines = true): Wire {
  const paid = amountPaid(books, held.id);
  return {
    InvoiceID: held.id,
    Type: held.type,
    ...(held.number === null ? {} : { InvoiceNumber: held.number }),
    ...(held.url === null ? {} : { Url: held.url }),
    ...shared(books, held, hasLines),
    Prepayments: [],
    Overpayments: [],
    CreditNotes: [],
    AmountDue: amountOf(held.total - paid),
    AmountPaid: amountOf(paid),
    AmountCredited: amountOf(0),
    IsDiscounted: false,
  };
}

/** A credit note as answers show it. */
export function creditNoteWire(books: Books, held: HeldCreditNote, hasLines = true): Wire {
  const paid = amountPaid(books, held.id);
  return {
    CreditNoteID: held.id,
    Type: held.type,
    ...(held.number === null ? {} : { CreditNoteNumber: held.number }),
    ...shared(books, held, hasLines),
    Allocations: [],
    RemainingCredit: amountOf(held.total - paid),
  };
}

function shared(books: Books, held: HeldInvoice | HeldCreditNote, hasLines: boolean): Wire {
  return {
    Contact: contactReferenceWire(books, held.contactId),
    ...dayFields('Date', held.date),
    ...(held.dueDate === null ? {} : dayFields('DueDate', held.dueDate)),
    ...(held.reference === null ? {} : { Reference: held.reference }),
    Status: held.status,
    LineAmountTypes: held.lineAmountTypes,
    LineItems: hasLines ? held.lines.map((line) => lineWire(books, line)) : [],
    SubTotal: amountOf(held.subTotal),
    TotalTax: amountOf(held.totalTax),
    Total: amountOf(held.total),
    CurrencyCode: held.currency,
    CurrencyRate: jsonNumber(held.currencyRate),
    Payments: paymentsOf(books, held.id).map((payment) => ({
      PaymentID: payment.id,
      Date: instant(Date.parse(payment.date)),
      Amount: amountOf(payment.amount),
      ...(payment.reference === null ? {} : { Reference: payment.reference }),
      HasAccount: false,
      HasValidationErrors: false,
    })),
    HasAttachments: hasAttachments(books, held.id),
    HasErrors: false,
    UpdatedDateUTC: instant(held.updatedAt),
  };
}
