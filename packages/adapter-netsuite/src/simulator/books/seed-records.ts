import type {
  DimensionSeed,
  EmployeeSeed,
  LedgerAccountSeed,
  PeriodSeed,
  TaxCodeSeed,
  VendorSeed,
} from '../account/netsuite-account.js';
import { present, type Books } from './books.js';
import type { HeldAccount, HeldDimension, HeldSubsidiary } from './held-records.js';
import type { Table } from './table.js';

export function seedAccount(seed: LedgerAccountSeed, books: Books): void {
  const { number, name, type, externalId = null, isSummary = false, isInactive = false } = seed;
  books.accounts.add((id) => ({
    id,
    name: number === null ? name : `${number} ${name}`,
    externalId,
    isInactive,
    subsidiaryIds: withThoseBelow(seed.subsidiaries, books),
    number,
    type,
    currencyId: seed.currency === undefined ? null : currencyId(seed.currency, books),
    parentId: seed.parent === undefined ? null : accountId(seed.parent, books),
    isSummary,
  }));
}

export function seedDimension(seed: DimensionSeed, table: Table<HeldDimension>, books: Books): void {
  const { name, externalId = null, parent, isInactive = false } = seed;
  const above = parent === undefined ? null : table.all().find((other) => other.name === parent);
  table.add((id) => ({
    id,
    name,
    externalId,
    isInactive,
    subsidiaryIds: withThoseBelow(seed.subsidiaries, books),
    parentId: parent === undefined ? null : present(above, `${parent} above ${name}`).id,
  }));
}

const NOBODY = {
  companyName: null,
  legalName: null,
  isPerson: false,
  firstName: null,
  lastName: null,
  email: null,
  taxNumber: null,
  comments: null,
  currencyId: null,
  otherCurrencyIds: null,
  payablesAccountId: null,
};

export function seedVendor(seed: VendorSeed, books: Books): void {
  const { entityId, companyName, externalId = null, isInactive = false } = seed;
  const all = books.subsidiaries.all().map(({ id }) => id);
  const subsidiaryIds = seed.subsidiaries?.map((name) => subsidiary(name, books).id) ?? all;
  books.vendors.add((id) => ({
    ...NOBODY,
    id,
    kind: 'vendor',
    name: entityId,
    entityId,
    companyName,
    externalId,
    isInactive,
    subsidiaryIds,
    currencyId:
      seed.currency === undefined ? baseCurrencyId(subsidiaryIds[0] ?? null, books) : currencyId(seed.currency, books),
    otherCurrencyIds: seed.otherCurrencies?.map((symbol) => currencyId(symbol, books)) ?? null,
    payablesAccountId: seed.payablesAccount === undefined ? null : accountId(seed.payablesAccount, books),
  }));
}

export function seedEmployee(seed: EmployeeSeed, books: Books): void {
  const { entityId, firstName, lastName, externalId = null, email = null, isInactive = false } = seed;
  const home = seed.subsidiary === undefined ? books.subsidiaries.all()[0] : subsidiary(seed.subsidiary, books);
  books.employees.add((id) => ({
    ...NOBODY,
    id,
    kind: 'employee',
    name: entityId,
    entityId,
    externalId,
    isInactive,
    isPerson: true,
    firstName,
    lastName,
    email,
    subsidiaryIds: home ? [home.id] : [],
  }));
}

export function seedTaxCode({ name, rate, taxAccount, isInactive = false }: TaxCodeSeed, books: Books): void {
  const taxAccountId = accountId(taxAccount, books);
  books.taxCodes.add((id) => ({ id, name, externalId: null, isInactive, rate, taxAccountId }));
}

export function seedPeriod({ name, start, end, kind = 'month', state = 'open' }: PeriodSeed, books: Books): void {
  const above = books.periods
    .all()
    .findLast((other) => other.kind !== kind && other.start <= start && end <= other.end);
  const parentId = above?.id ?? null;
  books.periods.add((id) => ({ id, name, externalId: null, isInactive: false, start, end, kind, state, parentId }));
}

/** Internal id of the currency that a subsidiary's books are kept in; of the whole account's without one. */
export function baseCurrencyId(subsidiaryId: string | null, { subsidiaries, currencies, account }: Books): string {
  const kept = subsidiaryId === null ? null : subsidiaries.get(subsidiaryId);
  return (
    kept?.currencyId ??
    present(
      currencies.all().find(({ isBase }) => isBase),
      `currency ${account.baseCurrency}`,
    ).id
  );
}

function withThoseBelow(names: readonly string[] | undefined, books: Books): readonly string[] | null {
  if (names === undefined) return null;
  const named = new Set(names.map((name) => subsidiary(name, books).id));
  for (const { id, parentId } of books.subsidiaries.all()) if (parentId !== null && named.has(parentId)) named.add(id);
  return [...named];
}

function subsidiary(name: string, { subsidiaries }: Books): HeldSubsidiary {
  return present(
    subsidiaries.all().find((other) => other.name === name),
    `subsidiary ${name}`,
  );
}

function currencyId(symbol: string, { currencies }: Books): string {
  return present(
    currencies.all().find((other) => other.symbol === symbol),
    `currency ${symbol}`,
  ).id;
}

function accountId(number: string, { accounts }: Books): string {
  return present(
    accounts.all().find((other: HeldAccount) => other.number === number),
    `account ${number}`,
  ).id;
}
