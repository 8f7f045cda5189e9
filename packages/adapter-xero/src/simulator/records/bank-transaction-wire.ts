import type { Books } from '../books/books.js';
import type { HeldBankTransaction } from '../books/held-records.js';
import { dayFields, instant } from '../api/envelope.js';
import type { Wire } from '../api/write-elements.js';
import { jsonNumber } from '@ledgerferry/http';
import { lineWire } from '../lines/line-wire.js';
import { amountOf } from '../money/scaled.js';
import { accountReferenceWire, contactReferenceWire, hasAttachments } from './reference-wires.js';

/** A bank transaction as answers show it; a list without pages leaves its lines out. */
export function bankTransactionWire(books: Books, held: HeldBankTransaction, hasLines = true): Wire {
  return {
    BankTransactionID: held.id,
    Type: held.type,
    Contact: contactReferenceWire(books, held.contactId),
    BankAccount: accountReferenceWire(books, held.bankAccountId),
    ...dayFields('Date', held.date),
    ...(held.reference === null ? {} : { Reference: held.reference }),
    ...(held.url === null ? {} : { Url: held.url }),
    IsReconciled: held.isReconciled,
    Status: held.status,
    LineAmountTypes: held.lineAmountTypes,
    LineItems: hasLines ? held.lines.map((line) => lineWire(books, line)) : [],
    SubTotal: amountOf(held.subTotal),
    TotalTax: amountOf(held.totalTax),
    Total: amountOf(held.total),
    CurrencyCode: held.currency,
    CurrencyRate: jsonNumber(held.currencyRate),
    ...(held.overpaymentId === null ? {} : { OverpaymentID: held.overpaymentId }),
    HasAttachments: hasAttachments(books, held.id),
    UpdatedDateUTC: instant(held.updatedAt),
  };
}
