import { problemsIn, type AccountingEntry, type Problem, type Validator } from '@ledgerferry/core';
import type { NetsuiteBooks } from '../plan/netsuite-books.js';
import { resolvePlan } from '../plan/resolve-plan.js';

/** Accounts, subsidiary, currency, vendor, dimensions, taxes and approvals fit: the very plan is made, and its problems are shown. */
export function canBeBooked(books: NetsuiteBooks): Validator {
  return {
    name: 'NetSuite can book the entry',
    validate: (entry) => eachOnce(problemsIn(resolvePlan(asFarAsKnown(entry, books), books))),
  };
}

/** Whether a payment becomes a journal, or a payment of bills that knows no drafts, shows once its bills are matched: its plan says so. */
function asFarAsKnown(entry: AccountingEntry, { connection }: NetsuiteBooks): AccountingEntry {
  const mayPayBills = connection.payables === 'vendor-bill' && entry.kind === 'payment' && entry.direction === 'out';
  return mayPayBills && entry.settles.length === 0 ? { ...entry, posting: 'final' } : entry;
}

function eachOnce(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((problem) => [problem.message, problem])).values()];
}
