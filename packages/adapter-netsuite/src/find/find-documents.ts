import { findingAmong, type DocumentQuery, type Finding } from '@ledgerferry/core';
import { deepLink } from '../api/deep-link.js';
import type { NetsuiteApi } from '../api/netsuite-api.js';
import type { CurrencyBook } from '../reference-data/currency-book.js';
import { heldTransactions } from './held-transaction.js';
import { readTransactions, type TransactionRow } from './read-transactions.js';
import { TRANSACTION_TYPES } from './transaction-types.js';
import { judgeById } from './judge-by-id.js';

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
    const found = rowsOf(query, rows);
    const planned = query.document.summary?.total ?? null;
    const held = heldTransactions(found, planned, symbols);
    const finding = findingAmong(
      query.key,
      held.map((each) => ({ ...each, externalUrl: deepLink(lookUp.accountId, each.externalId) })),
    );
    if (found.some((row) => isNamed(row, query))) return otherThanPlanned(query, found, finding) ?? finding;
    return judgeById(query, found, finding);
  });
}

/** What earlier results know, and Pleo, may be the id of another system. */
function knownId({ externalId }: DocumentQuery): readonly string[] {
  return externalId !== null && /^\d{1,15}$/.test(externalId) ? [externalId] : [];
}

function rowsOf(query: DocumentQuery, rows: readonly TransactionRow[]): readonly TransactionRow[] {
  const named = rows.filter((row) => isNamed(row, query));
  if (named.length > 0) return named;
  const [known] = knownId(query);
  return rows.filter(({ id, externalid }) => id === known && !isOurs(externalid));
}

function isNamed({ externalid }: TransactionRow, { reference }: DocumentQuery): boolean {
  return externalid?.toLowerCase() === reference;
}

/** True of an external id that another document has. Source: `documentReference` of core: `<entry>_<role>`. */
function isOurs(externalId: string | null): boolean {
  return /_(booking|payment(-\d+)?)$/i.test(externalId ?? '');
}

/**
 * A bill is paid by a record of its own, a journal says all of it: where an entry was booked as the one and would be the other today, only a
 * person can tell what is left to book. Payments may be either.
 */
function otherThanPlanned(
  { key, document }: DocumentQuery,
  [first]: readonly TransactionRow[],
  { status }: Finding,
): Finding | undefined {
  const planned = TRANSACTION_TYPES[document.recordType];
  if ((status !== 'live' && status !== 'draft') || !first?.type || planned === undefined) return undefined;
  if (first.type === planned || (!OWED.includes(first.type) && !OWED.includes(planned))) return undefined;
  const evidence = `NetSuite holds it as ${first.type} ${first.id}, and not as ${planned}, which it would be today`;
  return { status: 'unknown', key, evidence };
}

const OWED = ['VendBill', 'VendCred'];
