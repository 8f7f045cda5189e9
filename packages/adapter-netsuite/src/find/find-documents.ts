import type { DocumentQuery, Finding } from '@ledgerferry/core';
import { deepLink } from '../api/deep-link.js';
import type { NetsuiteApi } from '../api/netsuite-api.js';
import { isoDay, quoted } from '../api/suiteql.js';
import type { CurrencyBook } from '../reference-data/currency-book.js';
import { heldTransactions, transactionRow, type HeldTransaction, type TransactionRow } from './held-transaction.js';

/** What a look-up works with. */
export interface LookUp {
  readonly api: NetsuiteApi;
  readonly currencyBook: CurrencyBook;
  /** For links into NetSuite. */
  readonly accountId: string;
}

/**
 * Looks documents up by their external ids, among transactions of every type: only we give such ids, and an account may keep one list of
 * them for all types.
 */
export async function findDocuments(queries: readonly DocumentQuery[], lookUp: LookUp): Promise<readonly Finding[]> {
  const rows = await readTransactions(
    queries.map(({ reference }) => reference),
    lookUp.api,
  );
  const found = Map.groupBy(rows, ({ externalid }) => (externalid ?? '').toLowerCase());
  const symbols = rows.length === 0 ? new Map<string, string>() : await lookUp.currencyBook.symbols();
  return queries.map((query) => {
    const planned = query.document.summary?.total ?? null;
    const held = heldTransactions(found.get(query.reference) ?? [], planned, symbols);
    return judge(query, held, lookUp);
  });
}

/** True where NetSuite holds a transaction of this external id, of whatever type. */
export async function isThere(reference: string, api: NetsuiteApi): Promise<boolean> {
  return (await readTransactions([reference], api)).length > 0;
}

/** Source: Oracle, Records Catalog: transaction, transactionLine. */
async function readTransactions(references: readonly string[], api: NetsuiteApi): Promise<readonly TransactionRow[]> {
  const named = [...new Set(references)];
  if (named.length === 0) return [];
  const columns = ['id', 'externalid', 'currency', 'posting', 'voided', 'reversal', 'isreversal'];
  const sql =
    `SELECT ${columns.map((column) => `t.${column}`).join(', ')}, ${isoDay('t.trandate')}, l.foreignamount ` +
    'FROM transaction t LEFT JOIN transactionline l ON l.transaction = t.id ' +
    `WHERE t.externalid IN (${named.map(quoted).join(', ')}) ORDER BY t.id, l.id`;
  return api.query({ list: 'transactions', sql, row: transactionRow });
}

function judge({ key }: DocumentQuery, held: readonly HeldTransaction[], { accountId }: LookUp): Finding {
  const [first, ...others] = held.filter(({ state }) => state !== 'voided');
  if (first === undefined) {
    const [voided] = held;
    return voided ? { status: 'voided', key, externalId: voided.id } : { status: 'absent', key };
  }
  return {
    status: first.state === 'draft' ? 'draft' : 'live',
    key,
    externalId: first.id,
    externalUrl: deepLink(accountId, first.id),
    summary: first.summary,
    others: others.map(({ id }) => id),
  };
}
