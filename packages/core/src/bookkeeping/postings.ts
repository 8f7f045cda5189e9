import type { AccountingEntry, AccountReference, EntryLine, EntryTax, Posting } from '../model/accounting-entry.js';
import { negateMoney, withMinorUnits, type Money } from '../model/money.js';

/**
 * Every posting of an entry, in order: positive is debit, negative is credit, and together they come to nothing. With `payable`
 * these are {@link invoicePostings} and then {@link paymentPostings}; without, one journal of lines against settlement.
 */
export function postingsOf(entry: AccountingEntry): readonly Posting[] {
  return [...invoicePostings(entry), ...paymentPostings(entry)];
}

/**
 * The balanced step that books the lines: against `payable` where the entry goes through it, else against `settlement`.
 *
 * Each line is one posting. Its tax is a posting of its own only where the account for it is known: `inclusive` and `exclusive` tax
 * on the ingoing account, `reverse` tax on both accounts; otherwise the line is posted gross. The tax code stands on the line in
 * either case. The other side is one posting of the lines' sum. Source: Pleo, Bookkeeping method: journal entry.
 */
export function invoicePostings(entry: AccountingEntry): readonly Posting[] {
  const lines = entry.lines.flatMap(linePostings);
  const sum = entry.lines.reduce((total, line) => total + line.gross.minorUnits, 0);
  const other = balancePosting(entry.payable ?? entry.settlement, withMinorUnits(entry.amount, -sum));
  return inDirection(entry, [...lines, other]);
}

/** The balanced step that pays an entry that goes through `payable`; empty where it does not, as there is no second step. */
export function paymentPostings(entry: AccountingEntry): readonly Posting[] {
  if (entry.payable === null) return [];
  return inDirection(entry, [
    balancePosting(entry.payable, entry.amount),
    balancePosting(entry.settlement, negateMoney(entry.amount)),
  ]);
}

/** A line and its tax, as money going out. */
function linePostings(line: EntryLine): readonly Posting[] {
  const tax = line.tax && line.tax.amount.minorUnits !== 0 ? taxPostings(line.tax) : [];
  const cost: Posting = {
    account: line.account,
    amount: tax.length > 0 ? line.net : line.gross,
    taxCode: line.tax?.code ?? null,
    dimensions: line.dimensions,
  };
  return [cost, ...tax];
}

function taxPostings(tax: EntryTax): readonly Posting[] {
  if (tax.ingoingAccount === null) return [];
  const ingoing = { ...balancePosting(tax.ingoingAccount, tax.amount), taxCode: tax.code };
  if (tax.treatment !== 'reverse') return [ingoing];
  if (tax.outgoingAccount === null) return [];
  return [ingoing, { ...balancePosting(tax.outgoingAccount, negateMoney(tax.amount)), taxCode: tax.code }];
}

function balancePosting(account: AccountReference, amount: Money): Posting {
  return { account, amount, taxCode: null, dimensions: [] };
}

function inDirection(entry: AccountingEntry, postings: readonly Posting[]): readonly Posting[] {
  if (entry.direction === 'out') return postings;
  return postings.map((posting) => ({ ...posting, amount: negateMoney(posting.amount) }));
}
