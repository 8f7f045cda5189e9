import {
  bookkeepingSettingsSchema,
  type AccountingEntry,
  type BookkeepingSettings,
  type ExportItem,
} from '@ledgerferry/core';
import { bookItem } from '@ledgerferry/testkit';
import type {
  NetsuiteAccount,
  NetsuiteDimensionValue,
  NetsuiteEmployee,
  NetsuiteFacts,
  NetsuitePeriod,
  NetsuiteRecordName,
  NetsuiteVendor,
  WritableProperties,
} from '../../src/reference-data/netsuite-facts.js';
import { netsuiteConnectionSchema, type NetsuiteConnection } from '../../src/netsuite-connection.js';

const HEAD = ['tranDate', 'postingPeriod', 'subsidiary', 'currency', 'memo', 'tranId', 'custbody_pleo_link'];
const DIMENSIONS = ['department', 'class', 'location', 'cseg_project'];
const BILL: WritableProperties = {
  body: new Set([...HEAD, 'entity', 'account', 'dueDate', 'approvalStatus', 'expense']),
  line: new Set(['account', 'amount', 'memo', ...DIMENSIONS]),
};

/** What an account on legacy tax shows, with approvals for journals and bills. */
const WRITABLE: ReadonlyMap<NetsuiteRecordName, WritableProperties> = new Map([
  [
    'journalEntry',
    {
      body: new Set([...HEAD, 'approved', 'line']),
      line: new Set(['account', 'debit', 'credit', 'memo', 'entity', ...DIMENSIONS]),
    },
  ],
  ['vendorBill', BILL],
  ['vendorCredit', { body: without(BILL.body, 'approvalStatus', 'dueDate'), line: BILL.line }],
  [
    'vendorPayment',
    {
      body: new Set([...HEAD, 'entity', 'account', 'apAcct', 'apply']),
      line: new Set(['doc', 'apply', 'amount', 'line']),
    },
  ],
]);

/** The account `1234567`: two subsidiaries, in Dublin (1) and in Stockholm (2); what is posted goes to Dublin, in euro. */
export const FACTS: NetsuiteFacts = {
  closedThrough: null,
  subsidiary: '1',
  subsidiaries: [
    { id: '1', name: 'Example Ltd', currency: '1', isElimination: false, isInactive: false },
    { id: '2', name: 'Exempel AB', currency: '2', isElimination: false, isInactive: false },
  ],
  currencies: [
    { id: '1', symbol: 'EUR', precision: 2, isBase: true, isInactive: false },
    { id: '2', symbol: 'SEK', precision: 2, isBase: false, isInactive: false },
    { id: '3', symbol: 'JPY', precision: 0, isBase: false, isInactive: false },
    { id: '4', symbol: 'NOK', precision: 2, isBase: false, isInactive: true },
    { id: '5', symbol: 'KWD', precision: 2, isBase: false, isInactive: false },
  ],
  accounts: [
    account('101', '55010', 'Pleo EUR', { type: 'Bank', currency: '1' }),
    account('102', '55020', 'Pleo SEK', { type: 'Bank', currency: '2' }),
    account('103', '55990', 'Money in transit', { type: 'OthCurrAsset' }),
    account('104', '63000', 'Accounts payable', { type: 'AcctPay' }),
    account('105', '63040', 'Owed to employees', { type: 'OthCurrLiab' }),
    account('106', '63050', 'Owed by employees', { type: 'OthCurrAsset' }),
    account('107', '63060', 'Payroll', { type: 'OthCurrLiab' }),
    account('108', '66100', 'VAT on purchases', { type: 'OthCurrLiab' }),
    account('109', '66200', 'VAT on acquisitions', { type: 'OthCurrLiab' }),
    account('110', '3620', 'Software', { externalId: 'gl-3620' }),
    account('111', '2770', 'Travel', {}),
    account('112', null, 'House bank', { type: 'Bank' }),
    account('113', '2700', 'Operating expenses', { isSummary: true }),
    account('114', '2999', 'Old costs', { isInactive: true }),
    account('115', '3999', 'Freight within Sweden', { subsidiaries: new Set(['2']) }),
    account('116', '9000', 'Head count', { type: 'Stat' }),
  ],
  dimensions: new Map([
    ['department', [value('21', 'Sales'), value('22', 'Closed desk', { isInactive: true })]],
    [
      'class',
      [value('31', 'North', { externalId: 'class-north' }), value('32', 'Nordic', { fullName: 'World : Nordic' })],
    ],
    ['location', [value('41', 'Umeå', { subsidiaries: new Set(['2']) }), value('42', 'Dublin')]],
    ['cseg_project', [value('51', 'Apollo'), value('52', 'Phase', { fullName: 'A : Phase' }), value('53', 'Phase')]],
  ]),
  vendors: [
    vendor('201', 'V-ACME', { names: ['ACME Cloud', 'ACME Cloud Inc.'], externalId: 'pleo-acme' }),
    vendor('202', 'V-OLD', { names: ['Closed Stationery'], isInactive: true }),
    vendor('203', 'V-SE', { names: ['Bara i Sverige'], subsidiaries: new Set(['2']) }),
    vendor('204', 'V-TWIN-1', { names: ['Twin'] }),
    vendor('205', 'V-TWIN-2', { names: ['Twin'] }),
  ],
  employees: [employee('301', 'E-1', 'Mia Holm'), employee('302', 'E-2', 'Gone Away', { isInactive: true })],
  taxCodes: [
    { id: '401', name: 'I20', rate: '20.0', isInactive: false },
    { id: '402', name: 'OLD', rate: '22.0', isInactive: true },
  ],
  periods: [
    period('501', 'Jan 2026', '2026-01', { isClosed: true }),
    period('502', 'Feb 2026', '2026-02', { isLocked: true }),
    period('503', 'Mar 2026', '2026-03'),
    period('504', 'Apr 2026', '2026-04', { isPayablesLocked: true }),
  ],
  writable: WRITABLE,
};

