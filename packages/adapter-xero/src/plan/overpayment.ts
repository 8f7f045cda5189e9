import { toDecimal, valueOf, type AccountingEntry, type EntryPlan } from '@ledgerferry/core';
import type { BookingContext } from './booking-context.js';
import type { RecordChoice } from './choose-record.js';
import { contactOf } from './contact-of.js';
import { documentOf } from './document-of.js';
import { lineText, linkOf } from './entry-texts.js';
import { accountOfDocument } from './resolve-account.js';
import { systemAccount } from './system-account.js';

/**
 * Money paid on account, or got back: a bookkeeper allocates it to bills in Xero. Xero chooses the account of the one line itself and
 * takes no tax on it. It keeps no `Reference` of overpayments, so that stands behind the line's description.
 *
 * Source: Xero Accounting API, BankTransactions: Reference (only of SPEND and RECEIVE); Overpayments.
 */
export function planOverpayment(
  entry: AccountingEntry,
  choice: Extract<RecordChoice, { record: 'overpayment' }>,
  context: BookingContext,
): EntryPlan {
  const isOut = entry.direction === 'out';
  const contact = valueOf(contactOf(entry, choice.owedTo, context));
  const url = linkOf(entry);
  const document = documentOf(
    entry,
    {
      role: 'booking',
      recordType: 'bank-transaction',
      total: entry.amount,
      accounts: [choice.bank, systemAccount(isOut ? 'CREDITORS' : 'DEBTORS', context.facts)],
      dependsOn: [contact.missing?.key],
    },
    {
      Type: isOut ? 'SPEND-OVERPAYMENT' : 'RECEIVE-OVERPAYMENT',
      Contact: contact.body,
      BankAccount: accountOfDocument(choice.bank),
      Date: entry.date,
      LineAmountTypes: 'NoTax',
      LineItems: [{ Description: lineText(entry), Quantity: 1, UnitAmount: toDecimal(entry.amount) }],
      ...(url ? { Url: url } : {}),
    },
  );
  return { documents: [document], prerequisites: contact.missing ? [contact.missing] : [] };
}
