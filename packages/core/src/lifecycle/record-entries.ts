import type { ItemOutcome } from '../model/item-outcome.js';
import type { Finding } from '../ports/accounting-adapter.js';
import type { DocumentResult, Recording } from '../ports/state-store.js';
import { arrangeBatches, chunk } from './arrange-batches.js';
import { attachReceipts, receiptsToAttach } from './attach-receipts.js';
import { blockedBy } from './blocked-document.js';
import { RefusalCheck } from './check-refusals.js';
import { bookedOutcome, concludeEntry } from './conclude-entry.js';
import type { DocumentBook, PreparedDocument, PreparedEntry } from './document-book.js';
import type { JobRun } from './job-run.js';
import { createLanes, type Lanes } from './lanes.js';
import { lookUpDocuments, mustBeLookedUp, noteFindings } from './look-up-documents.js';
import { namedKeys } from './named-keys.js';
import { postDocuments, type PostingContext } from './post-documents.js';
import type { Preparation } from './preparation.js';
import { recordResults } from './record-results.js';

/** A parked document may show itself after a while: how long to wait before each further look-up. */
const PARKED_LOOK_UP_DELAYS_MS = [2_000, 8_000, 30_000];

/** What is to be recorded. */
export interface RecordingTask {
  readonly preparation: Preparation;
  /** Ids of the entries that have no outcome yet. */
  readonly toDo: ReadonlySet<string>;
  /** What is known of every document of the job. */
  readonly book: DocumentBook;
  /** What was found of documents that an earlier run left in doubt, by key. */
  readonly found: ReadonlyMap<string, Finding>;
}

/**
 * Step 5. Records the entries in order, in batches, exactly once: what is in doubt is looked up before anything is written, then
 * comes what entries share, then the entries. Receipts follow as soon as their entry is booked.
 */
export async function recordEntries(run: JobRun, task: RecordingTask): Promise<void> {
  const { settled } = task.preparation;
  await recordResults(
    run,
    'validation',
    [],
    settled.filter((outcome) => task.toDo.has(outcome.accountingEntryId)),
  );
  const recorder = new EntryRecorder(run, task);
  await recorder.lookUpDoubtful(task.found);
  await recorder.postPrerequisites();
  await recorder.postOpen();
  await recorder.settleParked();
}

class EntryRecorder {
  readonly #run: JobRun;
  readonly #book: DocumentBook;
  readonly #lanes: Lanes;
  readonly #entries: readonly PreparedEntry[];
  /** What these entries share, in the order in which it must be posted. */
  readonly #prerequisites: readonly PreparedDocument[];
  /** Every document of the job by key, also of entries that are done: others may need them. */
  readonly #documents = new Map<string, PreparedDocument>();
  readonly #entryOf = new Map<PreparedDocument, PreparedEntry>();
  /** Entries that need no further documents. */
  readonly #concluded = new Set<PreparedEntry>();
  readonly #refusals: RefusalCheck;

  constructor(run: JobRun, { preparation, toDo, book }: RecordingTask) {
    this.#run = run;
    this.#book = book;
    this.#lanes = createLanes(run.writer.capabilities.maximumInFlight);
    this.#entries = preparation.entries.filter(({ accountingEntryId }) => toDo.has(accountingEntryId));
    for (const prepared of [...preparation.prerequisites, ...preparation.entries.flatMap((entry) => entry.documents)]) {
      this.#documents.set(prepared.document.key, prepared);
    }
    for (const entry of this.#entries) for (const prepared of entry.documents) this.#entryOf.set(prepared, entry);
    const needed = namedKeys(this.#entryOf.keys(), this.#documents);
    this.#prerequisites = preparation.prerequisites.filter(({ document }) => needed.has(document.key));
    this.#refusals = new RefusalCheck({
      shared: this.#prerequisites,
      documents: this.#documents,
      book,
      canBeFound: run.reader.capabilities.reference.lookup !== 'none',
      lookUp: (documents) => this.#lookUpInTurn(documents),
      post: (batch) => this.#postBatch(batch),
      conclude: (results, documents) => this.#conclude('answer', results, this.#entriesOf(documents)),
    });
  }

