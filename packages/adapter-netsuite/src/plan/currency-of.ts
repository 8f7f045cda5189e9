import { refused, resolved, type Money, type Resolution } from '@ledgerferry/core';
import { netsuiteProblem } from '../errors/netsuite-errors.js';
import type { NetsuiteCurrency, NetsuiteFacts, NetsuiteRecordName } from '../reference-data/netsuite-facts.js';
import { isWritable } from './writable-properties.js';

/** The currency of an amount, where the record can be in it. Source: Oracle, Multiple Currencies: an account without them has its own alone. */
export function currencyOf(
  { currency }: Money,
  record: NetsuiteRecordName,
  facts: NetsuiteFacts,
): Resolution<NetsuiteCurrency> {
  const known = currencyBySymbol(currency, facts);
  if (!known) {
    const found = `The currency ${currency} is not set up in NetSuite, or inactive.`;
    return refused(netsuiteProblem('NETSUITE_CURRENCY_UNKNOWN', found));
  }
  if (known.id === baseCurrencyId(facts) || isWritable(facts, record, 'body', 'currency')) return resolved(known);
  const found = `The entry is in ${currency}, and NetSuite books in its own currency alone here.`;
  return refused(netsuiteProblem('NETSUITE_CURRENCY_UNKNOWN', found));
}

/** An active currency by its ISO code. */
export function currencyBySymbol(symbol: string, { currencies }: NetsuiteFacts): NetsuiteCurrency | undefined {
  return currencies.find((currency) => currency.symbol === symbol && !currency.isInactive);
}

/** Internal id of the currency that the books are kept in: the subsidiary's, else the account's; undefined where nobody says. */
export function baseCurrencyId({ subsidiary, subsidiaries, currencies }: NetsuiteFacts): string | undefined {
  return subsidiaries.find(({ id }) => id === subsidiary)?.currency ?? currencies.find(({ isBase }) => isBase)?.id;
}