/** The settings that a company leaves at their defaults, and these. */
export function connection(overrides: Partial<NetsuiteConnection> = {}): NetsuiteConnection {
  const auth = { consumerKey: 'a', consumerSecret: 'b', tokenId: 'c', tokenSecret: 'd' };
  return { ...netsuiteConnectionSchema.parse({ accountId: '1234567', auth }), ...overrides };
}

/** The same facts, where a record shows other properties. */
export function showing(
  record: NetsuiteRecordName,
  { more = {}, less = [] }: { more?: { body?: readonly string[]; line?: readonly string[] }; less?: readonly string[] },
  facts: NetsuiteFacts = FACTS,
): NetsuiteFacts {
  const { body = new Set<string>(), line = new Set<string>() } = facts.writable.get(record) ?? {};
  const properties = {
    body: new Set([...without(body, ...less), ...(more.body ?? [])]),
    line: new Set([...without(line, ...less), ...(more.line ?? [])]),
  };
  return { ...facts, writable: new Map([...facts.writable, [record, properties]]) };
}

/** An account on SuiteTax: bills and credits have tax details. */
export const SUITE_TAX: NetsuiteFacts = (['vendorBill', 'vendorCredit'] as const).reduce(
  (facts, record) =>
    showing(record, { more: { body: ['taxDetails', 'taxDetailsOverride'], line: ['taxDetailsReference'] } }, facts),
  FACTS,
);

/** Bookkeeping settings with every account. */
export function settings(
  accounts: Partial<BookkeepingSettings['accounts']> = {},
  posting: 'draft' | 'final' = 'final',
): BookkeepingSettings {
  return bookkeepingSettingsSchema.parse({
    accounts: {
      wallet: '55010',
      outOfPocket: '63040',
      contra: '55990',
      payable: '63000',
      reimbursementContra: '63060',
      employeeReceivable: '63050',
      ...accounts,
    },
    posting,
  });
}

/** The entry that an item is booked as. Throws where core refuses it. */
export function entryOf(item: ExportItem, bookkeeping: BookkeepingSettings = settings()): AccountingEntry {
  return bookItem(item, bookkeeping);
}

export function account(
  id: string,
  number: string | null,
  name: string,
  overrides: Partial<NetsuiteAccount>,
): NetsuiteAccount {
  return {
    id,
    number,
    name,
    externalId: null,
    type: 'Expense',
    currency: null,
    subsidiaries: null,
    isSummary: false,
    isInactive: false,
    ...overrides,
  };
}

export function vendor(id: string, entityId: string, overrides: Partial<NetsuiteVendor> = {}): NetsuiteVendor {
  return {
    id,
    entityId,
    externalId: null,
    names: [],
    subsidiaries: null,
    isInactive: false,
    ...overrides,
  };
}

function employee(
  id: string,
  entityId: string,
  name: string,
  overrides: Partial<NetsuiteEmployee> = {},
): NetsuiteEmployee {
  return { id, entityId, name, externalId: null, subsidiaries: new Set(['1']), isInactive: false, ...overrides };
}

function value(id: string, name: string, overrides: Partial<NetsuiteDimensionValue> = {}): NetsuiteDimensionValue {
  return { id, name, fullName: null, externalId: null, subsidiaries: null, isInactive: false, ...overrides };
}

function period(id: string, name: string, month: string, overrides: Partial<NetsuitePeriod> = {}): NetsuitePeriod {
  const state = { isClosed: false, isLocked: false, isPayablesLocked: false };
  return {
    id,
    name,
    start: `${month}-01`,
    end: `${month}-${month === '2026-02' ? '28' : '31'}`,
    ...state,
    ...overrides,
  };
}

function without(names: ReadonlySet<string>, ...less: readonly string[]): ReadonlySet<string> {
  return new Set([...names].filter((name) => !less.includes(name)));
}
