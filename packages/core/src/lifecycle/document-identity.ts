import type { DocumentIdentity, DocumentResult } from '../ports/state-store.js';
import type { DocumentBook, PreparedDocument } from './document-book.js';

/** A prepared document as the store is told of it. */
export function identityOf(prepared: PreparedDocument, book: DocumentBook): DocumentIdentity {
  const { document, accountingEntryId, reference, fingerprint, invoice } = prepared;
  const { key, role, recordType, summary } = document;
  const { generation } = book.sendings(prepared);
  return {
    key,
    accountingEntryId,
    role,
    recordType,
    reference,
    date: summary?.date ?? null,
    fingerprint,
    generation,
    invoice,
  };
}

/** What became of a prepared document, as the store is told of it. */
export function resultOf(
  prepared: PreparedDocument,
  book: DocumentBook,
  state: DocumentResult['state'],
  known: Partial<Pick<DocumentResult, 'externalId' | 'externalUrl' | 'booked' | 'reason' | 'date'>>,
): DocumentResult {
  return { ...identityOf(prepared, book), state, ...NOTHING_KNOWN, ...known };
}

const NOTHING_KNOWN = { externalId: null, externalUrl: null, booked: null, reason: null };
