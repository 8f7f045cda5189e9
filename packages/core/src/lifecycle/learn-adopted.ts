import { DocumentBook, type PreparedEntry } from './document-book.js';
import type { JobRun } from './job-run.js';
import { lookUpDocuments } from './look-up-documents.js';
import { recordResults } from './record-results.js';

/**
 * Learns what the ledger holds of entries that Pleo knows as successful and this store does not know as booked, so that payments and second
 * exports find them. Nothing is concluded from what is not found.
 */
export async function learnAdopted(run: JobRun, book: DocumentBook, adopted: readonly PreparedEntry[]): Promise<void> {
  if (run.reader.capabilities.reference.lookup === 'none') return;
  const unknown = adopted.flatMap((entry) => entry.documents).filter(({ stored }) => stored?.state !== 'posted');
  const seen = new DocumentBook(run);
  const results = await lookUpDocuments(run, seen, unknown);
  for (const prepared of unknown) {
    const state = seen.get(prepared);
    if (state.status === 'posted') book.set(prepared, state);
  }
  await recordResults(
    run,
    'look-up',
    results.filter((result) => result.state === 'posted'),
    [],
  );
}
