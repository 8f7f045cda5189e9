import type { AccountingEntry, Problem, Validator } from '@ledgerferry/core';
import { netsuiteProblem } from '../errors/netsuite-errors.js';
import { chooseRecord } from '../plan/choose-record.js';
import type { NetsuiteBooks } from '../plan/netsuite-books.js';
import { periodOf } from '../plan/period-of.js';
import type { NetsuitePeriod } from '../reference-data/netsuite-facts.js';

/**
 * The accounting period of the date is there and open. Beyond the closed span that the engine minds, single periods may be closed or
 * locked. An account that keeps no periods has none to mind. Source: Oracle, Accounting Periods: Locking and Closing.
 */
export function periodIsOpen(books: NetsuiteBooks): Validator {
  return {
    name: 'the accounting period is open',
    validate: (entry) => (books.facts.periods.length === 0 ? [] : periodProblems(entry, books)),
  };
}

function periodProblems(entry: AccountingEntry, books: NetsuiteBooks): readonly Problem[] {
  const period = periodOf(entry.date, books.facts);
  if (!period)
    return [
      netsuiteProblem(
        'NETSUITE_PERIOD_MISSING',
        `NetSuite has no accounting period for ${entry.date}, the entry's date.`,
      ),
    ];
  const state = closing(period, entry, books);
  if (state === null) return [];
  const found = `The entry is dated ${entry.date}, and the accounting period ${period.name} is ${state} in NetSuite.`;
  return [netsuiteProblem('NETSUITE_PERIOD_CLOSED', found)];
}

function closing(
  { isClosed, isLocked, isPayablesLocked }: NetsuitePeriod,
  entry: AccountingEntry,
  books: NetsuiteBooks,
): string | null {
  if (isClosed) return 'closed';
  if (isLocked) return 'locked';
  return isPayablesLocked && isOfPayables(entry, books) ? 'locked for bills and payments' : null;
}

function isOfPayables(entry: AccountingEntry, books: NetsuiteBooks): boolean {
  const choice = chooseRecord(entry, books);
  return 'value' in choice && choice.value.record !== 'journal';
}
