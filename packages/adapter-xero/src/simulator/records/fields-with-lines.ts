import type { HeldWithLines } from '../books/held-records.js';
import { fromScaled } from '../money/scaled.js';
import type { QueryFields } from '../where/query-fields.js';

/** What lists of bank transactions, invoices and credit notes can all be filtered by. */
export function fieldsWithLines<T extends HeldWithLines>(): QueryFields<T> {
  return {
    Date: { kind: 'day', read: ({ date }) => date },
    Reference: { kind: 'text', read: ({ reference }) => reference },
    'Contact.ContactID': { kind: 'guid', read: ({ contactId }) => contactId },
    CurrencyCode: { kind: 'text', read: ({ currency }) => currency },
    Total: { kind: 'number', read: ({ total }) => fromScaled(total, 2) },
  };
}
