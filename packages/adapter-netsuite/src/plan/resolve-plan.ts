import type { AccountingEntry, EntryPlan, Resolution } from '@ledgerferry/core';
import { planBill } from './bills.js';
import { chooseRecord } from './choose-record.js';
import { planJournals } from './journals.js';
import type { NetsuiteBooks } from './netsuite-books.js';
import { planPayment } from './payments.js';

/** What NetSuite will hold for an entry, or every reason why it cannot be booked. */
export function resolvePlan(entry: AccountingEntry, books: NetsuiteBooks): Resolution<EntryPlan> {
  const choice = chooseRecord(entry, books);
  if ('problems' in choice) return choice;
  switch (choice.value.record) {
    case 'journal':
      return planJournals(entry, books);
    case 'bill':
    case 'credit':
      return planBill(entry, choice.value, books);
    case 'payment':
      return planPayment(entry, choice.value, books);
  }
}
