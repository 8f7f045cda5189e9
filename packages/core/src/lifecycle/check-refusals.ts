import type { DocumentResult } from '../ports/state-store.js';
import type { DocumentBook, PreparedDocument } from './document-book.js';
import { namedKeys } from './named-keys.js';

/** What the check of refusals works with. */
interface Surroundings {
  /** What entries share, in the order in which it must be posted. */
  readonly shared: readonly PreparedDocument[];
  /** Every document of the job by key. */
  readonly documents: ReadonlyMap<string, PreparedDocument>;
  readonly book: DocumentBook;
  readonly canBeFound: boolean;
  readonly lookUp: (documents: readonly PreparedDocument[]) => Promise<void>;
  readonly post: (batch: readonly PreparedDocument[]) => Promise<void>;
  readonly conclude: (results: readonly DocumentResult[], documents: readonly PreparedDocument[]) => Promise<void>;
}

/** Ids by key, as they were sent. */
type SentIds = ReadonlyMap<string, string>;

/**
 * A shared document that an earlier job posted (a contact, a vendor) is believed to be there, which spares a look-up a job. A person may
 * have deleted it since. That shows when the ledger refuses a document that names it: only then it is looked up, posted again where
 * it is gone, and the refused document sent once more.
 */
export class RefusalCheck {
  readonly #surroundings: Surroundings;
  readonly #believed: Set<PreparedDocument>;
  readonly #withheld = new Set<PreparedDocument>();
  #checking: Promise<void> = Promise.resolve();

  constructor(surroundings: Surroundings) {
    const { shared, book, canBeFound } = surroundings;
    this.#surroundings = surroundings;
    this.#believed = new Set(shared.filter((prepared) => canBeFound && book.get(prepared).status === 'posted'));
  }

  /** True while its refusal is not the last word. */
  isWithheld(prepared: PreparedDocument): boolean {
    return this.#withheld.has(prepared);
  }

  /** Those of the results that are refusals which may come from a shared document that is gone. Nothing is concluded from them yet. */
  withhold(results: readonly DocumentResult[], sentIds: SentIds): readonly DocumentResult[] {
    return results.filter((result) => {
      const prepared = this.#surroundings.documents.get(result.key);
      if (result.state !== 'refused' || !prepared || !this.#maySpeakOfTheGone(prepared, sentIds)) return false;
      this.#withheld.add(prepared);
      return true;
    });
  }

  /** Finds out. What named something that is there under another id now is sent once more; other refusals stand. */
  async check(refusals: readonly DocumentResult[], sentIds: SentIds): Promise<void> {
    const { documents, book, post, conclude } = this.#surroundings;
    const refused = refusals.flatMap((result) => documents.get(result.key) ?? []);
    await this.#renew(refused);
    const outdated = refused.filter((prepared) => this.#isOutdated(prepared, sentIds));
    for (const prepared of refused) this.#withheld.delete(prepared);
    for (const prepared of outdated) book.reopen(prepared);
    const standing = refused.filter((prepared) => !outdated.includes(prepared));
    const keys = new Set(standing.map(({ document }) => document.key));
    await conclude(
      refusals.filter(({ key }) => keys.has(key)),
      standing,
    );
    if (outdated.length > 0) await post(outdated);
  }

  /** Looks up what the documents name and was only believed, and posts what is gone: one after the other, each once. */
  #renew(documents: readonly PreparedDocument[]): Promise<void> {
    this.#checking = this.#renewAfter(this.#checking, documents);
    return this.#checking;
  }

  async #renewAfter(others: Promise<void>, documents: readonly PreparedDocument[]): Promise<void> {
    await others;
    const { book, lookUp, post } = this.#surroundings;
    const unchecked = this.#named(documents).filter((prepared) => this.#believed.delete(prepared));
    await lookUp(unchecked);
    for (const prepared of unchecked) if (book.get(prepared).status === 'open') await post([prepared]);
  }

  #maySpeakOfTheGone(prepared: PreparedDocument, sentIds: SentIds): boolean {
    return this.#named([prepared]).some((named) => this.#believed.has(named)) || this.#isOutdated(prepared, sentIds);
  }

  /** Shared documents that these name, also through others. */
  #named(documents: readonly PreparedDocument[]): readonly PreparedDocument[] {
    const keys = namedKeys(documents, this.#surroundings.documents);
    return this.#surroundings.shared.filter(({ document }) => keys.has(document.key));
  }

  /** True where something that it names is not in the ledger under the id any more that it was sent with. */
  #isOutdated({ document }: PreparedDocument, sentIds: SentIds): boolean {
    return document.dependsOn.some((key) => {
      const named = this.#surroundings.documents.get(key);
      if (!named || !sentIds.has(key)) return false;
      const state = this.#surroundings.book.get(named);
      return state.status !== 'posted' || state.externalId !== sentIds.get(key);
    });
  }
}
