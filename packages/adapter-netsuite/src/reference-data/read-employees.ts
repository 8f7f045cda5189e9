import { z } from 'zod';
import type { NetsuiteApi } from '../api/netsuite-api.js';
import { flag, id, text } from '../api/row-fields.js';
import type { AccountSetup } from './account-setup.js';
import type { NetsuiteEmployee } from './netsuite-facts.js';
import { openTo } from './open-to.js';

const row = z.object({
  id,
  entityid: text,
  externalid: text,
  firstname: text,
  lastname: text,
  isinactive: flag,
  subsidiary: text,
});

/** Every employee; null where the role may not see them. Source: Oracle, Records Catalog: employee. */
export async function readEmployees(
  api: NetsuiteApi,
  { subsidiaries }: AccountSetup,
): Promise<readonly NetsuiteEmployee[] | null> {
  const known = [
    'id',
    'entityid',
    'firstname',
    'lastname',
    'isinactive',
    ...(subsidiaries.length > 0 ? ['subsidiary'] : []),
  ];
  const rows = await api.queryIfShown({
    list: 'employees',
    permission: 'Lists: Employees',
    sql: `SELECT ${known.join(', ')}, externalid FROM employee ORDER BY id`,
    plainSql: `SELECT ${known.join(', ')} FROM employee ORDER BY id`,
    row,
  });
  return (
    rows?.map((employee) => ({
      id: employee.id,
      entityId: employee.entityid ?? '',
      externalId: employee.externalid,
      name: [employee.firstname, employee.lastname].filter((name) => name !== null).join(' '),
      subsidiaries: openTo({ ...employee, includechildren: false }, subsidiaries),
      isInactive: employee.isinactive,
    })) ?? null
  );
}
