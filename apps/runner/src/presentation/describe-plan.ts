import {
  addMoney,
  formatMoney,
  money,
  negateMoney,
  toDecimal,
  type ErrorCatalogue,
  type Money,
  type PlannedJob,
  type Posting,
} from '@ledgerferry/core';
import { describeProblems } from './describe-problems.js';
import { count, indent, layOut } from './table.js';

type PlannedEntry = PlannedJob['entries'][number];

/** Debits and credits of one currency. */
export interface CurrencyTotals {
  readonly currency: string;
  readonly debit: Money;
  readonly credit: Money;
}

/** A dry run as a table of debits and credits, entry by entry, with the totals of each currency. */
export function describePlan(
  { job, entries, settled }: PlannedJob,
  { name, errors }: { readonly name: string; readonly errors: ErrorCatalogue },
): string {
  const would = `${name}: Export Job ${job.id} would book ${entries.length} of ${count(job.numberOfItems, 'entry', 'entries')}`;
  const rows = [['account', 'debit', 'credit', ''], ...entries.flatMap(rowsOf)];
  const totals = totalsOf(entries).map(
    ({ debit, credit }) => `total debit ${formatMoney(debit)}, credit ${formatMoney(credit)}`,
  );
  const problems = describeProblems(settled, errors);
  return [
    would,
    indent(withHeadings(entries, layOut(rows, { right: [1, 2] }))),
    ...totals.map((total) => indent(total)),
    ...(problems === '' ? [] : ['Would not be booked:', indent(problems)]),
  ].join('\n');
}

/** One posting in two columns. */
export function sidesOf({ account, amount }: Posting): {
  readonly account: string;
  readonly debit: string;
  readonly credit: string;
  readonly currency: string;
} {
  const isDebit = amount.minorUnits >= 0;
  const text = toDecimal(isDebit ? amount : negateMoney(amount));
  const code = account.code ?? account.identifier ?? account.name ?? account.role;
  return { account: code, debit: isDebit ? text : '', credit: isDebit ? '' : text, currency: amount.currency };
}

/** Debits and credits by currency; they are equal, and shown to be. */
export function totalsOf(entries: readonly PlannedEntry[]): readonly CurrencyTotals[] {
  const totals = new Map<string, CurrencyTotals>();
  for (const { amount } of entries.flatMap(({ postings }) => postings)) {
    const nothing = money(amount.currency, 0, amount.exponent);
    const { debit, credit } = totals.get(amount.currency) ?? { debit: nothing, credit: nothing };
    const sums =
      amount.minorUnits >= 0
        ? { debit: addMoney(debit, amount), credit }
        : { debit, credit: addMoney(credit, negateMoney(amount)) };
    totals.set(amount.currency, { currency: amount.currency, ...sums });
  }
  return [...totals.values()].toSorted((left, right) => (left.currency < right.currency ? -1 : 1));
}

function rowsOf({ postings }: PlannedEntry): readonly (readonly string[])[] {
  return postings.map((posting) => {
    const { account, debit, credit, currency } = sidesOf(posting);
    const label =
      posting.account.name && posting.account.name !== account ? `${account} ${posting.account.name}` : account;
    return [`  ${label}`, debit, credit, currency];
  });
}

/** Puts a line above the postings of each entry that says which entry they are. */
function withHeadings(entries: readonly PlannedEntry[], table: string): string {
  const [titles = '', ...lines] = table.split('\n');
  let next = 0;
  const blocks = entries.flatMap(({ entry, postings }) => {
    const from = next;
    next += postings.length;
    return [
      `${entry.date}  ${entry.description} (${entry.itemType}, ${entry.accountingEntryId})`,
      ...lines.slice(from, next),
    ];
  });
  return [titles, ...blocks].join('\n');
}
