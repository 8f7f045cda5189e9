import type { Books } from '../../books/books.js';
import { exchangeRateOf } from '../../books/exchange-rate.js';
import type {
  HeldAccount,
  HeldDimension,
  HeldInSubsidiaries,
  HeldPeriod,
  HeldRecord,
} from '../../books/held-records.js';
import { baseCurrencyId } from '../../books/seed-records.js';
import type { Table } from '../../books/table.js';
import { sqlTable, type SqlTable } from '../sql-table.js';
import { sqlDate, sqlFlag, sqlNumber, sqlText, type SqlValue } from '../sql-value.js';

type Columns<T> = Readonly<Record<string, (record: T) => SqlValue>>;

const INACTIVE: Columns<HeldRecord> = { isinactive: ({ isInactive }) => sqlFlag(isInactive) };
const IDS: Columns<HeldRecord> = { id: ({ id }) => sqlNumber(id), externalid: ({ externalId }) => sqlText(externalId) };

/** The chart. Source: Oracle, Records Catalog: account. */
export function accountTable(books: Books): SqlTable {
  const own: Columns<HeldAccount> = {
    acctnumber: ({ number }) => sqlText(number),
    fullname: ({ name }) => sqlText(name.replace(/^\d+ /, '')),
    accountsearchdisplayname: ({ name }) => sqlText(name),
    accttype: ({ type }) => sqlText(type),
    currency: ({ currencyId }) => sqlNumber(currencyId),
    parent: ({ parentId }) => sqlNumber(parentId),
    issummary: ({ isSummary }) => sqlFlag(isSummary),
    eliminate: () => sqlFlag(false),
    sspecacct: () => null,
  };
  return sqlTable(() => books.accounts.all(), { ...IDS, ...INACTIVE, ...own, ...subsidiaryColumns(books) });
}

/** Departments, classes, locations and values of segments. */
export function dimensionTable(table: Table<HeldDimension>, books: Books): SqlTable {
  const own: Columns<HeldDimension> = {
    name: ({ name }) => sqlText(name),
    fullname: (dimension) => sqlText(fullName(dimension, table)),
    parent: ({ parentId }) => sqlNumber(parentId),
  };
  return sqlTable(() => table.all(), { ...IDS, ...INACTIVE, ...own, ...subsidiaryColumns(books) });
}

export function subsidiaryTable({ subsidiaries }: Books): SqlTable {
  return sqlTable(() => subsidiaries.all(), {
    ...IDS,
    ...INACTIVE,
    name: ({ name }) => sqlText(name),
    fullname: ({ name }) => sqlText(name),
    country: ({ country }) => sqlText(country),
    currency: ({ currencyId }) => sqlNumber(currencyId),
    parent: ({ parentId }) => sqlNumber(parentId),
    iselimination: ({ isElimination }) => sqlFlag(isElimination),
  });
}

export function currencyTable(books: Books): SqlTable {
  const rateOf = (currencyId: string) => exchangeRateOf({ currencyId, subsidiaryId: null }, books);
  return sqlTable(() => books.currencies.all(), {
    ...IDS,
    ...INACTIVE,
    name: ({ name }) => sqlText(name),
    symbol: ({ symbol }) => sqlText(symbol),
    isbasecurrency: ({ id }) => sqlFlag(id === baseCurrencyId(null, books)),
    exchangerate: ({ id }) => sqlNumber(rateOf(id)),
    currencyprecision: ({ precision }) => sqlNumber(precision),
  });
}

export function periodTable({ periods }: Books): SqlTable {
  const isLocked = ({ state }: HeldPeriod) => state === 'closed' || state === 'all-locked';
  return sqlTable(() => periods.all(), {
    ...INACTIVE,
    id: ({ id }) => sqlNumber(id),
    periodname: ({ name }) => sqlText(name),
    startdate: ({ start }) => sqlDate(start),
    enddate: ({ end }) => sqlDate(end),
    parent: ({ parentId }) => sqlNumber(parentId),
    isposting: ({ kind }) => sqlFlag(kind === 'month'),
    isquarter: ({ kind }) => sqlFlag(kind === 'quarter'),
    isyear: ({ kind }) => sqlFlag(kind === 'year'),
    isadjust: () => sqlFlag(false),
    closed: ({ state }) => sqlFlag(state === 'closed'),
    alllocked: (period) => sqlFlag(isLocked(period)),
    aplocked: (period) => sqlFlag(isLocked(period) || period.state === 'ap-locked'),
    arlocked: (period) => sqlFlag(isLocked(period)),
    allownonglchanges: () => sqlFlag(false),
  });
}

export function taxCodeTable({ taxCodes }: Books): SqlTable {
  return sqlTable(() => taxCodes.all(), {
    ...IDS,
    ...INACTIVE,
    itemid: ({ name }) => sqlText(name),
    fullname: ({ name }) => sqlText(name),
    rate: ({ rate }) => sqlNumber(rate),
    description: () => null,
    taxtype: () => sqlNumber(1),
    taxaccount: ({ taxAccountId }) => sqlNumber(taxAccountId),
  });
}

export function fileTable({ files }: Books): SqlTable {
  return sqlTable(() => files.all(), {
    id: ({ id }) => sqlNumber(id),
    name: ({ name }) => sqlText(name),
    folder: ({ folderId }) => sqlNumber(folderId),
    filesize: ({ byteLength }) => sqlNumber(byteLength),
  });
}

export function folderTable({ folders }: Books): SqlTable {
  return sqlTable(() => folders.all(), {
    id: ({ id }) => sqlNumber(id),
    name: ({ name }) => sqlText(name),
    isinactive: ({ isInactive }) => sqlFlag(isInactive),
  });
}

/** What is open to all belongs to the topmost ones with those below; the columns are there with OneWorld alone. */
function subsidiaryColumns({ subsidiaries, account }: Books): Columns<HeldInSubsidiaries> {
  if (account.subsidiaries.length === 0) return {};
  const topmost = () => subsidiaries.all().filter(({ parentId }) => parentId === null);
  return {
    subsidiary: ({ subsidiaryIds }) => sqlText((subsidiaryIds ?? topmost().map(({ id }) => id)).join(', ')),
    includechildren: ({ subsidiaryIds }) => sqlFlag(subsidiaryIds === null),
  };
}

function fullName({ name, parentId }: HeldDimension, table: Table<HeldDimension>): string {
  const above = parentId === null ? null : table.get(parentId);
  return above ? `${fullName(above, table)} : ${name}` : name;
}
