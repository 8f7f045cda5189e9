import { z } from 'zod';
import type { NetsuiteApi } from '../api/netsuite-api.js';
import { flag, id, text } from '../api/row-fields.js';
import type { Statement } from '../api/suiteql.js';
import type { AccountSetup } from './account-setup.js';
import type { NetsuiteTaxCode } from './netsuite-facts.js';

/** Source: Oracle, Records Catalog: salestaxitem. */
const TAX_CODES = {
  list: 'tax codes',
  permission: 'Lists: Tax Records',
  sql: 'SELECT id, itemid, rate, isinactive FROM salestaxitem ORDER BY id',
  row: z.object({ id, itemid: text, rate: text, isinactive: flag }),
} satisfies Statement<unknown>;

const TAX_PROPERTIES = ['taxCode', 'taxDetailsReference'];

/** The tax codes, where a line has a property for one; null where the role may not see them. */
export async function readTaxCodes(
  api: NetsuiteApi,
  { writable }: AccountSetup,
): Promise<readonly NetsuiteTaxCode[] | null> {
  const isTaxed = [...writable.values()].some(({ line }) => TAX_PROPERTIES.some((name) => line.has(name)));
  if (!isTaxed) return [];
  const rows = await api.queryIfShown(TAX_CODES);
  return (
    rows?.map(({ id, itemid, rate, isinactive }) => ({ id, name: itemid ?? '', rate, isInactive: isinactive })) ?? null
  );
}
