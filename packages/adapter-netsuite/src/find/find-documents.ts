import { findingAmong, type DocumentQuery, type Finding } from '@ledgerferry/core';
import { deepLink } from '../api/deep-link.js';
import type { NetsuiteApi } from '../api/netsuite-api.js';
import type { CurrencyBook } from '../reference-data/currency-book.js';
import { heldTransactions } from './held-transaction.js';
import { readTransactions, type TransactionRow } from './read-transactions.js';

/** What a look-up works with. */
export interface LookUp {
  readonly api: NetsuiteApi;
  readonly currencyBook: CurrencyBook;
  /** For links into NetSuite. */
  readonly accountId: string;
}

/** Looks documents up by their external ids, and by their internal ids where these are known: a person may have overwritten the former. */
export async function findDocuments(queries: readonly DocumentQuery[], lookUp: LookUp): Promise<readonly Finding[]> {
  const externalIds = queries.map(({ reference }) => reference);
  const rows = await readTransactions({ externalIds, ids: queries.flatMap(knownId) }, lookUp.api);
  const symbols = rows.length === 0 ? new Map<string, string>() : await lookUp.currencyBook.symbols();
  return queries.map((query) => {
    const planned = query.document.summary?.total ?? null;
    const held = heldTransactions(rowsOf(query, rows), planned, symbols);
    return findingAmong(
      query.key,
      held.map((each) => ({ ...each, externalUrl: deepLink(lookUp.accountId, each.externalId) })),
    );
  });
}

/** What earlier results know, and Pleo, may be the id of another system. */
function knownId({ externalId }: DocumentQuery): readonly string[] {
  return externalId !== null && /^\d{1,15}$/.test(externalId) ? [externalId] : [];
}

function rowsOf(query: DocumentQuery, rows: readonly TransactionRow[]): readonly TransactionRow[] {
  const named = rows.filter(({ externalid }) => externalid?.toLowerCase() === query.reference);
  if (named.length > 0) return named;
  const [known] = knownId(query);
  return rows.filter(({ id, externalid }) => id === known && !isOurs(externalid));
}

/** True of an external id that another document has. Source: `documentReference` of core: `<entry>_<role>`. */
function isOurs(externalId: string | null): boolean {
  return /_(booking|payment(-\d+)?)$/i.test(externalId ?? '');
}
