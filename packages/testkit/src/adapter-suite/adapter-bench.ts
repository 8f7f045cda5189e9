import {
  documentReference,
  type AccountingAdapter,
  type AccountingEntry,
  type Document,
  type DocumentQuery,
  type EntryPlan,
  type Finding,
  type PostCall,
  type PostOutcome,
  type ReferenceData,
} from '@ledgerferry/core';
import { buildAccountingEntry, buildPayableEntry } from '../build-accounting-entry.js';
import type { LedgerDocument } from '../ledger-back-door.js';
import type { AdapterHarness } from './adapter-harness.js';
import { demand } from './advice.js';

/** A document that the bench posted. */
export interface PostedDocument {
  readonly document: Document;
  readonly outcome: Extract<PostOutcome, { status: 'posted' }>;
}

/** Does with an adapter what the engine does, in small steps that behaviours are written in. */
export class AdapterBench {
  readonly harness: AdapterHarness;
  readonly adapter: AccountingAdapter;
  readonly facts: ReferenceData;
  readonly #resolved = new Map<string, string>();
  #calls = 0;

  constructor(harness: AdapterHarness, facts: ReferenceData) {
    this.harness = harness;
    this.adapter = harness.adapter;
    this.facts = facts;
  }

  /** An entry with an id of its own; the same `name` gives the same id. */
  entry(name: string, overrides: Partial<AccountingEntry> = {}): AccountingEntry {
    const build = this.harness.buildEntry ?? buildAccountingEntry;
    return build({ accountingEntryId: entryIdOf(name), ...overrides });
  }

  payable(name: string, overrides: Partial<AccountingEntry> = {}): AccountingEntry {
    const build = this.harness.buildPayable ?? buildPayableEntry;
    return build({ accountingEntryId: entryIdOf(name), ...overrides });
  }

  plan(entry: AccountingEntry): EntryPlan {
    return this.adapter.plan(entry, this.facts);
  }

  /** The first document of an entry, and what it needs. */
  firstDocument(entry: AccountingEntry): Document {
    const [first] = this.plan(entry).documents;
    demand(first !== undefined, 'plan must name at least one document: an entry without one could never be reported.');
    return first;
  }

  reference(document: Document): string {
    return documentReference(document.key, this.adapter.capabilities.reference);
  }

  /** One call, with the ids of everything that the bench posted before. */
  call(documents: readonly Document[]): PostCall {
    this.#calls += 1;
    return {
      requestKey: `bench-call-${this.#calls}`,
      documents: documents.map((document) => ({ document, reference: this.reference(document) })),
      resolved: this.#resolved,
    };
  }

  /** Posts entries one document after the other, prerequisites first. Fails where one is not posted. */
  async postEntries(...entries: readonly AccountingEntry[]): Promise<readonly PostedDocument[]> {
    const posted: PostedDocument[] = [];
    await this.prepare(...entries);
    for (const document of entries.flatMap((entry) => this.plan(entry).documents)) {
      posted.push(await this.#postDocument(document));
    }
    return posted;
  }

  /** Posts the first document of an entry, and what it needs. */
  async postOne(entry: AccountingEntry): Promise<PostedDocument> {
    await this.prepare(entry);
    return this.#postDocument(this.firstDocument(entry));
  }

  /** The first documents of entries, ready to be posted: what they need is in the ledger. */
  async prepare(...entries: readonly AccountingEntry[]): Promise<readonly Document[]> {
    for (const document of entries.flatMap((entry) => this.plan(entry).prerequisites)) {
      if (!this.#resolved.has(document.key)) await this.#postDocument(document);
    }
    return entries.map((entry) => this.firstDocument(entry));
  }

  async #postDocument(document: Document): Promise<PostedDocument> {
    const [outcome] = await this.adapter.post(this.call([document]));
    demand(
      outcome?.status === 'posted',
      `${document.key} must be posted, but the outcome is ${JSON.stringify(outcome)}.`,
    );
    this.#resolved.set(document.key, outcome.externalId);
    return { document, outcome };
  }

  query(document: Document): DocumentQuery {
    return {
      key: document.key,
      reference: this.reference(document),
      recordTypes: [document.recordType],
      date: document.summary?.date ?? null,
      document,
    };
  }

  async find(...documents: readonly Document[]): Promise<readonly Finding[]> {
    await this.harness.settle?.();
    return this.adapter.find(documents.map((document) => this.query(document)));
  }

  /** What the ledger itself holds under a document's reference. */
  async held(document: Document): Promise<readonly LedgerDocument[]> {
    const reference = this.reference(document);
    return (await this.harness.ledger.documents()).filter((held) => held.reference === reference);
  }
}

/** Different names give different ids of the form that Pleo uses. */
function entryIdOf(name: string): string {
  const digits = Buffer.from(name).toString('hex').padEnd(12, '0').slice(-12);
  return `6f0c8d52-1f0e-4c57-8a55-${digits}`;
}
