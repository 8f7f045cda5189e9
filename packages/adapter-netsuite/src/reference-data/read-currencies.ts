import { z } from 'zod';
import type { NetsuiteApi } from '../api/netsuite-api.js';
import { flag, id, text } from '../api/row-fields.js';
import type { Statement } from '../api/suiteql.js';
import type { NetsuiteCurrency } from './netsuite-facts.js';

/** Source: Oracle, Records Catalog: currency. */
const CURRENCIES = {
  list: 'currencies',
  permission: 'Lists: Currency',
  sql: 'SELECT id, symbol, currencyprecision, isbasecurrency, isinactive FROM currency ORDER BY id',
  row: z.object({ id, symbol: text, currencyprecision: text, isbasecurrency: flag, isinactive: flag }),
} satisfies Statement<unknown>;

/** The currencies that are set up; null where they are not shown. */
export async function readCurrencies(api: NetsuiteApi): Promise<readonly NetsuiteCurrency[] | null> {
  const rows = await api.queryIfShown(CURRENCIES);
  return (
    rows?.flatMap(({ id, symbol, currencyprecision, isbasecurrency, isinactive }) => {
      // one without an ISO code can be that of no entry
      if (symbol === null) return [];
      const precision = currencyprecision === null ? null : Number(currencyprecision);
      return { id, symbol, precision, isBase: isbasecurrency, isInactive: isinactive };
    }) ?? null
  );
}
