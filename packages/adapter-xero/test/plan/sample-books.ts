import {
  bookkeepingSettingsSchema,
  type AccountingEntry,
  type BookkeepingSettings,
  type ExportItem,
} from '@ledgerferry/core';
import { bookItem } from '@ledgerferry/testkit';
import type { BookingContext } from '../../src/plan/booking-context.js';
import type { XeroAccount, XeroContact, XeroFacts, XeroTaxRate } from '../../src/reference-data/xero-facts.js';
import { xeroConnectionSchema, type XeroConnection } from '../../src/xero-connection.js';

export const ACME_ID = '430fa14a-f945-44d3-9f97-5df5e28441b8';
const PURCHASES = ['EXPENSE', 'ASSET', 'LIABILITY', 'EQUITY'];

/** An organisation in Dublin, in euro, with a wallet in euro and one in pounds. */
export const FACTS: XeroFacts = {
  closedThrough: null,
  organisation: {
    tenantId: '9f8f1c6e-6a5b-4c7e-9a64-0d4a2f5b3c11',
    name: 'Example Ltd',
    baseCurrency: 'EUR',
    shortCode: '!abcde',
    paysTax: true,
  },
  accounts: [
    account('090', 'Pleo EUR', { type: 'BANK', class: 'ASSET', currency: 'EUR' }),
    account('091', 'Pleo GBP', { type: 'BANK', class: 'ASSET', currency: 'GBP' }),
    account('092', 'Main bank', { type: 'BANK', class: 'ASSET', currency: 'EUR' }),
    account('095', 'Paid by employees', { type: 'BANK', class: 'ASSET', currency: 'EUR' }),
    { ...account('096', 'Cash box', { type: 'BANK', class: 'ASSET', currency: 'EUR' }), code: null },
    account('404', 'Software', {}),
    account('445', 'Travel', {}),
    account('499', 'Old costs', { status: 'ARCHIVED' }),
    account('260', 'Other income', { type: 'REVENUE', class: 'REVENUE' }),
    account('610', 'Owed by employees', { type: 'CURRENT', class: 'ASSET' }),
    account('800', 'Accounts payable', { type: 'CURRLIAB', class: 'LIABILITY', systemAccount: 'CREDITORS' }),
    account('120', 'Accounts receivable', { type: 'CURRENT', class: 'ASSET', systemAccount: 'DEBTORS' }),
    account('850', 'Money in transit', { type: 'CURRLIAB', class: 'LIABILITY' }),
    account('860', 'Owed to employees', { type: 'CURRLIAB', class: 'LIABILITY' }),
    account('870', 'Payroll', { type: 'CURRLIAB', class: 'LIABILITY' }),
    account('880', 'Directors', { type: 'CURRLIAB', class: 'LIABILITY', takesPayments: true }),
  ],
  taxRates: [
    taxRate('INPUT2', '20% (VAT on Expenses)', '20.0000', PURCHASES),
    taxRate('RRINPUT', '5% (VAT on Expenses)', '5.0000', PURCHASES),
    taxRate('OUTPUT2', '20% (VAT on Income)', '20.0000', ['REVENUE']),
    taxRate('REVERSECHARGES', 'Reverse Charge Expenses (20%)', '0.0000', PURCHASES),
    taxRate('NONE', 'No VAT', '0.0000', [...PURCHASES, 'REVENUE']),
    { ...taxRate('SRINPUT', '15% (VAT on Expenses)', '15.0000', PURCHASES), status: 'DELETED' },
  ],
  trackingCategories: [
    {
      trackingCategoryId: 'cat-department',
      name: 'Department',
      status: 'ACTIVE',
      options: [
        { trackingOptionId: 'opt-sales', name: 'Sales', status: 'ACTIVE' },
        { trackingOptionId: 'opt-kitchen', name: 'Kitchen', status: 'ACTIVE' },
        { trackingOptionId: 'opt-closed', name: 'Closed', status: 'ARCHIVED' },
      ],
    },
    {
      trackingCategoryId: 'cat-project',
      name: 'Project',
      status: 'ACTIVE',
      options: [{ trackingOptionId: 'opt-apollo', name: 'Apollo', status: 'ACTIVE' }],
    },
    {
      trackingCategoryId: 'cat-region',
      name: 'Region',
      status: 'ACTIVE',
      options: [{ trackingOptionId: 'opt-north', name: 'North', status: 'ACTIVE' }],
    },
    { trackingCategoryId: 'cat-old', name: 'Campaign', status: 'ARCHIVED', options: [] },
  ],
  currencies: new Set(['EUR', 'GBP']),
  contacts: [contact(ACME_ID, 'ACME Cloud')],
};

/** The settings that a company leaves at their defaults, and these. */
export function connection(overrides: Partial<XeroConnection> = {}): XeroConnection {
  return { ...xeroConnectionSchema.parse({ auth: { accessToken: 'a-token' } }), ...overrides };
}

export function books(
  overrides: { facts?: Partial<XeroFacts>; connection?: Partial<XeroConnection> } = {},
): BookingContext {
  return { facts: { ...FACTS, ...overrides.facts }, connection: connection(overrides.connection) };
}

/** Bookkeeping settings with every account; what employees paid is on an account that is no bank account. */
export function settings(
  accounts: Partial<BookkeepingSettings['accounts']> = {},
  posting: 'draft' | 'final' = 'final',
): BookkeepingSettings {
  return bookkeepingSettingsSchema.parse({
    accounts: {
      wallet: '090',
      outOfPocket: '860',
      contra: '092',
      payable: '800',
      reimbursementContra: '870',
      employeeReceivable: '610',
      ...accounts,
    },
    posting,
  });
}

/** The entry that an item is booked as. Throws where core refuses it. */
export function entryOf(item: ExportItem, bookkeeping: BookkeepingSettings = settings()): AccountingEntry {
  return bookItem(item, bookkeeping);
}

export function account(code: string, name: string, overrides: Partial<XeroAccount>): XeroAccount {
  return {
    accountId: `id-${code}`,
    code,
    name,
    status: 'ACTIVE',
    type: 'EXPENSE',
    class: 'EXPENSE',
    currency: null,
    systemAccount: null,
    takesPayments: false,
    ...overrides,
  };
}

export function contact(contactId: string, name: string, overrides: Partial<XeroContact> = {}): XeroContact {
  return {
    contactId,
    name,
    contactNumber: null,
    status: 'ACTIVE',
    mergedInto: null,
    ...overrides,
  };
}

function taxRate(taxType: string, name: string, effectiveRate: string, classes: readonly string[]): XeroTaxRate {
  return { taxType, name, status: 'ACTIVE', effectiveRate, appliesTo: new Set(classes) };
}
