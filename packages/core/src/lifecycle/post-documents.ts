import type { Json } from '../model/document.js';
import type { PostCall, PostOutcome } from '../ports/accounting-adapter.js';
import type { DocumentResult, Intent } from '../ports/state-store.js';
import { clearRepeat, clearTogether } from './clearance.js';
import type { ClearedDocument, DocumentBook, PreparedDocument } from './document-book.js';
import { intendAndSend } from './intend-and-send.js';
import { identityOf, resultOf } from './document-identity.js';
import { requestKey } from './document-reference.js';
import type { JobRun } from './job-run.js';
import { describeDifference, uncertain } from './judge-finding.js';
import { lookUpDocuments } from './look-up-documents.js';
import { noteRefused } from './note-refused.js';
import { pause } from './pause.js';
import { ACCOUNTING_SYSTEM_RETRIES, asksForTooLong, delayBeforeNext } from './retry-policy.js';

/** How often documents whose fate is not known are looked up and sent anew before they are parked. */
const ROUNDS = 4;

/** What a batch needs beside its documents. */
export interface PostingContext {
  readonly book: DocumentBook;
  /** External ids by key, of every document that the batch names. */
  readonly resolved: ReadonlyMap<string, string>;
  /** Further documents of the batch's entries: noted with the first intent, so that an entry keeps its plan. */
  readonly planned: readonly PreparedDocument[];
  /** Makes results durable; called as soon as there are any. */
  readonly record: (results: readonly DocumentResult[]) => Promise<void>;
}

/**
 * Writes the documents of one batch exactly once: intend, post, record, and in doubt look up before anything is sent again. In the
 * end each document is posted, refused or parked in the book.
 */
export async function postDocuments(
  run: JobRun,
  batch: readonly ClearedDocument[],
  context: PostingContext,
): Promise<void> {
  const { book, record } = context;
  const evidence = new Map<string, string>();
  let cleared = batch;
  for (let round = 1; cleared.length > 0; round++) {
    const documents = cleared.map(({ prepared }) => prepared);
    if (round > ROUNDS) return record(documents.map((prepared) => park(book, prepared, unclear(prepared, evidence))));
    const suspects = mayBeOvertaken(run, cleared);
    const sent = await sendOnce(run, cleared, context);
    for (const outcome of sent.outcomes.values())
      if (outcome.status === 'unknown') evidence.set(outcome.key, outcome.evidence);
    await record(documents.flatMap((prepared) => noteOutcome(book, prepared, sent, suspects)));
    const doubtful = documents.filter((prepared) => book.get(prepared).status === 'open');
    if (doubtful.length > 0) await record(await lookUpDoubtful(run, book, doubtful, sent));
    cleared = book.cleared(doubtful);
  }
}

/** Why a document is parked that no round could settle: with the ledger's last word, where it gave one. */
function unclear({ document }: PreparedDocument, evidence: ReadonlyMap<string, string>): string {
  const said = evidence.get(document.key);
  return `it was sent several times without a clear answer${said === undefined ? '' : ` (${said})`}`;
}

/**
 * Documents that an earlier call may have carried, in a ledger whose unique references spared us to wait for that call. Where it lands
 * late, the ledger may refuse this one for any reason it likes: a bill that is paid by now, a number that is taken.
 */
function mayBeOvertaken(run: JobRun, cleared: readonly ClearedDocument[]): ReadonlySet<PreparedDocument> {
  const { unique, lookup } = run.reader.capabilities.reference;
  const sentBefore = cleared.filter(({ clearance }) => clearance.mayHaveBeenSent);
  return new Set(unique && lookup !== 'none' ? sentBefore.map(({ prepared }) => prepared) : []);
}

/** What was refused as taken, or because of what an earlier call has brought, may be there without being seen yet. */
async function lookUpDoubtful(
  run: JobRun,
  book: DocumentBook,
  doubtful: readonly PreparedDocument[],
  { outcomes }: Sent,
): Promise<readonly DocumentResult[]> {
  const { reference, visibilityMs } = run.reader.capabilities;
  const isTaken = doubtful.some(({ document }) => outcomes.get(document.key)?.status === 'exists');
  if (isTaken || reference.unique) await run.ports.clock.sleep(visibilityMs);
  return lookUpDocuments(run, book, doubtful);
}

interface Sent {
  readonly outcomes: ReadonlyMap<string, PostOutcome>;
  /** True where one of the attempts may have been applied without our knowing. */
  readonly inDoubt: boolean;
}

