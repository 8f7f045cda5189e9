import { chunk } from './arrange-batches.js';
import type { DocumentBook, PreparedDocument, PreparedEntry } from './document-book.js';
import type { JobRun } from './job-run.js';

/** Asks the ledger for the totals of documents whose posting was answered without one, as far as it can be asked. */
export async function readBackTotals(
  run: JobRun,
  entries: readonly PreparedEntry[],
  book: DocumentBook,
): Promise<void> {
  const { reference, findBatchSize } = run.reader.capabilities;
  if (reference.lookup === 'none') return;
  const untold = entries.flatMap((entry) => entry.documents).filter((prepared) => isUntold(prepared, book));
  for (const batch of chunk(untold, findBatchSize)) {
    const findings = await run.reader.find(
      batch.map(({ document, reference: name }) => ({
        key: document.key,
        reference: name,
        recordTypes: [document.recordType],
        date: document.summary?.date ?? null,
        firstDate: document.summary?.date ?? null,
        document,
      })),
    );
    for (const prepared of batch) {
      const finding = findings.find(({ key }) => key === prepared.document.key);
      const state = book.get(prepared);
      if (state.status !== 'posted' || (finding?.status !== 'live' && finding?.status !== 'draft')) continue;
      book.set(prepared, { ...state, booked: finding.summary?.total ?? null });
    }
  }
}

function isUntold(prepared: PreparedDocument, book: DocumentBook): boolean {
  const state = book.get(prepared);
  return prepared.document.summary !== null && state.status === 'posted' && state.booked === null;
}
