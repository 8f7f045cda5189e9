import { lookUpDocuments } from './look-up-documents.js';
import { DocumentBook, type PreparedEntry } from './document-book.js';
import type { JobRun } from './job-run.js';
import { recordResults } from './record-results.js';

/**
 * Learns what the ledger holds of entries that Pleo knows as successful and this store knows nothing of: their documents are then
 * found by later payments and second exports. Nothing is concluded from what is not found.
 */
export async function learnAdopted(run: JobRun, adopted: readonly PreparedEntry[]): Promise<void> {
  if (run.reader.capabilities.reference.lookup === 'none') return;
  const unknown = adopted.flatMap((entry) => entry.documents).filter((prepared) => !prepared.stored);
  const results = await lookUpDocuments(run, new DocumentBook(), unknown);
  await recordResults(
    run,
    'look-up',
    results.filter((result) => result.state === 'posted'),
    [],
  );
}
