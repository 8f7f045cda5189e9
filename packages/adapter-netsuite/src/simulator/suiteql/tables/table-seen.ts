import type { Books } from '../../books/books.js';
import type { SimulatedRole } from '../../netsuite-simulator-options.js';
import { badQuery } from '../bad-query.js';
import type { SqlTable } from '../sql-table.js';
import { tableNamed } from './table-named.js';

const OF_TRANSACTIONS = ['transaction', 'transactionline', 'transactionaccountingline'];

/** What is there with several currencies alone. */
const OF_CURRENCIES = [
  'currency',
  'account.currency',
  'vendor.currency',
  'employee.currency',
  'transaction.currency',
  'transaction.exchangerate',
  'transactionline.foreignamount',
];

/** A table as the role sees it. NetSuite says the same of what the role may not see and of what is not there. @throws {Refusal} 400. */
export function tableSeen(name: string, books: Books, { hides, seesTransactions }: SimulatedRole): SqlTable {
  const { multipleCurrencies, accountingPeriods } = books.account.features;
  const hidden = new Set([
    ...hides,
    ...(multipleCurrencies ? [] : OF_CURRENCIES),
    ...(accountingPeriods ? [] : ['accountingperiod', 'transaction.postingperiod']),
  ]);
  if (hidden.has(name)) throw badQuery(`Record '${name}' was not found`);
  const table = tableNamed(name, books);
  const isEmpty = OF_TRANSACTIONS.includes(name) && !seesTransactions;
  return {
    columns: table.columns.filter((column) => !hidden.has(`${name}.${column}`)),
    rows: () => (isEmpty ? [] : table.rows()),
  };
}
