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
    ...(hasCurrencies(setup) ? ['currency'] : []),
    ...(subsidiaries.length > 0 ? ['subsidiary', 'includechildren'] : []),
  ];
  const sql = `SELECT ${columns.join(', ')} FROM account ORDER BY id`;
  const rows = await api.query({ list: 'accounts', sql, row });
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

/** True where several currencies are in use: accounts are kept in one of them then, and transactions name theirs. */
function hasCurrencies({ writable }: Pick<AccountSetup, 'writable'>): boolean {
  return writable.get('journalEntry')?.body.has('currency') ?? false;
}
