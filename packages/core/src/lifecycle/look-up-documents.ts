import type { Finding } from '../ports/accounting-adapter.js';
import type { DocumentResult, StoredDocument } from '../ports/state-store.js';
import { chunk } from './arrange-batches.js';
import { clearAbsent } from './clearance.js';
import type { DocumentBook, PreparedDocument } from './document-book.js';
import { resultOf } from './document-identity.js';
import type { JobRun } from './job-run.js';
import { judgeFinding, uncertain, type Verdict } from './judge-finding.js';
import { isOfAnotherStore, leastGeneration, othersMayHavePosted } from './others-may-have-posted.js';
import { noteRefused } from './note-refused.js';
import { waitUntilVisible } from './wait-until-visible.js';

/**
 * Documents that must be looked up before anything is written: those that an earlier job posted, and those that are not cleared to be
 * sent, because of an intent without a result or because this store may not know all that was sent.
 */
export function mustBeLookedUp(run: JobRun, book: DocumentBook, prepared: PreparedDocument): boolean {
  const { lookup } = run.reader.capabilities.reference;
  const state = book.get(prepared);
  if (state.status === 'posted') return lookup !== 'none' && prepared.stored?.jobId !== run.job.id;
  return state.status === 'open' && state.clearance === null;
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
    results.push(...noteFindings(run, book, batch, await find(run, batch)));
  }
  return results;
}

/** Notes in the book what a look-up found, and returns what changed. */
export function noteFindings(
  run: JobRun,
  book: DocumentBook,
  documents: readonly PreparedDocument[],
  findings: ReadonlyMap<string, Finding>,
): readonly DocumentResult[] {
  return documents.flatMap((prepared) => {
    const verdict = judge(run, book, prepared, findings.get(prepared.document.key));
    return note(run, book, prepared, verdict) ?? [];
  });
}

async function find(run: JobRun, batch: readonly PreparedDocument[]): Promise<ReadonlyMap<string, Finding>> {
  const { reference, recordTypes } = run.reader.capabilities;
  if (reference.lookup === 'none') return new Map();
  const findings = await run.reader.find(
    batch.map((prepared) => {
      const { document, reference, movedFrom, toldAs } = prepared;
      const stored = knownIntent(run, prepared);
      const date = stored?.date ?? document.summary?.date ?? null;
      return {
        key: document.key,
        reference,
        recordTypes: stored ? [stored.recordType] : Object.keys(recordTypes),
        date,
        firstDate: stored ? date : (movedFrom ?? date),
        externalId: prepared.stored?.externalId ?? toldAs,
        document,
      };
    }),
  );
  return new Map(findings.map((finding) => [finding.key, finding]));
}

/** What it was sent as. After a refusal it may have been booked otherwise, and so it may by another store. */
function knownIntent(run: JobRun, { stored, accountingEntryId }: PreparedDocument): StoredDocument | undefined {
  if (stored?.state === 'refused' || isOfAnotherStore(run, accountingEntryId)) return undefined;
  return stored;
}

function judge(run: JobRun, book: DocumentBook, prepared: PreparedDocument, finding: Finding | undefined): Verdict {
  const cannotTell = !finding || finding.status === 'unknown';
  if (cannotTell && isKnownToBeAbsent(run, book, prepared)) return { status: 'absent' };
  if (!finding) return uncertain(prepared, 'this ledger cannot be asked for it');
  // the call that was refused is not the one that brought what is voided
  const mayBeOurs = mayHaveBeenSent(run, book, prepared) && !book.refusalOf(prepared);
  return judgeFinding(finding, prepared, { mayBeOurs });
}

/** Where the ledger cannot tell of a shared document, the last word on it counts: it was refused, or a person did not find it. */
function isKnownToBeAbsent(run: JobRun, book: DocumentBook, prepared: PreparedDocument): boolean {
  if (prepared.accountingEntryId !== null || prepared.stored?.state !== 'refused') return false;
  return book.sendings(prepared).intendedAt === null && !othersMayHavePosted(run, null);
}

function note(
  run: JobRun,
  book: DocumentBook,
  prepared: PreparedDocument,
  verdict: Verdict,
): DocumentResult | undefined {
  switch (verdict.status) {
    case 'there': {
      const { externalId, externalUrl, booked, bookedOn } = verdict;
      const known = { externalId, externalUrl, booked };
      const result = resultOf(prepared, book, 'posted', { ...known, ...(bookedOn && { date: bookedOn }) });
      const by = wasThereBefore(run, book, prepared) ? 'before' : 'this-job';
      book.set(prepared, { status: 'posted', ...known, by });
      return result;
    }
    case 'absent': {
      const refusal = book.refusalOf(prepared);
      if (refusal) return noteRefused(book, prepared, refusal);
      const generation = nextGeneration(run, book, prepared);
      book.set(prepared, { status: 'open', generation, intendedAt: null, clearance: clearAbsent(verdict) });
      return undefined;
    }
    case 'uncertain':
      book.park(prepared, verdict.evidence);
      return resultOf(prepared, book, 'parked', { reason: verdict.evidence });
  }
}

/** Raised where a call of ours may have carried the document, so that the next one has a key of its own. */
function nextGeneration(run: JobRun, book: DocumentBook, prepared: PreparedDocument): number {
  const { stored } = prepared;
  const last = Math.max(book.sendings(prepared).generation, stored?.generation ?? 0);
  const next = mayHaveBeenSent(run, book, prepared) || stored?.state === 'posted' ? last + 1 : last;
  return Math.max(next, leastGeneration(run, prepared.accountingEntryId));
}

/**
 * When these documents may have been sent: at their intents, and by whoever worked before this run until it began. What an earlier job
 * is known to have posted has taken effect by then, and need only become visible. Unique references need no waiting, because a
 * request that lands late is refused; but for what another store sent, which may be a record of another type. A ledger that cannot be
 * asked needs none either.
 */
function sendingTimes(run: JobRun, book: DocumentBook, documents: readonly PreparedDocument[]): readonly number[] {
  const { reference, lingerMs } = run.reader.capabilities;
  if (reference.lookup === 'none') return [];
  if (reference.unique)
    return documents.some((prepared) => isOfAnotherStore(run, prepared.accountingEntryId)) ? [run.beganAt] : [];
  return documents.flatMap((prepared) => {
    const { intendedAt } = book.sendings(prepared);
    if (prepared.stored?.state === 'posted') return [intendedAt ?? run.beganAt - lingerMs];
    if (prepared.stored) return [intendedAt ?? run.beganAt, run.beganAt];
    return intendedAt ?? (othersMayHavePosted(run, prepared.accountingEntryId) ? run.beganAt : []);
  });
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
