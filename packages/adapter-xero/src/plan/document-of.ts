import type { AccountingEntry, Document, Money } from '@ledgerferry/core';
import type { XeroAccount } from '../reference-data/xero-facts.js';
import type { XeroRecord, XeroRecordType } from '../xero-record.js';

/** What a document is, besides its body. */
interface Place {
  /** `booking` for the first of an entry, so that its reference stays the same when a setting changes the record. */
  readonly role: 'booking' | 'payment' | `payment-${number}`;
  readonly recordType: XeroRecordType;
  readonly total: Money;
  readonly accounts: readonly (XeroAccount | undefined)[];
  readonly dependsOn: readonly (string | undefined)[];
}

/** One document of an entry. */
export function documentOf(
  { accountingEntryId, date }: AccountingEntry,
  { role, recordType, total, accounts, dependsOn }: Place,
  body: XeroRecord,
): Document {
  const names = accounts.flatMap((account) => (account ? [account.code ?? account.name] : []));
  return {
    key: `${accountingEntryId}/${role}`,
    role,
    recordType,
    body,
    dependsOn: dependsOn.filter((key) => key !== undefined),
    summary: { date, total, accounts: [...new Set(names)] },
  };
}
