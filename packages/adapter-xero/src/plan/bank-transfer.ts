import { toDecimal, type AccountingEntry, type EntryPlan } from '@ledgerferry/core';
import type { RecordChoice } from './choose-record.js';
import { documentOf } from './document-of.js';
import { accountOfDocument } from './resolve-account.js';

/** Money from one bank account to another. Source: Xero Accounting API, BankTransfers. */
export function planBankTransfer(
  entry: AccountingEntry,
  { from, to }: Extract<RecordChoice, { record: 'bank-transfer' }>,
): EntryPlan {
  const document = documentOf(
    entry,
    { role: 'booking', recordType: 'bank-transfer', total: entry.amount, accounts: [from, to], dependsOn: [] },
    {
      FromBankAccount: accountOfDocument(from),
      ToBankAccount: accountOfDocument(to),
      Amount: toDecimal(entry.amount),
      Date: entry.date,
    },
  );
  return { documents: [document], prerequisites: [] };
}
