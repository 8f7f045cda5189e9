import type { DocumentResult, Recording } from '../ports/state-store.js';
import { arrangeBatches, chunk } from './arrange-batches.js';
import { attachReceipts, receiptsToAttach } from './attach-receipts.js';
import { blockedBy } from './blocked-document.js';
import { bookedOutcome, concludeEntry } from './conclude-entry.js';
import { DocumentBook, type PreparedDocument, type PreparedEntry } from './document-book.js';
import type { ItemOutcome } from '../model/item-outcome.js';
import type { JobRun } from './job-run.js';
import { createLanes, type Lanes } from './lanes.js';
import { lookUpDocuments, mustBeLookedUp } from './look-up-documents.js';
import { postDocuments, type PostingContext } from './post-documents.js';
import type { Preparation } from './prepare-entries.js';
import { recordResults } from './record-results.js';

/** A parked document may show itself after a while: how long to wait before each further look-up. */
const PARKED_LOOK_UP_DELAYS_MS = [2_000, 8_000, 30_000];

/**
 * Step 5. Records the entries in order, in batches, exactly once: what is in doubt is looked up before anything is written, then
 * comes what entries share, then the entries. Receipts follow as soon as their entry is booked.
 */
export async function recordEntries(run: JobRun, preparation: Preparation): Promise<DocumentBook> {
  const recorder = new EntryRecorder(run, preparation);
  await recordResults(run, 'validation', [], preparation.settled);
  await recorder.lookUpDoubtful();
  await recorder.postPrerequisites();
  await recorder.postOpen();
  await recorder.settleParked();
  return recorder.book;
}

class EntryRecorder {
  readonly book = new DocumentBook();
  readonly #run: JobRun;
  readonly #preparation: Preparation;
  readonly #lanes: Lanes;
  readonly #documents = new Map<string, PreparedDocument>();
  readonly #entryOf = new Map<PreparedDocument, PreparedEntry>();
  /** Entries that need no further documents. */
  readonly #concluded = new Set<PreparedEntry>();

  constructor(run: JobRun, preparation: Preparation) {
    this.#run = run;
    this.#preparation = preparation;
    this.#lanes = createLanes(run.writer.capabilities.maximumInFlight);
    for (const prepared of preparation.prerequisites) this.#documents.set(prepared.document.key, prepared);
    for (const entry of preparation.entries) {
      for (const prepared of entry.documents) {
        this.#documents.set(prepared.document.key, prepared);
        this.#entryOf.set(prepared, entry);
      }
    }
  }