/** Sends a call: again only while it is known as not applied, or where a repeat is declared safe. */
async function sendOnce(
  run: JobRun,
  batch: readonly ClearedDocument[],
  { book, resolved, planned }: PostingContext,
): Promise<Sent> {
  const { clock } = run.ports;
  const documents = batch.map(({ prepared }) => prepared);
  const call = toCall(run, documents, book, resolved);
  const firstSentAt = clock.now();
  let clearance = clearTogether(batch.map((cleared) => cleared.clearance));
  let inDoubt = false;
  for (let attempt = 1; ; attempt++) {
    const intent = toIntent(run, call.requestKey, documents, planned, book);
    const answer = await intendAndSend(run, intent, { clearance, send: (spent) => run.writer.post(call, spent) });
    // whatever was sent was sent before now
    for (const prepared of documents) book.noteSent(prepared, clock.now());
    if (answer.status === 'answered') {
      return { outcomes: new Map(answer.result.map((outcome) => [outcome.key, outcome])), inDoubt };
    }
    inDoubt = answer.status === 'in-doubt';
    const delayMs = delayBeforeNext(ACCOUNTING_SYSTEM_RETRIES, attempt, answer.error);
    const again =
      answer.status === 'not-applied'
        ? answer.again
        : clearRepeat(run.writer.capabilities, { firstSentAt, againAt: clock.now() + delayMs });
    if (!again || attempt === ACCOUNTING_SYSTEM_RETRIES.attempts || asksForTooLong(answer.error)) {
      if (inDoubt) return { outcomes: new Map(), inDoubt };
      throw answer.error;
    }
    clearance = again;
    await pause(run, delayMs);
  }
}

function noteOutcome(
  book: DocumentBook,
  prepared: PreparedDocument,
  { outcomes, inDoubt }: Sent,
  suspects: ReadonlySet<PreparedDocument>,
): readonly DocumentResult[] {
  const outcome = outcomes.get(prepared.document.key);
  switch (outcome?.status) {
    case undefined:
    case 'unknown':
      return [];
    case 'exists':
      // refused at first sight: what the ledger holds is not from this call
      if (!inDoubt) book.noteTaken(prepared);
      return [];
    case 'refused':
      if (!suspects.has(prepared)) return [noteRefused(book, prepared, outcome.problem)];
      book.doubtRefusal(prepared, outcome.problem);
      return [];
    case 'posted':
      return [notePosted(book, prepared, outcome)];
  }
}

function notePosted(
  book: DocumentBook,
  prepared: PreparedDocument,
  { externalId, externalUrl, summary }: Extract<PostOutcome, { status: 'posted' }>,
): DocumentResult {
  const booked = summary?.total ?? null;
  const difference = describeDifference(prepared.document, booked);
  if (difference) return park(book, prepared, `the ledger booked it under id ${externalId}, but ${difference}`);
  const result = resultOf(prepared, book, 'posted', { externalId, externalUrl, booked });
  book.set(prepared, { status: 'posted', externalId, externalUrl, booked, by: 'this-run' });
  return result;
}

function park(book: DocumentBook, prepared: PreparedDocument, what: string): DocumentResult {
  const { evidence } = uncertain(prepared, what);
  book.park(prepared, evidence);
  return resultOf(prepared, book, 'parked', { reason: evidence });
}

function toCall(
  run: JobRun,
  documents: readonly PreparedDocument[],
  book: DocumentBook,
  resolved: ReadonlyMap<string, string>,
): PostCall {
  const content: Json = documents.map(({ reference, fingerprint, document }) => [
    reference,
    fingerprint,
    document.dependsOn.map((key) => resolved.get(key) ?? null),
  ]);
  const generation = documents.reduce((sum, prepared) => sum + book.sendings(prepared).generation, 0);
  return {
    requestKey: requestKey({ tenant: run.stored.tenant, content, generation }),
    documents: documents.map(({ document, reference }) => ({ document, reference })),
    resolved,
  };
}

function toIntent(
  run: JobRun,
  callId: string,
  documents: readonly PreparedDocument[],
  planned: readonly PreparedDocument[],
  book: DocumentBook,
): Omit<Intent, 'at' | 'sentBefore'> {
  return {
    callId,
    jobId: run.job.id,
    documents: [
      ...documents.map((prepared) => ({ ...identityOf(prepared, book), state: 'intended' as const })),
      ...planned.map((prepared) => ({ ...identityOf(prepared, book), state: 'planned' as const })),
    ],
  };
}
