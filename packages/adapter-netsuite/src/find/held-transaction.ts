import { currencyExponent, money, parseDecimal, type DocumentSummary, type Money } from '@ledgerferry/core';
import { z } from 'zod';
import { day, flag, id, text } from '../api/row-fields.js';

/** A line of a transaction, with what the transaction says of itself. */
export const transactionRow = z.object({
  id,
  externalid: text,
  trandate: day,
  currency: text,
  posting: text,
  voided: flag,
  reversal: text,
  isreversal: flag,
  /** In the transaction's currency; positive is debit. */
  foreignamount: text,
});
export type TransactionRow = z.infer<typeof transactionRow>;

/** A transaction as NetSuite holds it, in our words. */
export interface HeldTransaction {
  readonly id: string;
  readonly state: 'live' | 'draft' | 'voided';
  /** Null where NetSuite does not tell all of it. */
  readonly summary: DocumentSummary | null;
}

/** Puts the lines of transactions together again. Their order stays. */
export function heldTransactions(
  rows: readonly TransactionRow[],
  planned: Money | null,
  symbols: ReadonlyMap<string, string>,
): readonly HeldTransaction[] {
  const linesById = Map.groupBy(rows, (row) => row.id);
  return [...linesById.values()].flatMap((lines) => {
    const [first] = lines;
    if (first === undefined) return [];
    const currency = currencyOf(first, planned, symbols);
    const total = currency === null ? null : sumOfDebits(lines, currency, planned);
    const summary = total && { date: first.trandate, total, accounts: [] };
    return { id: first.id, state: stateOf(first), summary };
  });
}

/** A journal is voided by another that reverses it, and stays as it was. Source: Oracle, Voiding, Deleting, or Closing Transactions. */
function stateOf({ voided, reversal, isreversal, posting }: TransactionRow): HeldTransaction['state'] {
  if (voided || (reversal !== null && !isreversal)) return 'voided';
  return posting === 'F' ? 'draft' : 'live';
}

/** An account with one currency shows no list of them, and what it holds is in that one. */
function currencyOf(
  { currency }: TransactionRow,
  planned: Money | null,
  symbols: ReadonlyMap<string, string>,
): string | null {
  if (symbols.size === 0) return planned?.currency ?? null;
  return symbols.get(currency ?? '') ?? null;
}

/** What a transaction comes to, of whatever type: its two sides are equal. */
function sumOfDebits(lines: readonly TransactionRow[], currency: string, planned: Money | null): Money | null {
  const exponent = planned?.currency === currency ? planned.exponent : (currencyExponent(currency) ?? 2);
  let sum = 0;
  for (const { foreignamount } of lines) {
    const amount = readAmount(foreignamount ?? '0', currency, exponent);
    if (amount === null) return null;
    if (amount.minorUnits > 0) sum += amount.minorUnits;
  }
  return money(currency, sum, exponent);
}

/** Null where the digits are not an amount of the currency. NetSuite writes `895.2`, and the database behind it `.5`. */
function readAmount(digits: string, currency: string, exponent: number): Money | null {
  const [match, sign = '', whole = '', places = ''] = /^(-?)(\d*)(?:\.(\d*?)0*)?$/.exec(digits) ?? [];
  if (match === undefined || places.length > exponent) return null;
  return parseDecimal(`${sign}${whole || '0'}${places === '' ? '' : `.${places}`}`, currency, exponent);
}