  async lookUpDoubtful(): Promise<void> {
    const all = [...this.#entryOf.keys()];
    const doubtful = all.filter((prepared) => mustBeLookedUp(this.#run, this.book, prepared));
    await this.#lookUp(doubtful);
    // what earlier runs recorded may be all that an entry needed
    await this.#conclude('look-up', [], this.#preparation.entries);
  }

  /** One at a time: two of the same name must not be created side by side. */
  async postPrerequisites(): Promise<void> {
    for (const prepared of this.#preparation.prerequisites) {
      if (this.book.get(prepared).status === 'posted') continue;
      const canBeFound = this.#run.reader.capabilities.reference.lookup !== 'none';
      const isDoubtful = this.book.sendings(prepared).intendedAt !== null;
      const found = canBeFound || isDoubtful ? await lookUpDocuments(this.#run, this.book, [prepared]) : [];
      const isOpen = this.book.get(prepared).status === 'open';
      const posted = isOpen ? await postDocuments(this.#run, [prepared], this.#context([prepared])) : [];
      await recordResults(this.#run, 'answer', [...found, ...posted], []);
    }
  }

  async postOpen(): Promise<void> {
    const open = this.#preparation.entries
      .filter((entry) => !this.#concluded.has(entry))
      .flatMap((entry) => entry.documents)
      .filter((prepared) => this.book.get(prepared).status === 'open');
    for (const stage of arrangeBatches(open, this.#run.writer.capabilities)) {
      await this.#lanes.runFirst(stage.map((batch) => () => this.#postBatch(batch)));
    }
    await this.#lanes.drain();
  }

  /** Looks parked documents up again with growing delays; what stays uncertain is left to a person. */
  async settleParked(): Promise<void> {
    const canShowItself = this.#run.reader.capabilities.reference.lookup !== 'none';
    for (const delayMs of canShowItself ? PARKED_LOOK_UP_DELAYS_MS : []) {
      const parked = this.#parkedDocuments();
      if (parked.length === 0) return;
      await this.#run.ports.clock.sleep(delayMs);
      await this.#lookUp(parked);
      await this.postOpen();
    }
    const conclusions = this.#preparation.entries.map((entry) => concludeEntry(entry, this.book));
    const outcomes = conclusions.flatMap((conclusion) => (conclusion.status === 'parked' ? conclusion.outcome : []));
    await recordResults(this.#run, 'look-up', [], outcomes);
  }

  #parkedDocuments(): readonly PreparedDocument[] {
    return [...this.#entryOf.keys()].filter((prepared) => this.book.get(prepared).status === 'parked');
  }

  async #lookUp(documents: readonly PreparedDocument[]): Promise<void> {
    for (const batch of chunk(documents, this.#run.reader.capabilities.findBatchSize)) {
      const results = await lookUpDocuments(this.#run, this.book, batch);
      await this.#conclude('look-up', results, this.#entriesOf(batch));
    }
  }

  async #postBatch(batch: readonly PreparedDocument[]): Promise<void> {
    const blocked = batch.flatMap((prepared) => blockedBy(prepared, this.#documents, this.book) ?? []);
    const ready = batch.filter((prepared) => this.book.get(prepared).status === 'open');
    const posted = ready.length > 0 ? await postDocuments(this.#run, ready, this.#context(ready)) : [];
    await this.#conclude('answer', [...blocked, ...posted], this.#entriesOf(batch));
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
      if (this.#concluded.has(entry)) continue;
      const conclusion = concludeEntry(entry, this.book);
      // a parked entry may still show itself: its outcome comes last
      if (conclusion.status === 'open' || conclusion.status === 'parked') continue;
      this.#concluded.add(entry);
      if (conclusion.status !== 'booked') outcomes.push(conclusion.outcome);
      else if (receiptsToAttach(this.#run, entry).length === 0) {
        outcomes.push(bookedOutcome(conclusion.booked, [], this.#run.ports.settings));
      } else {
        this.#lanes.add(() => attachReceipts(this.#run, entry, conclusion.booked));
      }
    }
    await recordResults(this.#run, source, results, outcomes);
    this.#run.ports.onProgress({
      jobId: this.#run.job.id,
      step: 'record',
      done: this.#concluded.size,
      total: this.#preparation.entries.length,
    });
  }

  #context(documents: readonly PreparedDocument[]): PostingContext {
    const entries = this.#entriesOf(documents);
    const sending = new Set(documents);
    return {
      book: this.book,
      resolved: this.#resolve(documents, entries),
      planned: entries.flatMap((entry) =>
        entry.documents.filter(
          (prepared) => !sending.has(prepared) && !prepared.stored && this.book.get(prepared).status === 'open',
        ),
      ),
    };
  }

  /** Ids of what the documents name: invoices of other jobs, and what this job has posted. */
  #resolve(documents: readonly PreparedDocument[], entries: readonly PreparedEntry[]): ReadonlyMap<string, string> {
    const resolved = new Map<string, string>();
    for (const { entry } of entries) {
      for (const { documentKey, externalId } of entry.settles) if (externalId) resolved.set(documentKey, externalId);
    }
    for (const key of documents.flatMap((prepared) => prepared.document.dependsOn)) {
      const needed = this.#documents.get(key);
      const state = needed && this.book.get(needed);
      if (state?.status === 'posted') resolved.set(key, state.externalId);
    }
    return resolved;
  }
}
