import {
  invoicePostings,
  paymentPostings,
  resolved,
  type AccountingEntry,
  type EntryPlan,
  type Posting,
  type Resolution,
} from '@ledgerferry/core';
import { bookedLines, costsBeforeTaxes, unnoted } from './booked-lines.js';
import type { RecordChoice } from './choose-record.js';
import { journalDocument } from './journal-document.js';
import type { NetsuiteBooks } from './netsuite-books.js';
import { withTaxAccounts } from './tax-accounts.js';
import { vendorOf } from './vendor-of.js';

/** An entry as a journal; what goes through accounts payable as two: what is owed, and its payment. */
export function planJournals(
  entry: AccountingEntry,
  { isOwed }: Extract<RecordChoice, { record: 'journal' }>,
  books: NetsuiteBooks,
): Resolution<EntryPlan> {
  const vendor = isOwed ? vendorOf(entry, books.facts) : null;
  if (vendor && 'problems' in vendor) return vendor;
  const taxed = withTaxAccounts(entry, books.connection);
  const postings = [...costsBeforeTaxes(bookedLines(taxed)), ...unnoted(otherSide(taxed))];
  const booking = journalDocument(entry, { role: 'booking', postings, dependsOn: [] }, books);
  if ('problems' in booking) return booking;
  if (entry.payable === null) return resolved({ documents: [booking.value], prerequisites: [] });
  const paid = unnoted(paymentPostings(entry));
  const payment = journalDocument(entry, { role: 'payment', postings: paid, dependsOn: [booking.value.key] }, books);
  if ('problems' in payment) return payment;
  return resolved({ documents: [booking.value, payment.value], prerequisites: [] });
}

/** Core puts it last. */
function otherSide(entry: AccountingEntry): readonly Posting[] {
  return invoicePostings(entry).slice(-1);
}
