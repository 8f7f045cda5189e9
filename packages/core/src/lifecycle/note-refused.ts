import type { Problem } from '../errors/problem.js';
import type { DocumentResult } from '../ports/state-store.js';
import type { DocumentBook, PreparedDocument } from './document-book.js';
import { resultOf } from './document-identity.js';

/** Notes in the book that the ledger refused a document, and returns that as what is to be recorded. */
export function noteRefused(book: DocumentBook, prepared: PreparedDocument, problem: Problem): DocumentResult {
  const result = resultOf(prepared, book, 'refused', { reason: problem.message });
  book.set(prepared, { status: 'refused', problem, generation: result.generation });
  return result;
}
