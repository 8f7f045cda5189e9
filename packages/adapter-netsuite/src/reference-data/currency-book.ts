import type { NetsuiteApi } from '../api/netsuite-api.js';
import type { NetsuiteCurrency } from './netsuite-facts.js';
import { readCurrencies } from './read-currencies.js';

/** ISO codes by internal id, read once. */
export interface CurrencyBook {
  readAll(): Promise<readonly NetsuiteCurrency[] | null>;
  /** Reads them where nobody has yet. None where the account does not show them. */
  symbols(): Promise<ReadonlyMap<string, string>>;
}

export function createCurrencyBook(api: NetsuiteApi): CurrencyBook {
  let known: Promise<readonly NetsuiteCurrency[] | null> | undefined;

  function readAll(): Promise<readonly NetsuiteCurrency[] | null> {
    const reading = readCurrencies(api);
    known = reading;
    // a failure is not remembered
    reading.catch(() => {
      if (known === reading) known = undefined;
    });
    return reading;
  }

  return {
    readAll,
    symbols: async () => new Map(((await (known ?? readAll())) ?? []).map(({ id, symbol }) => [id, symbol])),
  };
}
