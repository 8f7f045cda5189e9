import { z } from 'zod';
import type { NetsuiteApi } from '../api/netsuite-api.js';
import { flag, id, text } from '../api/row-fields.js';
import type { AccountSetup } from './account-setup.js';
import type { DimensionField, NetsuiteDimensionValue, NetsuiteFacts } from './netsuite-facts.js';
import { openTo } from './open-to.js';

const row = z.object({
  id,
  externalid: text,
  name: text,
  fullname: text,
  isinactive: flag,
  subsidiary: text,
  includechildren: flag,
});

/** Where the values of a field stand. Source: Oracle, Records Catalog: department, classification, location. */
const TABLES: ReadonlyMap<string, { readonly table: string; readonly permission: string }> = new Map([
  ['department', { table: 'department', permission: 'Lists: Departments' }],
  ['class', { table: 'classification', permission: 'Lists: Classes' }],
  ['location', { table: 'location', permission: 'Lists: Locations' }],
]);

/** The values of each dimension that the lines of a journal or bill have in this account. */
export async function readDimensions(api: NetsuiteApi, setup: AccountSetup): Promise<NetsuiteFacts['dimensions']> {
  const ofLines = [...setup.writable.values()].flatMap(({ line }) => [...line]);
  const fields = [...new Set(ofLines)].filter((field) => TABLES.has(field) || field.startsWith('cseg'));
  const read = fields.map(async (field) => [field, await readValues(field, api, setup)] as const);
  return new Map((await Promise.all(read)).flatMap(([field, values]) => (values === null ? [] : [[field, values]])));
}

/** Null where the role may not see them. */
async function readValues(
  field: DimensionField,
  api: NetsuiteApi,
  { subsidiaries }: AccountSetup,
): Promise<readonly NetsuiteDimensionValue[] | null> {
  const list = TABLES.get(field);
  const known = ['id', 'name', 'isinactive', ...(list ? ['fullname'] : [])];
  const columns = [
    ...known,
    'externalid',
    ...(list && subsidiaries.length > 0 ? ['subsidiary', 'includechildren'] : []),
  ];
  const from = `FROM ${list?.table ?? `customrecord_${field}`} ORDER BY id`;
  const rows = await api.queryIfShown({
    list: `values of ${field}`,
    permission: list?.permission ?? `the custom segment ${field}`,
    sql: `SELECT ${columns.join(', ')} ${from}`,
    plainSql: `SELECT ${known.join(', ')} ${from}`,
    row,
  });
  return (
    rows?.map((value) => ({
      id: value.id,
      externalId: value.externalid,
      name: value.name ?? '',
      fullName: value.fullname,
      subsidiaries: openTo(value, subsidiaries),
      isInactive: value.isinactive,
    })) ?? null
  );
}
