import type { AccountingEntry, Document, Money } from '@ledgerferry/core';
import type { NetsuiteAccount } from '../reference-data/netsuite-facts.js';
import type { NetsuiteRecord, NetsuiteRecordType } from './netsuite-record.js';

/** What a document is to its entry. `booking` is the first one, so that its reference stays the same when a setting changes the record. */
export type DocumentRole = 'booking' | 'payment' | 'reverse-tax';

/** What a document is, besides its body. */
interface Place {
  readonly role: DocumentRole;
  readonly recordType: NetsuiteRecordType;
  readonly total: Money;
  readonly accounts: readonly NetsuiteAccount[];
  readonly dependsOn: readonly string[];
}

/** One document of an entry. */
export function documentOf(
  { accountingEntryId, date }: AccountingEntry,
  { role, recordType, total, accounts, dependsOn }: Place,
  body: NetsuiteRecord,
): Document {
  const codes = accounts.map(({ number, name }) => number ?? name);
  return {
    key: `${accountingEntryId}/${role}`,
    role,
    recordType,
    body,
    dependsOn,
    summary: { date, total, accounts: [...new Set(codes)] },
  };
}