  /** What was found already, because an earlier run left it in doubt, is not asked for again. */
  async lookUpDoubtful(found: RecordingTask['found']): Promise<void> {
    const doubtful = [...this.#entryOf.keys()].filter((prepared) => mustBeLookedUp(this.#run, this.#book, prepared));
    await this.#lookUp(doubtful, found);
    // what earlier runs recorded may be all that an entry needed
    await this.#conclude('look-up', [], this.#entries);
  }

  /**
   * Looked for all at once, then created one call after the other. Two of the same name share a key, so none is created twice or side
   * by side.
   */
  async postPrerequisites(): Promise<void> {
    await this.#lookUp(this.#book.uncleared(this.#prerequisites));
    const open = this.#prerequisites.filter((prepared) => this.#book.get(prepared).status === 'open');
    for (const batch of arrangeBatches(open, this.#run.writer.capabilities).flat()) await this.#postBatch(batch);
  }

  async postOpen(): Promise<void> {
    const open = this.#entries
      .filter((entry) => !this.#concluded.has(entry))
      .flatMap((entry) => entry.documents)
      .filter((prepared) => this.#book.get(prepared).status === 'open');
    for (const stage of arrangeBatches(open, this.#run.writer.capabilities)) {
      await this.#lanes.runFirst(stage.map((batch) => () => this.#postBatch(batch)));
    }
    await this.#lanes.drain();
  }

  /** Looks parked documents up again with growing delays; what stays uncertain is left to a person. */
  async settleParked(): Promise<void> {
    const canShowItself = this.#run.reader.capabilities.reference.lookup !== 'none';
    for (const delayMs of canShowItself ? PARKED_LOOK_UP_DELAYS_MS : []) {
      const documents = [...this.#prerequisites, ...this.#entryOf.keys()];
      const parked = documents.filter((prepared) => this.#book.get(prepared).status === 'parked');
      if (parked.length === 0) return;
      await this.#run.ports.clock.sleep(delayMs);
      await this.#lookUp(parked);
      await this.postPrerequisites();
      await this.postOpen();
    }
    const conclusions = this.#entries.map((entry) => concludeEntry(entry, this.#book));
    const outcomes = conclusions.flatMap((conclusion) => (conclusion.status === 'parked' ? conclusion.outcome : []));
    await recordResults(this.#run, 'look-up', [], outcomes);
  }

  /** Side by side, in the lanes that postings and receipts share. */
  async #lookUp(documents: readonly PreparedDocument[], found?: RecordingTask['found']): Promise<void> {
    await this.#lanes.runFirst(this.#lookUps(documents, found));
  }

  /** One after the other, for whoever has a lane already. */
  async #lookUpInTurn(documents: readonly PreparedDocument[]): Promise<void> {
    for (const lookUp of this.#lookUps(documents)) await lookUp();
  }

  /** A look-up for each batch, and one that asks nobody for what was found already. */
  #lookUps(
    documents: readonly PreparedDocument[],
    found: RecordingTask['found'] = new Map(),
  ): readonly (() => Promise<void>)[] {
    const waiting = new Set(documents);
    const known = documents.filter(({ document }) => found.has(document.key));
    const unknown = documents.filter(({ document }) => !found.has(document.key));
    const note = async (batch: readonly PreparedDocument[], results: readonly DocumentResult[]): Promise<void> => {
      for (const prepared of batch) waiting.delete(prepared);
      // what the store says of a document counts no more than what is about to be found of it
      const judged = this.#entriesOf(batch).filter((entry) => !entry.documents.some((other) => waiting.has(other)));
      await this.#conclude('look-up', results, judged);
    };
    return [
      ...(known.length > 0 ? [() => note(known, noteFindings(this.#run, this.#book, known, found))] : []),
      ...chunk(unknown, this.#run.reader.capabilities.findBatchSize).map(
        (batch) => async () => note(batch, await lookUpDocuments(this.#run, this.#book, batch)),
      ),
    ];
  }

  async #postBatch(batch: readonly PreparedDocument[]): Promise<void> {
    const entries = this.#entriesOf(batch);
    const blocked = batch.flatMap((prepared) => blockedBy(prepared, this.#documents, this.#book) ?? []);
    await this.#conclude('answer', blocked, entries);
    const ready = this.#book.cleared(batch);
    const context = this.#context(
      ready.map(({ prepared }) => prepared),
      entries,
    );
    const withheld: DocumentResult[] = [];
    const record = (results: readonly DocumentResult[]): Promise<void> => {
      const suspects = this.#refusals.withhold(results, context.resolved);
      withheld.push(...suspects);
      return this.#conclude(
        'answer',
        results.filter((result) => !suspects.includes(result)),
        entries,
      );
    };
    await postDocuments(this.#run, ready, { ...context, record });
    if (withheld.length > 0) await this.#refusals.check(withheld, context.resolved);
  }

  #entriesOf(documents: readonly PreparedDocument[]): readonly PreparedEntry[] {
    return [...new Set(documents.flatMap((prepared) => this.#entryOf.get(prepared) ?? []))];
  }

  /** Records results together with the outcomes that follow from them; receipts of booked entries are put in line. */
  async #conclude(
    source: Recording['source'],
    results: readonly DocumentResult[],
    entries: readonly PreparedEntry[],
  ): Promise<void> {
    const outcomes: ItemOutcome[] = [];
    for (const entry of entries) {
      if (this.#concluded.has(entry) || entry.documents.some((prepared) => this.#refusals.isWithheld(prepared)))
        continue;
      const conclusion = concludeEntry(entry, this.#book);
      // a parked entry may still show itself: its outcome comes last
      if (conclusion.status === 'open' || conclusion.status === 'parked') continue;
      this.#concluded.add(entry);
      if (conclusion.status !== 'booked') outcomes.push(conclusion.outcome);
      else if (receiptsToAttach(this.#run, entry, conclusion.booked).length === 0) {
        outcomes.push(bookedOutcome(conclusion.booked, [], this.#run));
      } else {
        this.#lanes.add(() => attachReceipts(this.#run, entry, conclusion.booked));
      }
    }
    await recordResults(this.#run, source, results, outcomes);
    const { job, ports } = this.#run;
    ports.onProgress({ jobId: job.id, step: 'record', done: this.#concluded.size, total: this.#entries.length });
  }

  #context(documents: readonly PreparedDocument[], entries: readonly PreparedEntry[]): Omit<PostingContext, 'record'> {
    const sending = new Set(documents);
    const later = entries.flatMap((entry) => entry.documents).filter((prepared) => !sending.has(prepared));
    return {
      book: this.#book,
      resolved: this.#resolve(documents, entries),
      planned: later.filter((prepared) => !prepared.stored && this.#book.get(prepared).status === 'open'),
    };
  }

  /** Ids of what the documents name: invoices of other jobs, and what this job has posted. */
  #resolve(documents: readonly PreparedDocument[], entries: readonly PreparedEntry[]): ReadonlyMap<string, string> {
    const resolved = new Map<string, string>();
    for (const { documentKey, externalId } of entries.flatMap((entry) => entry.settles)) {
      if (externalId) resolved.set(documentKey, externalId);
    }
    for (const key of documents.flatMap((prepared) => prepared.document.dependsOn)) {
      const needed = this.#documents.get(key);
      const state = needed && this.#book.get(needed);
      if (state?.status === 'posted') resolved.set(key, state.externalId);
    }
    return resolved;
  }
}
