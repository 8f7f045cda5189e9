import {
  addMoney,
  resolved,
  toDecimal,
  withMinorUnits,
  type AccountingEntry,
  type Document,
  type Json,
  type Money,
  type Resolution,
} from '@ledgerferry/core';
import type { NetsuiteAccount } from '../reference-data/netsuite-facts.js';
import { defaultsOf } from './dimensions-of.js';
import { documentOf, type DocumentRole } from './document-of.js';
import { headOf } from './head-of.js';
import type { NetsuiteBooks } from './netsuite-books.js';
import type { PayableSide } from './payable-side.js';
import { writableOnly } from './writable-properties.js';

/** What is paid of one bill. */
export interface PaidBill {
  /** Its id, or `{ "documentKey": "…" }` where it is still to be posted. */
  readonly id: Json;
  readonly amount: Money;
}

/** A payment of bills. */
export interface Payment {
  readonly role: DocumentRole;
  readonly payFrom: NetsuiteAccount;
  readonly bills: readonly PaidBill[];
  readonly dependsOn: readonly string[];
}

/** One payment of one or several bills of a vendor. Source: Oracle, SuiteTalk REST Web Services: Vendor Payment. */
export function paymentDocument(
  entry: AccountingEntry,
  { role, payFrom, bills, dependsOn }: Payment,
  { vendor, account }: PayableSide,
  books: NetsuiteBooks,
): Resolution<Document> {
  const { facts } = books;
  const head = headOf(entry, 'vendorPayment', books);
  if ('problems' in head) return head;
  const defaults = defaultsOf('vendorPayment', 'body', books);
  if ('problems' in defaults) return defaults;
  const items = bills.map(({ id, amount }) =>
    writableOnly(facts, 'vendorPayment', 'line', { doc: { id }, apply: true, amount: toDecimal(amount) }),
  );
  const body = writableOnly(facts, 'vendorPayment', 'body', {
    entity: { id: vendor.id },
    account: { id: payFrom.id },
    apAcct: { id: account.id },
  });
  const total = bills.reduce((sum, { amount }) => addMoney(sum, amount), withMinorUnits(entry.amount, 0));
  return resolved(
    documentOf(
      entry,
      { role, recordType: 'vendor-payment', total, accounts: [payFrom, account], dependsOn },
      { ...head.value, ...defaults.value, ...body, apply: { items } },
    ),
  );
}
