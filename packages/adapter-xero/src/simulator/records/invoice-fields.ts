import type { Books } from '../books/books.js';
import type { HeldCreditNote, HeldInvoice } from '../books/held-records.js';
import { fromScaled } from '../money/scaled.js';
import type { QueryFields } from '../where/query-fields.js';
import { fieldsWithLines } from './fields-with-lines.js';
import { amountLeft, amountPaid } from './invoice-amounts.js';

/** What invoices can be filtered and ordered by. */
export function invoiceFields(books: Books): QueryFields<HeldInvoice> {
  return {
    ...sharedFields<HeldInvoice>(books),
    InvoiceID: { kind: 'guid', read: ({ id }) => id },
    InvoiceNumber: { kind: 'text', read: ({ number }) => number },
    AmountDue: { kind: 'number', read: (held) => fromScaled(amountLeft(books, held), 2) },
    AmountPaid: { kind: 'number', read: ({ id }) => fromScaled(amountPaid(books, id), 2) },
  };
}

/** What credit notes can be filtered and ordered by; their number is not among it. */
export function creditNoteFields(books: Books): QueryFields<HeldCreditNote> {
  return {
    ...sharedFields<HeldCreditNote>(books),
    CreditNoteID: { kind: 'guid', read: ({ id }) => id },
  };
}

function sharedFields<T extends HeldInvoice | HeldCreditNote>({ contacts }: Books): QueryFields<T> {
  return {
    ...fieldsWithLines<T>(),
    Type: { kind: 'text', read: ({ type }) => type },
    Status: { kind: 'text', read: ({ status }) => status },
    DueDate: { kind: 'day', read: ({ dueDate }) => dueDate },
    'Contact.Name': { kind: 'text', read: ({ contactId }) => contacts.get(contactId)?.name ?? null },
    'Contact.ContactNumber': { kind: 'text', read: ({ contactId }) => contacts.get(contactId)?.contactNumber ?? null },
  };
}
