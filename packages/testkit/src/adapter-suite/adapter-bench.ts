import { hash } from 'node:crypto';
import {
  documentReference,
  money,
  type AccountingAdapter,
  type AccountingEntry,
  type AttachCall,
  type Document,
  type DocumentQuery,
  type EntryPlan,
  type Finding,
  type Money,
  type PostCall,
  type PostOutcome,
  type ReferenceData,
} from '@ledgerferry/core';
import { buildAccountingEntry, buildPayableEntry } from '../build-accounting-entry.js';
import { demand, shown } from '../conformance/advice.js';
import type { LedgerDocument } from '../ledger-back-door.js';
import type { AdapterHarness } from './adapter-harness.js';

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

  /** An entry that the ledger itself refuses. */
  refused(name: string): AccountingEntry {
    demand(this.harness.buildRefused !== null, 'This behaviour concerns only a system that refuses entries.');
    return this.harness.buildRefused({ accountingEntryId: entryIdOf(name) });
  }

  /** An entry with one line per amount, without tax, on the account that the harness books on. */
  entryOf(name: string, amounts: readonly Money[]): AccountingEntry {
    const [like] = this.entry(name).lines;
    const [first] = amounts;
    demand(like !== undefined && first !== undefined, 'buildEntry must build an entry with at least one line.');
    const sum = amounts.reduce((total, { minorUnits }) => total + minorUnits, 0);
    return this.entry(name, {
      amount: money(first.currency, sum, first.exponent),
      lines: amounts.map((amount) => ({ ...like, gross: amount, net: amount, tax: null })),
    });
  }

  /** Minor units of the currency that the harness books in. */
  amount(minorUnits: number): Money {
    const { currency, exponent } = this.entry('currency').amount;
    return money(currency, minorUnits, exponent);
  }

  plan(entry: AccountingEntry): EntryPlan {
    return this.adapter.plan(entry, this.facts);
  }

  /** The first document of an entry. */
  firstDocument(entry: AccountingEntry): Document {
    const [first] = this.plan(entry).documents;
    demand(first !== undefined, 'plan must name at least one document: an entry without one could never be reported.');
    return first;
  }

  /** How many documents of the usual kind go into one call. */
  batchSize(): number {
    const { recordType } = this.firstDocument(this.entry('size'));
    return this.adapter.capabilities.recordTypes[recordType]?.postBatchSize ?? 1;
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
      resolved: new Map(this.#resolved),
    };
  }

  /** Posts entries one document after the other, prerequisites first. Fails where one is not posted. */
  async postEntries(...entries: readonly AccountingEntry[]): Promise<readonly PostedDocument[]> {
    const posted: PostedDocument[] = [];
    for (const entry of entries) {
      const { prerequisites, documents } = this.plan(entry);
      await this.#postOnce(prerequisites);
      posted.push(...(await this.#postOnce(documents)));
    }
    return posted;
  }

  /** Posts the first document of an entry, and what it needs. */
  async postOne(entry: AccountingEntry): Promise<PostedDocument> {
    await this.prepare(entry);
    return this.postDocument(this.firstDocument(entry));
  }

  /** The first documents of entries, ready to be posted: what they need is in the ledger. */
  async prepare(...entries: readonly AccountingEntry[]): Promise<readonly Document[]> {
    await this.#postOnce(entries.flatMap((entry) => this.plan(entry).prerequisites));
    return entries.map((entry) => this.firstDocument(entry));
  }

  /** Posts those that were not posted yet, as the engine does. */
  async #postOnce(documents: readonly Document[]): Promise<readonly PostedDocument[]> {
    const posted: PostedDocument[] = [];
    for (const document of documents)
      if (!this.#resolved.has(document.key)) posted.push(await this.postDocument(document));
    return posted;
  }

  /** Posts one document in a call of its own. Fails where it is not posted. */
  async postDocument(document: Document): Promise<PostedDocument> {
    const [outcome] = await this.adapter.post(this.call([document]));
    demand(
      outcome?.status === 'posted',
      `post must book ${document.key} and answer "posted".\n  found:    ${shown(outcome)}`,
    );
    this.#resolved.set(document.key, outcome.externalId);
    return { document, outcome };
  }

  /** Posts the first documents of entries in few calls; returns them. */
  async postMany(entries: readonly AccountingEntry[]): Promise<readonly Document[]> {
    const documents = await this.prepare(...entries);
    const size = this.adapter.capabilities.batchOutcome === 'each' ? Math.min(this.batchSize(), 20) : 1;
    for (let start = 0; start < documents.length; start += size)
      await this.adapter.post(this.call(documents.slice(start, start + size)));
    return documents;
  }

  query(document: Document): DocumentQuery {
    return {
      key: document.key,
      reference: this.reference(document),
      recordTypes: [document.recordType],
      date: document.summary?.date ?? null,
      firstDate: document.summary?.date ?? null,
      externalId: null,
      document,
    };
  }

  /** Asks for documents once whatever was written can be seen. */
  async find(...documents: readonly Document[]): Promise<readonly Finding[]> {
    await this.harness.settle?.();
    return this.adapter.find(documents.map((document) => this.query(document)));
  }

  /** What the ledger itself holds under a document's reference. */
  async held(document: Document): Promise<readonly LedgerDocument[]> {
    const reference = this.reference(document);
    return (await this.harness.ledger.documents()).filter((held) => held.reference === reference);
  }

  /** All that the ledger holds. */
  async books(): Promise<unknown> {
    const { ledger } = this.harness;
    return structuredClone([await ledger.documents(), await ledger.attachments()]);
  }

  /** A receipt on its way to a posted document; `overrides` replace whole fields. */
  attachCall({ document, outcome }: PostedDocument, index: number, overrides: Partial<AttachCall> = {}): AttachCall {
    const entry = document.key.slice(0, document.key.lastIndexOf('/'));
    return {
      requestKey: `bench-attach-${entry}-${index}`,
      key: `${entry}/file/${index}`,
      fileName: `${entry}-${index + 1}.pdf`,
      bytes: RECEIPT,
      contentType: 'application/pdf',
      target: { externalId: outcome.externalId, recordType: document.recordType, reference: this.reference(document) },
      ...overrides,
    };
  }
}

/** The bytes of every receipt that the bench attaches. */
export const RECEIPT = new TextEncoder().encode('%PDF-1.4\n%%EOF\n');

/** Different names give different ids of the form that Pleo uses. */
function entryIdOf(name: string): string {
  return `6f0c8d52-1f0e-4c57-8a55-${hash('sha256', name).slice(0, 12)}`;
}
