import type { DocumentQuery } from '../ports/accounting-adapter.js';
import type { StoredDocument } from '../ports/state-store.js';

/** Asks for a document as it was sent: the store knows its name and its day, and nothing of what it says. */
export function storedDocumentQuery(stored: StoredDocument): DocumentQuery {
  const { key, role, recordType, reference, date, externalId } = stored;
  const document = { key, role, recordType, body: null, dependsOn: [], summary: null };
  return { key, reference, recordTypes: [recordType], date, firstDate: date, externalId, document };
}
