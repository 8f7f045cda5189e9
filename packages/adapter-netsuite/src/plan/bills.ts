import {
  paymentPostings,
  resolved,
  resolveEach,
  type AccountingEntry,
  type Document,
  type EntryPlan,
  type Resolution,
} from '@ledgerferry/core';
import { billApproval, creditApproval, paidBillApproval } from './approval-of.js';
import { bookedLines, unnoted } from './booked-lines.js';
import type { RecordChoice } from './choose-record.js';
import { defaultsOf } from './dimensions-of.js';
import { documentOf } from './document-of.js';
import { supplierNumber } from './entry-texts.js';
import { expensesOf } from './expense-lines.js';
import { headOf } from './head-of.js';
import { journalDocument } from './journal-document.js';
import type { NetsuiteBooks } from './netsuite-books.js';
import type { NetsuiteRecord } from './netsuite-record.js';
import { payableSide, type PayableSide } from './payable-side.js';
import { paymentDocument } from './payment-document.js';
import { withTaxAccounts } from './tax-accounts.js';
import { writableOnly } from './writable-properties.js';

type BillChoice = Extract<RecordChoice, { record: 'bill' | 'credit' }>;

/** A bill or a credit; then its payment; then its reverse charge, which is no part of it, where the accounts for that are known. */
export function planBill(entry: AccountingEntry, choice: BillChoice, books: NetsuiteBooks): Resolution<EntryPlan> {
  const taxed = withTaxAccounts(entry, books.connection);
  const side = payableSide(entry, choice.payable, books);
  if ('problems' in side) return side;
  const bill = billDocument(taxed, choice, side.value, books);
  if ('problems' in bill) return bill;
  const followers = [
    ...paymentOf(entry, choice, { bill: bill.value, side: side.value }, books),
    ...reverseCharge(taxed, bill.value, books),
  ];
  const documents = resolveEach([bill, ...followers]);
  return 'problems' in documents ? documents : resolved({ documents: documents.value, prerequisites: [] });
}

/** Source: Oracle, SuiteTalk REST Web Services: Vendor Bill; Vendor Credit. */
function billDocument(
  entry: AccountingEntry,
  choice: BillChoice,
  { vendor, account }: PayableSide,
  books: NetsuiteBooks,
): Resolution<Document> {
  const record = choice.record === 'bill' ? 'vendorBill' : 'vendorCredit';
  const head = headOf(entry, record, books);
  if ('problems' in head) return head;
  const approval = approvalOf(entry, choice, books);
  if ('problems' in approval) return approval;
  const expenses = expensesOf(entry, record, books);
  if ('problems' in expenses) return expenses;
  const defaults = defaultsOf(record, 'body', books);
  if ('problems' in defaults) return defaults;
  const number = books.connection.billNumbers === 'netsuite' ? null : supplierNumber(entry);
  const dueDate = entry.invoice?.dueDate ?? null;
  const properties = writableOnly(books.facts, record, 'body', {
    entity: { id: vendor.id },
    account: { id: account.id },
    ...(number === null ? {} : { tranId: number }),
    ...(dueDate === null ? {} : { dueDate }),
  });
  return resolved(
    documentOf(
      entry,
      {
        role: 'booking',
        recordType: choice.record === 'bill' ? 'vendor-bill' : 'vendor-credit',
        total: entry.amount,
        accounts: [...expenses.value.accounts, account],
        dependsOn: [],
      },
      { ...head.value, ...defaults.value, ...properties, ...approval.value, ...expenses.value.body },
    ),
  );
}

function approvalOf(
  { posting }: AccountingEntry,
  choice: BillChoice,
  books: NetsuiteBooks,
): Resolution<NetsuiteRecord> {
  if (choice.record === 'credit') return resolved(creditApproval(posting, books));
  return choice.payFrom === null ? billApproval(posting, books) : resolved(paidBillApproval(books));
}

/** NetSuite pays no credits back, so what came back is a journal in the vendor's name. */
function paymentOf(
  entry: AccountingEntry,
  choice: BillChoice,
  { bill, side }: { readonly bill: Document; readonly side: PayableSide },
  books: NetsuiteBooks,
): readonly Resolution<Document>[] {
  const dependsOn = [bill.key];
  if (choice.record === 'credit') {
    if (!choice.isRepaid) return [];
    return [journalDocument(entry, { role: 'payment', postings: unnoted(paymentPostings(entry)), dependsOn }, books)];
  }
  const { payFrom } = choice;
  if (payFrom === null) return [];
  const bills = [{ id: { documentKey: bill.key }, amount: entry.amount }];
  return [paymentDocument(entry, { role: 'payment', payFrom, bills, dependsOn }, side, books)];
}

function reverseCharge(entry: AccountingEntry, bill: Document, books: NetsuiteBooks): readonly Resolution<Document>[] {
  const postings = bookedLines(entry).flatMap(({ reverse }) => reverse);
  if (postings.length === 0) return [];
  return [journalDocument(entry, { role: 'reverse-tax', postings, dependsOn: [bill.key] }, books)];
}
