import type { Books } from '../../books/books.js';
import { badQuery } from '../bad-query.js';
import type { SqlTable } from '../sql-table.js';
import { employeeTable, vendorSubsidiaryTable, vendorTable } from './entity-tables.js';
import {
  accountTable,
  currencyTable,
  dimensionTable,
  fileTable,
  folderTable,
  periodTable,
  subsidiaryTable,
  taxCodeTable,
} from './list-tables.js';
import { accountingLineTable, transactionLineTable, transactionTable } from './transaction-tables.js';

const ALWAYS: Readonly<Record<string, (books: Books) => SqlTable>> = {
  account: accountTable,
  accountingperiod: periodTable,
  classification: (books) => dimensionTable(books.classes, books),
  currency: currencyTable,
  department: (books) => dimensionTable(books.departments, books),
  employee: employeeTable,
  file: fileTable,
  location: (books) => dimensionTable(books.locations, books),
  mediaitemfolder: folderTable,
  transaction: transactionTable,
  transactionaccountingline: accountingLineTable,
  transactionline: transactionLineTable,
  vendor: vendorTable,
};

const WITH_ONE_WORLD: Readonly<Record<string, (books: Books) => SqlTable>> = {
  subsidiary: subsidiaryTable,
  vendorsubsidiaryrelationship: vendorSubsidiaryTable,
};

/** The table of this name, in lower case. @throws {Refusal} 400 where the account's features do not bring it. */
export function tableNamed(name: string, books: Books): SqlTable {
  const always = ALWAYS[name];
  if (always) return always(books);
  const oneWorld = WITH_ONE_WORLD[name];
  if (oneWorld && books.account.subsidiaries.length > 0) return oneWorld(books);
  if (name === 'salestaxitem' && books.account.tax !== 'none') return taxCodeTable(books);
  const segment = name.startsWith('customrecord_') ? books.segments.get(name.slice('customrecord_'.length)) : undefined;
  if (segment) return dimensionTable(segment, books);
  throw badQuery(`Record '${name}' was not found`);
}
