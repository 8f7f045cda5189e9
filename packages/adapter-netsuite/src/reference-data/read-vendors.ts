import { z } from 'zod';
import type { NetsuiteApi } from '../api/netsuite-api.js';
import { flag, id, text } from '../api/row-fields.js';
import { quoted, type Statement } from '../api/suiteql.js';
import type { AccountSetup } from './account-setup.js';
import type { NetsuiteVendor } from './netsuite-facts.js';

const row = z.object({
  id,
  entityid: text,
  externalid: text,
  companyname: text,
  legalname: text,
  isinactive: flag,
});

/** Every vendor; null where the role may not see them. Source: Oracle, Records Catalog: vendor. */
export async function readVendors(
  api: NetsuiteApi,
  { subsidiary }: AccountSetup,
): Promise<readonly NetsuiteVendor[] | null> {
  const [rows, open] = await Promise.all([
    api.queryIfShown(vendorsWith(['externalid', 'legalname'])),
    subsidiary === null ? null : readThoseOpenTo(subsidiary.id, api),
  ]);
  return (
    rows?.map((vendor) => ({
      id: vendor.id,
      entityId: vendor.entityid ?? '',
      externalId: vendor.externalid,
      names: [vendor.companyname, vendor.legalname].filter((name) => name !== null),
      subsidiaries: subsidiary === null || open === null ? null : new Set(open.has(vendor.id) ? [subsidiary.id] : []),
      isInactive: vendor.isinactive,
    })) ?? null
  );
}

function vendorsWith(further: readonly string[]): Statement<z.infer<typeof row>> {
  const known = ['id', 'entityid', 'companyname', 'isinactive'];
  return {
    list: 'vendors',
    permission: PERMISSION,
    sql: `SELECT ${[...known, ...further].join(', ')} FROM vendor ORDER BY id`,
    plainSql: `SELECT ${known.join(', ')} FROM vendor ORDER BY id`,
    row,
  };
}

const PERMISSION = 'Lists: Vendors';

/**
 * Ids of the vendors that a subsidiary may use: without Multi-Subsidiary Vendor a vendor has one. Null where neither is told. Source:
 * Oracle, Records Catalog: vendorSubsidiaryRelationship, vendor.
 */
async function readThoseOpenTo(subsidiary: string, api: NetsuiteApi): Promise<ReadonlySet<string> | null> {
  const ofSubsidiary = `WHERE subsidiary = ${quoted(subsidiary)}`;
  const rows = await api.queryIfShown({
    list: 'vendors of the subsidiary',
    permission: PERMISSION,
    sql: `SELECT entity FROM vendorsubsidiaryrelationship ${ofSubsidiary} ORDER BY entity`,
    plainSql: `SELECT id AS entity FROM vendor ${ofSubsidiary} ORDER BY id`,
    row: z.object({ entity: id }),
  });
  return rows && new Set(rows.map(({ entity }) => entity));
}
