import type { Problem } from '../errors/problem.js';
import type { DocumentResult } from '../ports/state-store.js';
import type { DocumentBook, PreparedDocument } from './document-book.js';
import { resultOf } from './document-identity.js';

/**
 * Notes that a document cannot be written, because its plan no longer holds or because one it names is not in the ledger: refused
 * where that one was refused, which is to be recorded; parked where that one is. Undefined where nothing is to be recorded.
 */
export function blockedBy(
  prepared: PreparedDocument,
  documents: ReadonlyMap<string, PreparedDocument>,
  book: DocumentBook,
): DocumentResult | undefined {
  if (prepared.unwritable) return refuse(prepared, book, prepared.unwritable);
  for (const key of prepared.document.dependsOn) {
    const needed = documents.get(key);
    const state = needed ? book.get(needed) : undefined;
    if (state?.status === 'posted') continue;
    if (state?.status === 'parked') {
      // it was not sent itself, so there is nothing of it to be settled
      book.park(prepared, state.evidence);
      return undefined;
    }
    const reason = state?.status === 'refused' ? state.problem.message : 'it is not among the entries of this job';
    const message = `This entry needs another one that could not be booked first (${key}): ${reason}`;
    return refuse(prepared, book, {
      code: 'NEEDED_ENTRY_NOT_BOOKED',
      reason: 'validation_failure',
      owner: 'bookkeeper',
      message,
    });
  }
  return undefined;
}

function refuse(prepared: PreparedDocument, book: DocumentBook, problem: Problem): DocumentResult {
  const result = resultOf(prepared, book, 'refused', { reason: problem.message });
  book.set(prepared, { status: 'refused', problem, generation: result.generation });
  return result;
}
