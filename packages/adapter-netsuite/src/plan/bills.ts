import {
  paymentPostings,
  resolved,
  resolveEach,
  type AccountingEntry,
  type Document,
  type EntryPlan,
  type Resolution,
} from '@ledgerferry/core';
import { billApproval, creditApproval } from './approval-of.js';
import { bookedLines, unnoted } from './booked-lines.js';
import type { RecordChoice } from './choose-record.js';
import { documentOf } from './document-of.js';
import { supplierNumber } from './entry-texts.js';
import { expensesOf } from './expense-lines.js';
import { headOf } from './head-of.js';
import { journalDocument } from './journal-document.js';
import type { NetsuiteBooks } from './netsuite-books.js';
import type { NetsuiteRecord } from './netsuite-record.js';
import { payableSide, type PayableSide } from './payable-side.js';
import { paymentDocument } from './payment-document.js';
import { resolveAccount } from './resolve-account.js';
import { withTaxAccounts } from './tax-accounts.js';
import { writableOnly } from './writable-properties.js';

type BillChoice = Extract<RecordChoice, { record: 'bill' | 'credit' }>;

/** A bill or a credit; then how it is paid; then its reverse charge, which is no part of it, where the accounts for that are known. */
export function planBill(entry: AccountingEntry, choice: BillChoice, books: NetsuiteBooks): Resolution<EntryPlan> {
  const taxed = withTaxAccounts(entry, books.connection);
  const side = payableSide(entry, choice.payable, books);
  if ('problems' in side) return side;
  const bill = billDocument(taxed, choice, side.value, books);
  if ('problems' in bill) return bill;
  const followers = [
    ...(choice.paidBy === null ? [] : [paymentOf(entry, choice.paidBy, { bill: bill.value, side: side.value }, books)]),
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
  const number = supplierNumber(entry);
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
      { ...head.value, ...properties, ...approval.value, ...expenses.value.body },
    ),
  );
}

/** A bill that is paid at once must be approved, whatever is said of drafts. */
function approvalOf(
  { posting }: AccountingEntry,
  { record, paidBy }: BillChoice,
  { facts }: NetsuiteBooks,
): Resolution<NetsuiteRecord> {
  if (record === 'credit') return resolved(creditApproval(posting, facts));
  return billApproval(paidBy === 'payment' ? 'final' : posting, facts);
}

function paymentOf(
  entry: AccountingEntry,
  paidBy: 'payment' | 'journal',
  { bill, side }: { readonly bill: Document; readonly side: PayableSide },
  books: NetsuiteBooks,
): Resolution<Document> {
  const dependsOn = [bill.key];
  if (paidBy === 'journal')
    return journalDocument(entry, { role: 'payment', postings: unnoted(paymentPostings(entry)), dependsOn }, books);
  const payFrom = resolveAccount(entry.settlement, entry.amount, books.facts);
  if ('problems' in payFrom) return payFrom;
  const bills = [{ id: { documentKey: bill.key }, amount: entry.amount }];
  return paymentDocument(entry, { role: 'payment', payFrom: payFrom.value, bills, dependsOn }, side, books);
}

function reverseCharge(entry: AccountingEntry, bill: Document, books: NetsuiteBooks): readonly Resolution<Document>[] {
  const postings = bookedLines(entry).flatMap(({ reverse }) => reverse);
  if (postings.length === 0) return [];
  return [journalDocument(entry, { role: 'reverse-tax', postings, dependsOn: [bill.key] }, books)];
}
