import { refused, resolved, type Money, type Problem, type Resolution } from '@ledgerferry/core';
import { netsuiteProblem } from '../errors/netsuite-errors.js';
import type { NetsuiteCurrency, NetsuiteFacts, NetsuiteRecordName } from '../reference-data/netsuite-facts.js';
import type { NetsuiteBooks } from './netsuite-books.js';
import { isWritable } from './writable-properties.js';

/**
 * The currency of an amount, where the record can be in it; null in an account of one currency alone, whose records name none.
 * Source: Oracle, Multiple Currencies.
 */
export function currencyOf(
  { currency }: Money,
  record: NetsuiteRecordName,
  { facts, connection }: NetsuiteBooks,
): Resolution<NetsuiteCurrency | null> {
  if (facts.currencies === null)
    return currency === connection.currency ? resolved(null) : refused(ofTheBooksAlone(currency));
  const known = currencyBySymbol(currency, facts);
  if (!known) {
    const found = `The currency ${currency} is not set up in NetSuite, or inactive.`;
    return refused(netsuiteProblem('NETSUITE_CURRENCY_UNKNOWN', found));
  }
  if (known.id === baseCurrencyId(facts) || isWritable(facts, record, 'body', 'currency')) return resolved(known);
  return refused(ofTheBooksAlone(currency));
}

function ofTheBooksAlone(currency: string): Problem {
  const found = `The entry is in ${currency}, and NetSuite books in its own currency alone here.`;
  return netsuiteProblem('NETSUITE_CURRENCY_UNKNOWN', found);
}

/** An active currency by its ISO code. */
export function currencyBySymbol(symbol: string, { currencies }: NetsuiteFacts): NetsuiteCurrency | undefined {
  return currencies?.find((currency) => currency.symbol === symbol && !currency.isInactive);
}

/** Internal id of the currency that the books are kept in: the subsidiary's, else the account's; undefined where nobody says. */
export function baseCurrencyId({ subsidiary, subsidiaries, currencies }: NetsuiteFacts): string | undefined {
  return subsidiaries.find(({ id }) => id === subsidiary)?.currency ?? currencies?.find(({ isBase }) => isBase)?.id;
}
