import { toDecimal, valueOf, type AccountingEntry, type EntryPlan } from '@ledgerferry/core';
import type { BookingContext } from './booking-context.js';
import type { RecordChoice } from './choose-record.js';
import { documentOf } from './document-of.js';
import { paymentShares } from './payment-shares.js';
import { accountOfDocument } from './resolve-account.js';
import { systemAccount } from './system-account.js';

/** A payment of each bill that is settled. Source: Xero Accounting API, Payments. */
export function planPayments(
  entry: AccountingEntry,
  { payFrom }: Extract<RecordChoice, { record: 'payments' }>,
  { facts }: BookingContext,
): EntryPlan {
  const documents = valueOf(paymentShares(entry)).map(({ invoice, amount }, place) =>
    documentOf(
      entry,
      {
        role: place === 0 ? 'booking' : `payment-${place + 1}`,
        recordType: 'payment',
        total: amount,
        accounts: [payFrom, systemAccount('CREDITORS', facts)],
        dependsOn: [invoice.externalId === null ? invoice.documentKey : undefined],
      },
      {
        Invoice: { InvoiceID: invoice.externalId ?? { documentKey: invoice.documentKey } },
        Account: accountOfDocument(payFrom),
        Date: entry.date,
        Amount: toDecimal(amount),
      },
    ),
  );
  return { documents, prerequisites: [] };
}
