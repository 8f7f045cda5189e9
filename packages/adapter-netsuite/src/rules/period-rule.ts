import type { AccountingEntry, Problem, Validator } from '@ledgerferry/core';
import { netsuiteProblem } from '../errors/netsuite-errors.js';
import { chooseRecord } from '../plan/choose-record.js';
import type { NetsuiteBooks } from '../plan/netsuite-books.js';
import { periodsOf } from '../plan/period-of.js';
import { closingOf } from '../reference-data/closed-through.js';
import type { NetsuitePeriod } from '../reference-data/netsuite-facts.js';

/**
 * The accounting period of the date is there and open; of several, one is enough. Beyond the closed span that the engine minds, single
 * periods may be closed or locked. An account that keeps no periods has none to mind. Source: Oracle, Accounting Periods: Locking and Closing.
 */
export function periodIsOpen(books: NetsuiteBooks): Validator {
  const { periods } = books.facts;
  return {
    name: 'the accounting period is open',
    validate: (entry) => (periods === null || periods.length === 0 ? [] : periodProblems(entry, books)),
  };
}

function periodProblems(entry: AccountingEntry, books: NetsuiteBooks): readonly Problem[] {
  const closings = periodsOf(entry.date, books.facts).map((period) => closing(period, entry, books));
  if (closings.includes(null)) return [];
  const [closed] = closings;
  if (closed) return [netsuiteProblem('NETSUITE_PERIOD_CLOSED', `The entry is dated ${entry.date}, and ${closed}.`)];
  const found = `NetSuite has no accounting period for ${entry.date}, the entry's date.`;
  return [netsuiteProblem('NETSUITE_PERIOD_MISSING', found)];
}

function closing(period: NetsuitePeriod, entry: AccountingEntry, books: NetsuiteBooks): string | null {
  const state = closingOf(period, { mayHaveBills: isOfPayables(entry, books) }, books.connection);
  return state && `the accounting period ${period.name} is ${state} in NetSuite`;
}

function isOfPayables(entry: AccountingEntry, books: NetsuiteBooks): boolean {
  const choice = chooseRecord(entry, books);
  return 'value' in choice && choice.value.record !== 'journal';
}
