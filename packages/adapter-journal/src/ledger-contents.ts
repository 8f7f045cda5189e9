import { currencyExponent, type DocumentSummary } from '@ledgerferry/core';
import { decodeAccountCode, lastPartOf } from './account-names.js';
import type { Quantity } from './read-quantity.js';

/** A posting as it stands in the file. */
export interface ReadPosting {
  readonly account: string;
  /** Null where the amount is left out or cannot be read. */
  readonly quantity: Quantity | null;
}

/** A transaction with a reference, as it stands in the file. */
export interface ReadTransaction {
  readonly reference: string;
  readonly externalId: string | null;
  readonly draft: boolean;
  readonly date: string;
  readonly postings: readonly ReadPosting[];
  readonly line: number;
}

/** What was read from a ledger, or from a piece of it. */
export interface LedgerContents {
  readonly transactions: readonly ReadTransaction[];
  /** Full names of all accounts declared or used. */
  readonly accounts: ReadonlySet<string>;
  /** Currencies declared or used, with their declared number of decimals. */
  readonly currencies: ReadonlyMap<string, number | null>;
  /** Why nothing may be appended, such as a comment block left open; null where nothing is in the way. */
  readonly obstacle: string | null;
  /** Number of lines read. */
  readonly lines: number;
}

/**
 * What a transaction comes to: its date, the sum of its debits and its accounts. Null where an amount cannot be read. An
 * amount that was left out balances the others, as in both programs.
 */
export function summaryOf(
  transaction: ReadTransaction,
  decimalsOf: (currency: string) => number | null,
): DocumentSummary | null {
  const amounts = transaction.postings.flatMap((posting) => posting.quantity ?? []);
  const currency = amounts[0]?.currency;
  if (currency === undefined || transaction.postings.length - amounts.length > 1) return null;
  const declared = decimalsOf(currency) ?? currencyExponent(currency) ?? 0;
  const ours = amounts.filter((amount) => amount.currency === currency);
  const exponent = Math.max(declared, ...ours.map((amount) => amount.decimals));
  const minorUnits = ours.map((amount) => amount.digits * 10 ** (exponent - amount.decimals));
  const leftOut = amounts.length < transaction.postings.length ? -minorUnits.reduce((sum, units) => sum + units, 0) : 0;
  const debits = [...minorUnits, leftOut].reduce((sum, units) => sum + Math.max(units, 0), 0);
  if (!Number.isSafeInteger(debits)) return null;
  return {
    date: transaction.date,
    total: { currency, minorUnits: debits, exponent },
    accounts: [...new Set(transaction.postings.map((posting) => decodeAccountCode(lastPartOf(posting.account))))],
  };
}
