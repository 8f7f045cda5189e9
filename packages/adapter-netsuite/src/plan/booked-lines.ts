import { formatMoney, invoicePostings, type AccountingEntry, type EntryLine, type Posting } from '@ledgerferry/core';

/** A posting, and what is said of it behind the entry's text. */
export interface NotedPosting extends Posting {
  /** Such as ` (tax I25)`; mostly empty. */
  readonly note: string;
}

/** A line of the entry as core posts it: its cost, and its tax where the accounts for that are known. */
export interface BookedLine {
  readonly line: EntryLine;
  readonly cost: readonly NotedPosting[];
  readonly tax: readonly NotedPosting[];
  /** Both sides of a reverse charge, which is no part of the price. */
  readonly reverse: readonly NotedPosting[];
}

/** The lines of an entry. One that comes to nothing has no postings. */
export function bookedLines(entry: AccountingEntry): readonly BookedLine[] {
  return entry.lines.map((line) => bookedLine(entry, line));
}

/** Costs before taxes, so that the first lines of a record are those of the entry, in its order. */
export function costsBeforeTaxes(booked: readonly BookedLine[]): readonly NotedPosting[] {
  return [...booked.flatMap(({ cost }) => cost), ...booked.flatMap(({ tax, reverse }) => [...tax, ...reverse])];
}

/** A posting of which nothing is said. */
export function unnoted(postings: readonly Posting[]): readonly NotedPosting[] {
  return postings.map((posting) => ({ ...posting, note: '' }));
}

function bookedLine(entry: AccountingEntry, line: EntryLine): BookedLine {
  // core says how one line and its tax are posted; the other side of the entry comes last
  const postings = invoicePostings({ ...entry, lines: [line] }).slice(0, -1);
  const [taxes, costs] = [postings.filter(isTax), postings.filter((posting) => !isTax(posting))];
  const noted = taxes.map((posting) => ({ ...posting, note: taxNote('tax', line) }));
  const isReverse = line.tax?.treatment === 'reverse';
  return {
    line,
    cost: costs
      .filter(({ amount }) => amount.minorUnits !== 0)
      .map((posting) => ({ ...posting, note: taxes.length === 0 ? unpostedNote(line) : '' })),
    tax: isReverse ? [] : noted,
    reverse: isReverse ? noted : [],
  };
}

function isTax({ account }: Posting): boolean {
  return account.role === 'tax';
}

/** Tax that no account is known for is told where it is. */
function unpostedNote(line: EntryLine): string {
  if (line.tax === null || line.tax.amount.minorUnits === 0) return '';
  const amount = formatMoney(line.tax.amount);
  return taxNote(line.tax.treatment === 'reverse' ? `reverse charge ${amount}` : `includes tax ${amount}`, line);
}

function taxNote(what: string, { tax }: EntryLine): string {
  return ` (${[what, tax?.code?.trim()].filter(Boolean).join(' ')})`;
}
