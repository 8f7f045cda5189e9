import type { Finding } from '../ports/accounting-adapter.js';
import type { DocumentResult } from '../ports/state-store.js';
import { chunk } from './arrange-batches.js';
import type { DocumentBook, PreparedDocument } from './document-book.js';
import { resultOf } from './document-identity.js';
import type { JobRun } from './job-run.js';
import { judgeFinding, uncertain, type Verdict } from './judge-finding.js';
import { waitUntilVisible } from './wait-until-visible.js';

/**
 * Documents that must be looked up before anything is written: those with an intent and no result; those an earlier job posted;
 * and, where this store may not know all that was sent, every one without a result. Unique references spare the last kind:
 * there a repeat is refused, and looked up then.
 */
export function mustBeLookedUp(run: JobRun, book: DocumentBook, prepared: PreparedDocument): boolean {
  const { lookup, unique } = run.reader.capabilities.reference;
  const state = book.get(prepared);
  if (state.status === 'posted') return lookup !== 'none' && prepared.stored?.jobId !== run.job.id;
  if (state.status !== 'open') return false;
  if (state.intendedAt !== null) return true;
  if (unique) return false;
  if (lookup === 'none') return run.stored.takenUpAs === 'in_progress';
  return run.resumed || run.stored.firstOfCompany || run.storeMayBeBehind;
}

/**
 * Looks documents up and notes in the book what was found: there means posted, absent means open under the next generation,
 * anything else is parked. Returns what changed, to be recorded. Nothing is written to the ledger.
 */
export async function lookUpDocuments(
  run: JobRun,
  book: DocumentBook,
  documents: readonly PreparedDocument[],
): Promise<readonly DocumentResult[]> {
  const results: DocumentResult[] = [];
  await waitUntilVisible(run, sendingTimes(run, book, documents));
  for (const batch of chunk(documents, run.reader.capabilities.findBatchSize)) {
    const findings = await find(run, batch);
    for (const prepared of batch) {
      const verdict = judge(run, book, prepared, findings.get(prepared.document.key));
      const result = note(run, book, prepared, verdict);
      if (result) results.push(result);
    }
  }
  return results;
}

async function find(run: JobRun, batch: readonly PreparedDocument[]): Promise<ReadonlyMap<string, Finding>> {
  const { reference, recordTypes } = run.reader.capabilities;
  if (reference.lookup === 'none') return new Map();
  const findings = await run.reader.find(
    batch.map(({ document, reference, stored }) => ({
      key: document.key,
      reference,
      recordTypes: stored ? [stored.recordType] : Object.keys(recordTypes),
      date: stored?.date ?? document.summary?.date ?? null,
      document,
    })),
  );
  return new Map(findings.map((finding) => [finding.key, finding]));
}

function judge(run: JobRun, book: DocumentBook, prepared: PreparedDocument, finding: Finding | undefined): Verdict {
  const { document, reference } = prepared;
  if (!finding) return uncertain(reference, 'this ledger cannot be asked for it');
  return judgeFinding(finding, { document, reference, mayBeOurs: mayHaveBeenSent(run, book, prepared) });
}

function note(
  run: JobRun,
  book: DocumentBook,
  prepared: PreparedDocument,
  verdict: Verdict,
): DocumentResult | undefined {
  switch (verdict.status) {
    case 'there': {
      const { externalId, externalUrl, booked } = verdict;
      const known = { externalId, externalUrl, booked };
      const result = resultOf(prepared, book, 'posted', known);
      const by = wasThereBefore(run, book, prepared) ? 'before' : 'this-job';
      book.set(prepared, { status: 'posted', ...known, by });
      return result;
    }
    case 'absent':
      book.set(prepared, { status: 'open', generation: nextGeneration(run, book, prepared), intendedAt: null });
      return undefined;
    case 'uncertain':
      book.park(prepared, verdict.evidence);
      return resultOf(prepared, book, 'parked', { reason: verdict.evidence });
  }
}

/** Raised where a call of ours may have carried the document, so that the next one has a key of its own. */
function nextGeneration(run: JobRun, book: DocumentBook, prepared: PreparedDocument): number {
  const { stored } = prepared;
  const last = Math.max(book.sendings(prepared).generation, stored?.generation ?? 0);
  return mayHaveBeenSent(run, book, prepared) || stored?.state === 'posted' ? last + 1 : last;
}

/**
 * When these documents may have been sent: at their intents; where none is known but somebody may have posted, until this run began.
 * Unique references need no waiting, because a request that lands late is refused; neither does a ledger that cannot be asked.
 */
function sendingTimes(run: JobRun, book: DocumentBook, documents: readonly PreparedDocument[]): readonly number[] {
  const { unique, lookup } = run.reader.capabilities.reference;
  if (unique || lookup === 'none') return [];
  const othersMayHavePosted = run.resumed || run.stored.firstOfCompany || run.storeMayBeBehind;
  return documents.flatMap(
    (prepared) => book.sendings(prepared).intendedAt ?? (othersMayHavePosted ? run.beganAt : []),
  );
}

/** True where a call of ours may have carried it and its answer is not known. */
function mayHaveBeenSent(run: JobRun, book: DocumentBook, prepared: PreparedDocument): boolean {
  return run.resumed || book.sendings(prepared).intendedAt !== null;
}

/** True where the ledger had it before this job was begun: a deliberate second export of a job that was ours from `pending` on. */
function wasThereBefore(run: JobRun, book: DocumentBook, prepared: PreparedDocument): boolean {
  if (run.stored.takenUpAs !== 'pending') return false;
  if (prepared.stored) return prepared.stored.jobId !== run.job.id;
  return !mayHaveBeenSent(run, book, prepared);
}
