import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  systemClock,
  type AccountingAdapter,
  type AccountingEntry,
  type Document,
  type DocumentQuery,
  type Finding,
  type PostCall,
  type PostOutcome,
} from '@ledgerferry/core';
import { onTestFinished } from 'vitest';
import { createJournalAdapter } from '../src/journal-adapter.js';
import { journalConnectionSchema } from '../src/journal-connection.js';

export type Extension = 'journal' | 'beancount';

/** A ledger in a folder of its own, gone when the test ends. */
export interface JournalFixture {
  readonly folder: string;
  readonly file: string;
  readonly adapter: AccountingAdapter;
  /** A further adapter on the same ledger, as after a restart. */
  readonly reopen: () => AccountingAdapter;
  readonly text: () => string;
  readonly write: (text: string) => void;
  /** What a person does in an editor. */
  readonly edit: (change: (text: string) => string) => void;
}

export function openJournal(extension: Extension = 'journal'): JournalFixture {
  const folder = mkdtempSync(join(tmpdir(), 'adapter-journal-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, `books.${extension}`);
  const open = () => createJournalAdapter({ connection: journalConnectionSchema.parse({ file }), clock: systemClock });
  const text = () => readFileSync(file, 'utf8');
  const write = (content: string) => writeFileSync(file, content);
  return { folder, file, adapter: open(), reopen: open, text, write, edit: (change) => write(change(text())) };
}

/** All documents of entries, as one call. */
export function callFor(adapter: AccountingAdapter, ...entries: readonly AccountingEntry[]): PostCall {
  const documents = entries.flatMap((entry) => adapter.plan(entry, { closedThrough: null }).documents);
  return {
    requestKey: 'call-1',
    documents: documents.map((document) => ({ document, reference: document.key })),
    resolved: new Map(documents.map((document) => [document.key, `id of ${document.key}`])),
  };
}

export function post(
  adapter: AccountingAdapter,
  ...entries: readonly AccountingEntry[]
): Promise<readonly PostOutcome[]> {
  return adapter.post(callFor(adapter, ...entries));
}

export function queryFor(document: Document): DocumentQuery {
  return {
    key: document.key,
    reference: document.key,
    recordTypes: [document.recordType],
    date: document.summary?.date ?? null,
    firstDate: document.summary?.date ?? null,
    externalId: null,
    document,
  };
}

/** What the ledger holds of an entry's documents. */
export function find(adapter: AccountingAdapter, entry: AccountingEntry): Promise<readonly Finding[]> {
  return adapter.find(adapter.plan(entry, { closedThrough: null }).documents.map(queryFor));
}
