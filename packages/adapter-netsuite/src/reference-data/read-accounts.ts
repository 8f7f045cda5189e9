import { z } from 'zod';
import type { NetsuiteApi } from '../api/netsuite-api.js';
import { flag, id, text } from '../api/row-fields.js';
import type { AccountSetup } from './account-setup.js';
import type { NetsuiteAccount } from './netsuite-facts.js';
import { openTo } from './open-to.js';

const row = z.object({
  id,
  acctnumber: text,
  externalid: text,
  fullname: text,
  accttype: text,
  currency: text,
  issummary: flag,
  isinactive: flag,
  subsidiary: text,
  includechildren: flag,
});

/** The whole chart, inactive accounts included. Source: Oracle, Records Catalog: account. */
export async function readAccounts(api: NetsuiteApi, setup: AccountSetup): Promise<readonly NetsuiteAccount[]> {
  const { subsidiaries } = setup;
  const columns = [
    'id',
    'acctnumber',
    'externalid',
    'fullname',
    'accttype',
    'issummary',
    'isinactive',
    ...(setup.hasCurrencies ? ['currency'] : []),
    ...(subsidiaries.length > 0 ? ['subsidiary', 'includechildren'] : []),
  ];
  const sql = `SELECT ${columns.join(', ')} FROM account ORDER BY id`;
  const rows = await api.query({ list: 'accounts', permission: 'Lists: Accounts', sql, row });
  return rows.map((account) => ({
    id: account.id,
    number: account.acctnumber,
    externalId: account.externalid,
    name: account.fullname ?? '',
    type: account.accttype ?? '',
    currency: account.currency,
    subsidiaries: openTo(account, subsidiaries),
    isSummary: account.issummary,
    isInactive: account.isinactive,
  }));
}
