import { z } from 'zod';
import type { NetsuiteApi } from '../api/netsuite-api.js';
import { day, flag, id, text } from '../api/row-fields.js';
import { isoDay, quoted, type Statement } from '../api/suiteql.js';

/** A line of a transaction, with what the transaction says of itself. */
const transactionRow = z.object({
  id,
  externalid: text,
  /** `Journal`, `VendBill`, `VendCred`, `VendPymt`, …. Source: Oracle, Records Catalog: transaction. */
  type: text,
  memo: text,
  trandate: day,
  currency: text,
  posting: text,
  voided: flag,
  /** The transaction that reverses it. */
  reversal: text,
  /** The day that it was given for being reversed, as accruals are. */
  reversaldate: text,
  isreversal: flag,
  /** In the transaction's currency; positive is debit. */
  foreignamount: text,
});
export type TransactionRow = z.infer<typeof transactionRow>;

/** What transactions are known by. */
export interface TransactionNames {
  readonly externalIds: readonly string[];
  /** Internal ids. */
  readonly ids: readonly string[];
}

/** Reads transactions of every type: only we give such external ids, and an account may keep one list of them for all types. */
export async function readTransactions(names: TransactionNames, api: NetsuiteApi): Promise<readonly TransactionRow[]> {
  if (names.externalIds.length === 0) return [];
  return api.query(transactionsNamed(names));
}

/** Asks for one that nobody has. @throws `misconfigured` where the role cannot look transactions up. */
export async function probeTransactions(api: NetsuiteApi): Promise<void> {
  await readTransactions({ externalIds: ['ledgerferry-looks-up'], ids: [] }, api);
}

/**
 * Some columns come with features, and `currency` and `foreignamount` with several currencies: without them no total is told, and a reversed
 * journal counts as live. Source: Oracle, Records Catalog: transaction, transactionLine.
 */
function transactionsNamed({ externalIds, ids }: TransactionNames): Statement<TransactionRow> {
  const columns = ['id', 'externalid', 'type', 'memo', 'posting', 'voided'];
  const ofFeatures = ['currency', 'reversal', 'isreversal'];
  const named = [
    `t.externalid IN (${listed(externalIds)})`,
    ...(ids.length === 0 ? [] : [`t.id IN (${[...new Set(ids)].join(', ')})`]),
  ].join(' OR ');
  const ofTransaction = (names: readonly string[]) => names.map((name) => `t.${name}`).join(', ');
  return {
    list: 'transactions',
    permission: 'Transactions: Find Transaction',
    sql:
      `SELECT ${ofTransaction([...columns, ...ofFeatures])}, ${isoDay('t.trandate')}, ${isoDay('t.reversaldate')}, l.foreignamount ` +
      `FROM transaction t LEFT JOIN transactionline l ON l.transaction = t.id WHERE ${named} ORDER BY t.id, l.id`,
    plainSql: `SELECT ${ofTransaction(columns)}, ${isoDay('t.trandate')} FROM transaction t WHERE ${named} ORDER BY t.id`,
    row: transactionRow,
  };
}

function listed(texts: readonly string[]): string {
  return [...new Set(texts)].map(quoted).join(', ');
}
