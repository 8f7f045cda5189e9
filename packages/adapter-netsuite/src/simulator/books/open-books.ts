import type { CurrencySeed, NetsuiteAccount, SegmentSeed, SubsidiarySeed } from '../account/netsuite-account.js';
import type { Books } from './books.js';
import { present } from './books.js';
import type { HeldDimension } from './held-records.js';
import { seedAccount, seedDimension, seedEmployee, seedPeriod, seedTaxCode, seedVendor } from './seed-records.js';
import { countFrom, Table } from './table.js';

/** Opens the books of an account as its seed describes it. Internal ids of different kinds begin far apart, so that none is taken for another. */
export function openBooks(account: NetsuiteAccount, now: () => number): Books {
  const entityIds = countFrom(501);
  const transactionIds = countFrom(10_001);
  const segments = account.segments.map(segmentTable);
  const books: Books = {
    account,
    now,
    subsidiaries: new Table(countFrom(1)),
    currencies: new Table(countFrom(1)),
    accounts: new Table(countFrom(101)),
    departments: new Table(countFrom(11)),
    classes: new Table(countFrom(21)),
    locations: new Table(countFrom(31)),
    segments: new Map(segments),
    vendors: new Table(entityIds),
    employees: new Table(entityIds),
    taxCodes: new Table(countFrom(61)),
    periods: new Table(countFrom(201)),
    folders: new Table(countFrom(3_001)),
    files: new Table(countFrom(4_001)),
    transactions: {
      journalEntry: new Table(transactionIds),
      vendorBill: new Table(transactionIds),
      vendorCredit: new Table(transactionIds),
      vendorPayment: new Table(transactionIds),
    },
    attachments: [],
  };
  seedEverything(books);
  return books;
}

function seedEverything(books: Books): void {
  const { account } = books;
  for (const currency of account.currencies) seedCurrency(currency, books);
  for (const subsidiary of account.subsidiaries) seedSubsidiary(subsidiary, books);
  for (const ledgerAccount of account.accounts) seedAccount(ledgerAccount, books);
  for (const department of account.departments) seedDimension(department, books.departments, books);
  for (const value of account.classes) seedDimension(value, books.classes, books);
  for (const location of account.locations) seedDimension(location, books.locations, books);
  for (const { scriptId, values } of account.segments) {
    const table = present(books.segments.get(scriptId), `segment ${scriptId}`);
    for (const value of values) seedDimension(value, table, books);
  }
  for (const vendor of account.vendors) seedVendor(vendor, books);
  for (const employee of account.employees) seedEmployee(employee, books);
  for (const period of account.periods) seedPeriod(period, books);
  if (account.tax !== 'none') for (const taxCode of account.taxCodes) seedTaxCode(taxCode, books);
  for (const name of account.folders) books.folders.add((id) => ({ id, name, externalId: null, isInactive: false }));
}

function seedCurrency({ symbol, name, precision = 2, worth, isInactive = false }: CurrencySeed, books: Books): void {
  const isBase = symbol === books.account.baseCurrency;
  books.currencies.add((id) => ({ id, name, externalId: null, isInactive, symbol, precision, worth, isBase }));
}

function seedSubsidiary(seed: SubsidiarySeed, { subsidiaries, currencies }: Books): void {
  const { name, parent, currency, country, isElimination = false, isInactive = false } = seed;
  const above = parent === undefined ? null : subsidiaries.all().find((other) => other.name === parent);
  const kept = currencies.all().find(({ symbol }) => symbol === currency);
  subsidiaries.add((id) => ({
    id,
    name,
    externalId: null,
    isInactive,
    parentId: parent === undefined ? null : present(above, `subsidiary ${parent} above ${name}`).id,
    currencyId: present(kept, `currency ${currency}`).id,
    country,
    isElimination,
  }));
}

function segmentTable({ scriptId }: SegmentSeed, index: number): [scriptId: string, table: Table<HeldDimension>] {
  return [scriptId, new Table(countFrom(71 + index * 100))];
}
