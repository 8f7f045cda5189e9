import type { DocumentQuery } from '../ports/accounting-adapter.js';
import { chunk } from './arrange-batches.js';
import type { DocumentBook, PreparedDocument, PreparedEntry } from './document-book.js';
import type { JobRun } from './job-run.js';
import { createLanes } from './lanes.js';

/**
 * Asks the ledger for the totals of documents whose posting was answered without one, as far as it can be asked: as many calls side by side
 * as it takes.
 */
export async function readBackTotals(
  run: JobRun,
  entries: readonly PreparedEntry[],
  book: DocumentBook,
): Promise<void> {
  const { reference, findBatchSize, maximumInFlight } = run.reader.capabilities;
  if (reference.lookup === 'none') return;
  const untold = entries.flatMap((entry) => entry.documents).filter((prepared) => isUntold(prepared, book));
  const lanes = createLanes(maximumInFlight);
  for (const batch of chunk(untold, findBatchSize)) lanes.add(() => readBack(run, batch, book));
  await lanes.drain();
}

async function readBack({ reader }: JobRun, batch: readonly PreparedDocument[], book: DocumentBook): Promise<void> {
  const findings = await reader.find(batch.map((prepared) => queryOfPosted(prepared, book)));
  for (const prepared of batch) {
    const finding = findings.find(({ key }) => key === prepared.document.key);
    const state = book.get(prepared);
    if (state.status !== 'posted' || (finding?.status !== 'live' && finding?.status !== 'draft')) continue;
    book.set(prepared, { ...state, booked: finding.summary?.total ?? null });
  }
}

function queryOfPosted(prepared: PreparedDocument, book: DocumentBook): DocumentQuery {
  const { document, reference } = prepared;
  const { key, recordType, summary } = document;
  const state = book.get(prepared);
  const date = summary?.date ?? null;
  const externalId = state.status === 'posted' ? state.externalId : null;
  return { key, reference, recordTypes: [recordType], date, firstDate: date, externalId, document };
}

function isUntold(prepared: PreparedDocument, book: DocumentBook): boolean {
  const state = book.get(prepared);
  return prepared.document.summary !== null && state.status === 'posted' && state.booked === null;
}
