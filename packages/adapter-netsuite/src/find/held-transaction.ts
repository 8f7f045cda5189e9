import { currencyExponent, money, readLedgerAmount, type HeldDocument, type Money } from '@ledgerferry/core';
import type { TransactionRow } from './read-transactions.js';

/** A transaction as NetSuite holds it, in our words. */
export type HeldTransaction = Omit<HeldDocument, 'externalUrl'>;

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
    const total = currency === null ? null : largerSide(lines, currency, planned);
    const summary = total && { date: first.trandate, total, accounts: [] };
    return { externalId: first.id, state: stateOf(first), summary };
  });
}

/**
 * A journal is voided by another that reverses it, and stays as it was. One that was given a day for that, as accruals are, is live.
 * Source: Oracle, Voiding, Deleting, or Closing Transactions; Reversing Journal Entries.
 */
export function stateOf({
  voided,
  reversal,
  reversaldate,
  isreversal,
  posting,
}: TransactionRow): HeldTransaction['state'] {
  if (voided || (reversal !== null && reversaldate === null && !isreversal)) return 'voided';
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

/**
 * What a transaction comes to, of whatever type: its two sides are equal, but taxes may be kept elsewhere than among the lines, which then
 * miss on one of them. Null where no amount is told.
 */
function largerSide(lines: readonly TransactionRow[], currency: string, planned: Money | null): Money | null {
  const exponent = planned?.currency === currency ? planned.exponent : (currencyExponent(currency) ?? 2);
  if (lines.every(({ foreignamount }) => foreignamount === null)) return null;
  let [debits, credits] = [0, 0];
  for (const { foreignamount } of lines) {
    const amount = readLedgerAmount(foreignamount ?? '0', currency, exponent);
    if (amount === null) return null;
    if (amount.minorUnits > 0) debits += amount.minorUnits;
    else credits -= amount.minorUnits;
  }
  return money(currency, Math.max(debits, credits), exponent);
}
