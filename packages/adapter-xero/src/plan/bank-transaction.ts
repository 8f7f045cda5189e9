import { valueOf, type AccountingEntry, type EntryPlan } from '@ledgerferry/core';
import { bookedLines, lineAmountTypes, lineItem } from './booked-lines.js';
import type { BookingContext } from './booking-context.js';
import type { RecordChoice } from './choose-record.js';
import { contactOf } from './contact-of.js';
import { documentOf } from './document-of.js';
import { lineText, linkOf } from './entry-texts.js';
import { accountOfDocument } from './resolve-account.js';

/** Money out of a bank account, or into it. Xero knows no drafts of these. Source: Xero Accounting API, BankTransactions. */
export function planBankTransaction(
  entry: AccountingEntry,
  choice: Extract<RecordChoice, { record: 'bank-transaction' }>,
  context: BookingContext,
): EntryPlan {
  const lines = valueOf(bookedLines(choice.lines, context, { takesTaxAmounts: false }));
  const contact = valueOf(contactOf(entry, 'supplier', context));
  const url = linkOf(entry);
  const document = documentOf(
    entry,
    {
      role: 'booking',
      recordType: 'bank-transaction',
      total: entry.amount,
      accounts: [choice.bank, ...lines.map(({ account }) => account)],
      dependsOn: [contact.missing?.key],
    },
    {
      Type: choice.direction === 'out' ? 'SPEND' : 'RECEIVE',
      Contact: contact.body,
      BankAccount: accountOfDocument(choice.bank),
      Date: entry.date,
      LineAmountTypes: lineAmountTypes(context),
      LineItems: lines.map((line) => lineItem(line, lineText(entry))),
      ...(url ? { Url: url } : {}),
    },
  );
  return { documents: [document], prerequisites: contact.missing ? [contact.missing] : [] };
}
