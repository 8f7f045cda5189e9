import type { Books } from './books.js';
import { heldDocuments } from './held-documents.js';
import { peopleOf } from './people.js';
import { postingsOf } from './postings.js';
import type { XeroBooks } from './xero-books.js';

/** The back door of an organisation. */
export function openXeroBooks(books: Books): XeroBooks {
  return {
    tenantId: books.seed.tenantId,
    get bankTransactions() {
      return books.bankTransactions.all();
    },
    get invoices() {
      return books.invoices.all();
    },
    get creditNotes() {
      return books.creditNotes.all();
    },
    get payments() {
      return books.payments.all();
    },
    get bankTransfers() {
      return books.bankTransfers.all();
    },
    get manualJournals() {
      return books.manualJournals.all();
    },
    get contacts() {
      return books.contacts.all();
    },
    get attachments() {
      return [...books.attachments.values()].flat();
    },
    get accounts() {
      return books.accounts.all();
    },
    documents: () => heldDocuments(books),
    postings: (documentId) => postingsOf(books, documentId),
    links: (documentId) => linksOf(books, documentId),
    ...peopleOf(books),
  };
}

function linksOf({ payments }: Books, documentId: string): readonly string[] {
  const payment = payments.get(documentId);
  return [payment?.invoiceId, payment?.creditNoteId].filter((id) => typeof id === 'string');
}
