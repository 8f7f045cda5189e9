import { z } from 'zod';
import type { NetsuiteApi } from '../api/netsuite-api.js';
import { flag, id, text } from '../api/row-fields.js';
import { quoted, type Statement } from '../api/suiteql.js';
import type { AccountSetup } from './account-setup.js';
import type { NetsuiteVendor } from './netsuite-facts.js';

/** Source: Oracle, Records Catalog: vendor. */
const VENDORS = {
  list: 'vendors',
  sql: 'SELECT id, entityid, externalid, companyname, legalname, currency, payablesaccount, isinactive FROM vendor ORDER BY id',
  row: z.object({
    id,
    entityid: text,
    externalid: text,
    companyname: text,
    legalname: text,
    currency: text,
    payablesaccount: text,
    isinactive: flag,
  }),
} satisfies Statement<unknown>;

/** Every vendor; null where the role may not see them. */
export async function readVendors(
  api: NetsuiteApi,
  { subsidiary }: AccountSetup,
): Promise<readonly NetsuiteVendor[] | null> {
  const [rows, open] = await Promise.all([
    api.queryIfShown(VENDORS),
    subsidiary === null ? null : readThoseOpenTo(subsidiary.id, api),
  ]);
  return (
    rows?.map((vendor) => ({
      id: vendor.id,
      entityId: vendor.entityid ?? '',
      externalId: vendor.externalid,
      names: [vendor.companyname, vendor.legalname].filter((name) => name !== null),
      currency: vendor.currency,
      subsidiaries: subsidiary === null || open === null ? null : new Set(open.has(vendor.id) ? [subsidiary.id] : []),
      payablesAccount: vendor.payablesaccount,
      isInactive: vendor.isinactive,
    })) ?? null
  );
}

/** Ids of the vendors that a subsidiary may use. Source: Oracle, Records Catalog: vendorSubsidiaryRelationship. */
async function readThoseOpenTo(subsidiary: string, api: NetsuiteApi): Promise<ReadonlySet<string> | null> {
  const sql = `SELECT id, entity FROM vendorsubsidiaryrelationship WHERE subsidiary = ${quoted(subsidiary)} ORDER BY id`;
  const row = z.object({ entity: id });
  const rows = await api.queryIfShown({ list: 'vendors of the subsidiary', sql, row });
  return rows && new Set(rows.map(({ entity }) => entity));
}
