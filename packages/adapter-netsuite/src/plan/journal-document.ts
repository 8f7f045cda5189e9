import {
  resolved,
  resolveEach,
  toDecimal,
  withMinorUnits,
  type AccountingEntry,
  type Document,
  type Resolution,
} from '@ledgerferry/core';
import type { NetsuiteAccount } from '../reference-data/netsuite-facts.js';
import { journalApproval } from './approval-of.js';
import type { NotedPosting } from './booked-lines.js';
import { dimensionsOf } from './dimensions-of.js';
import { documentOf, type DocumentRole } from './document-of.js';
import { lineMemo } from './entry-texts.js';
import { headOf } from './head-of.js';
import { lineEntity } from './line-entity.js';
import type { NetsuiteBooks } from './netsuite-books.js';
import type { NetsuiteRecord } from './netsuite-record.js';
import { resolveAccount } from './resolve-account.js';
import { writableOnly } from './writable-properties.js';

/** A journal of postings that come to nothing together. */
export interface Journal {
  readonly role: DocumentRole;
  readonly postings: readonly NotedPosting[];
  readonly dependsOn: readonly string[];
}

interface JournalLine {
  readonly account: NetsuiteAccount;
  readonly body: NetsuiteRecord;
}

/** One journal. Source: Oracle, SuiteTalk REST Web Services: Journal Entry. */
export function journalDocument(
  entry: AccountingEntry,
  { role, postings, dependsOn }: Journal,
  books: NetsuiteBooks,
): Resolution<Document> {
  const head = headOf(entry, 'journalEntry', books);
  if ('problems' in head) return head;
  const approval = journalApproval(entry.posting, books);
  if ('problems' in approval) return approval;
  const lines = resolveEach(postings.map((posting) => journalLine(entry, posting, books)));
  if ('problems' in lines) return lines;
  const debits = postings.reduce((sum, { amount }) => sum + Math.max(amount.minorUnits, 0), 0);
  return resolved(
    documentOf(
      entry,
      {
        role,
        recordType: 'journal-entry',
        total: withMinorUnits(entry.amount, debits),
        accounts: lines.value.map(({ account }) => account),
        dependsOn,
      },
      { ...head.value, ...approval.value, line: { items: lines.value.map(({ body }) => body) } },
    ),
  );
}

function journalLine(entry: AccountingEntry, posting: NotedPosting, books: NetsuiteBooks): Resolution<JournalLine> {
  const { facts } = books;
  const account = resolveAccount(posting.account, posting.amount, facts);
  if ('problems' in account) return account;
  const dimensions = dimensionsOf(posting, 'journalEntry', books);
  if ('problems' in dimensions) return dimensions;
  const entity = lineEntity(entry, posting.account.role, account.value, facts);
  if ('problems' in entity) return entity;
  const { minorUnits } = posting.amount;
  const body = writableOnly(facts, 'journalEntry', 'line', {
    account: { id: account.value.id },
    [minorUnits > 0 ? 'debit' : 'credit']: toDecimal(withMinorUnits(posting.amount, Math.abs(minorUnits))),
    memo: lineMemo(entry, books.connection, posting.note),
    ...(entity.value === null ? {} : { entity: { id: entity.value } }),
    ...dimensions.value,
  });
  return resolved({ account: account.value, body });
}
