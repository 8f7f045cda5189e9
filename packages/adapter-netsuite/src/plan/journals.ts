import { invoicePostings, resolved, type AccountingEntry, type EntryPlan, type Resolution } from '@ledgerferry/core';
import { bookedLines, costsBeforeTaxes, unnoted } from './booked-lines.js';
import { journalDocument } from './journal-document.js';
import type { NetsuiteBooks } from './netsuite-books.js';
import { withTaxAccounts } from './tax-accounts.js';

/**
 * An entry as one journal. What is paid at once is booked straight against what it is paid from, also where Pleo leads it through accounts
 * payable: two journals there would each stand open until somebody applies one to the other.
 */
export function planJournals(entry: AccountingEntry, books: NetsuiteBooks): Resolution<EntryPlan> {
  const paid = withTaxAccounts({ ...entry, payable: null }, books.connection);
  // core puts the other side last
  const postings = [...costsBeforeTaxes(bookedLines(paid)), ...unnoted(invoicePostings(paid).slice(-1))];
  const journal = journalDocument(paid, { role: 'booking', postings, dependsOn: [] }, books);
  return 'problems' in journal ? journal : resolved({ documents: [journal.value], prerequisites: [] });
}
