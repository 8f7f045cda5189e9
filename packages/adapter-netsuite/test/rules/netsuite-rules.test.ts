import { money, type AccountingEntry, type ExportItem, type Problem } from '@ledgerferry/core';
import { describe, expect, test } from 'vitest';
import type { NetsuiteConnection } from '../../src/netsuite-connection.js';
import { planNetsuiteEntry } from '../../src/plan/plan-entry.js';
import type { NetsuiteFacts } from '../../src/reference-data/netsuite-facts.js';
import { netsuiteRules } from '../../src/rules/netsuite-rules.js';
import { account, connection, entryOf, FACTS, settings, showing, SUITE_TAX, vendor } from '../plan/sample-books.js';
import { costLine, includedTax, sampleItem } from '../plan/sample-item.js';

interface Under {
  readonly facts?: NetsuiteFacts;
  readonly connection?: Partial<NetsuiteConnection>;
  readonly accounts?: Parameters<typeof settings>[0];
  readonly posting?: 'draft' | 'final';
  readonly entry?: Partial<AccountingEntry>;
}

const BILLS: Under = { connection: { payables: 'vendor-bill' } };
const PAYABLE = { bookkeepingMethod: 'accounts_payable' };

function problemsOf(item: Partial<ExportItem>, under: Under = {}): readonly Problem[] {
  const { facts = FACTS, accounts, posting, entry } = under;
  const booked = { ...entryOf(sampleItem(item), settings(accounts, posting)), ...entry };
  return netsuiteRules(facts, connection(under.connection)).flatMap((rule) => rule.validate(booked));
}

/** Code and first sentence of every problem. */
function found(item: Partial<ExportItem>, under: Under = {}): readonly string[] {
  return problemsOf(item, under).map(
    ({ code, message }) => `${code}: ${/^.*?[.](?= [A-Z])/.exec(message)?.[0] ?? message}`,
  );
}

function onAccount(code: string | null, identifier: string | null = null): Partial<ExportItem> {
  return { lines: [costLine(12_000, { account: { id: 'x', name: 'A category', code, identifier } })] };
}

function tagged(...tags: readonly (readonly [group: string, code: string])[]): Partial<ExportItem> {
  const each = tags.map(([groupCode, code], place) => ({ id: `t${place}`, groupCode, code }));
  return { lines: [costLine(12_000, { tags: each })] };
}

function withVendor(overrides: {
  readonly code?: string;
  readonly externalId?: string;
  readonly id?: string;
  readonly name?: string;
}) {
  return {
    type: 'invoice',
    vendor: {
      id: 'b1f6c4a0-0b3e-4d1f-8a77-5b1d2e3f4a02',
      name: 'Nobody',
      defaultCurrency: 'EUR',
      code: null,
      externalId: null,
      country: null,
      registrationNumber: null,
      taxRegistrationNumber: null,
      ...overrides,
    },
  };
}

test('what fits has no problems', () => {
  expect(found({})).toEqual([]);
  expect(found(PAYABLE, BILLS)).toEqual([]);
});

describe('an account', () => {
  test.each([
    ['9999', 'NETSUITE_ACCOUNT_UNKNOWN: NetSuite has no account 9999 "A category".'],
    ['2999', 'NETSUITE_ACCOUNT_INACTIVE: The account 2999 "Old costs" is inactive in NetSuite.'],
    ['2700', 'NETSUITE_ACCOUNT_NOT_FOR_POSTING: Nothing can be booked on the account 2700 "Operating expenses".'],
    ['9000', 'NETSUITE_ACCOUNT_NOT_FOR_POSTING: Nothing can be booked on the account 9000 "Head count".'],
    [
      '3999',
      'NETSUITE_ACCOUNT_SUBSIDIARY: The account 3999 "Freight within Sweden" is not open to the subsidiary "Example Ltd".',
    ],
    ['55020', 'NETSUITE_ACCOUNT_CURRENCY: The account 55020 "Pleo SEK" is kept in SEK, and the amount is 120.00 EUR.'],
  ])('%s must be there, open and in the currency', (code, problem) => {
    expect(found(onAccount(code))).toEqual([problem]);
    expect(found({ ...onAccount(code), ...PAYABLE }, BILLS)).toEqual([problem]);
  });

  test('is known by its internal id or external id too, but a number is never taken for an id', () => {
    for (const identifier of ['110', 'gl-3620']) expect(found(onAccount(null, identifier))).toEqual([]);
    expect(found(onAccount('112'))).toEqual([]);
    expect(found(onAccount('110'))).toEqual(['NETSUITE_ACCOUNT_UNKNOWN: NetSuite has no account 110 "A category".']);
  });

  test('that is inactive gives way to an active one of the same number', () => {
    const facts = { ...FACTS, accounts: [...FACTS.accounts, account('990', '2999', 'New costs', {})] };
    expect(found(onAccount('2999'), { facts })).toEqual([]);
  });

  test('of every subsidiary is open in an account that has none', () => {
    const facts = { ...FACTS, subsidiary: null, subsidiaries: [] };
    expect(found(onAccount('3999'), { facts })).toEqual([]);
  });

  test('in the currency of the books may take others', () => {
    const sek = money('SEK', 12_000, 2);
    const amount = { inSupplierCurrency: sek, inWalletCurrency: sek };
    expect(found({ amount, lines: [costLine(0, { lineAmount: amount, netAmount: amount })] })).toEqual([]);
  });

  test('of the settings is judged as well', () => {
    expect(found({}, { accounts: { wallet: '1' } })).toEqual(['NETSUITE_ACCOUNT_UNKNOWN: NetSuite has no account 1.']);
    const item = { lines: [costLine(12_000, { tax: includedTax(2_000, { ingoingTaxAccount: null }) })] };
    expect(found(item, { connection: { taxAccount: '77777' } })).toEqual([
      'NETSUITE_ACCOUNT_UNKNOWN: NetSuite has no account 77777.',
    ]);
  });

  test('that two documents name is told once', () => {
    expect(found(PAYABLE, { accounts: { payable: '1' } })).toEqual([
      'NETSUITE_ACCOUNT_UNKNOWN: NetSuite has no account 1.',
    ]);
  });

  test('for debts to vendors must be one', () => {
    expect(found(PAYABLE, { ...BILLS, accounts: { payable: '63040' } })).toEqual([
      'NETSUITE_PAYABLE_ACCOUNT: The account 63040 "Owed to employees" is not of the type Accounts Payable.',
    ]);
    expect(found(PAYABLE, { accounts: { payable: '63040' } })).toEqual([]);
  });
});

describe('an amount', () => {
  test('comes to something', () => {
    expect(found({}, { entry: { lines: [] } })).toEqual(['NETSUITE_TOTAL_ZERO: The entry comes to 0.00 EUR.']);
  });

  test('is not negative', () => {
    const [line] = entryOf(sampleItem()).lines;
    if (!line) throw new Error('the sample has a line');
    const lines = [line, { ...line, gross: money('EUR', -1, 2) }];
    expect(found({}, { entry: { lines } })).toContain(
      'NETSUITE_AMOUNT_NEGATIVE: The entry contains the amount -0.01 EUR.',
    );
  });

  test('has no more decimals than its currency in NetSuite', () => {
    const dinar = (minorUnits: number) => {
      const amount = money('KWD', minorUnits, 3);
      const both = { inSupplierCurrency: amount, inWalletCurrency: amount };
      return { amount: both, lines: [costLine(0, { lineAmount: both, netAmount: both })] };
    };
    expect(found(dinar(12_340))).toEqual([]);
    const tooPrecise =
      'NETSUITE_AMOUNT_TOO_PRECISE: The entry contains the amount 12.345 KWD, and KWD has 2 decimals in NetSuite.';
    expect(new Set(found(dinar(12_345)))).toEqual(new Set([tooPrecise]));
  });

  test('is in a currency that is set up', () => {
    const krone = money('NOK', 12_000, 2);
    const amount = { inSupplierCurrency: krone, inWalletCurrency: krone };
    const item = { amount, lines: [costLine(0, { lineAmount: amount, netAmount: amount })] };
    expect(found(item)).toEqual([
      'NETSUITE_CURRENCY_UNKNOWN: The currency NOK is not set up in NetSuite, or inactive.',
    ]);
  });

  test('is in the currency of the books where the account knows no other', () => {
    const facts = showing('journalEntry', { less: ['currency'] });
    expect(found({}, { facts })).toEqual([]);
    const sek = money('SEK', 12_000, 2);
    const amount = { inSupplierCurrency: sek, inWalletCurrency: sek };
    const item = { amount, lines: [costLine(0, { lineAmount: amount, netAmount: amount })] };
    expect(found(item, { facts })).toEqual([
      'NETSUITE_CURRENCY_UNKNOWN: The entry is in SEK, and NetSuite books in its own currency alone here.',
    ]);
  });
});

describe('a period', () => {
  test.each([
    [
      '2026-01-31',
      'NETSUITE_PERIOD_CLOSED: The entry is dated 2026-01-31, and the accounting period Jan 2026 is closed in NetSuite.',
    ],
    [
      '2026-02-01',
      'NETSUITE_PERIOD_CLOSED: The entry is dated 2026-02-01, and the accounting period Feb 2026 is locked in NetSuite.',
    ],
    ['2027-01-01', "NETSUITE_PERIOD_MISSING: NetSuite has no accounting period for 2027-01-01, the entry's date."],
  ])('of %s is not open', (date, problem) => {
    expect(found({}, { entry: { date } })).toEqual([problem]);
    expect(found(PAYABLE, { ...BILLS, entry: { date } })).toEqual([problem]);
  });

  test('that is locked for payables takes journals alone', () => {
    const entry = { date: '2026-04-02' };
    expect(found({}, { ...BILLS, entry })).toEqual([]);
    expect(found(PAYABLE, { entry })).toEqual([]);
    expect(found(PAYABLE, { ...BILLS, entry })).toEqual([
      'NETSUITE_PERIOD_CLOSED: The entry is dated 2026-04-02, and the accounting period Apr 2026 is locked for bills and payments in NetSuite.',
    ]);
  });

  test('is not minded where the account keeps none', () => {
    expect(found({}, { facts: { ...FACTS, periods: [] } })).toEqual([]);
  });

  test('is a matter of rules, not of plans: an entry that was begun keeps its day', () => {
    const entry = { ...entryOf(sampleItem()), date: '2026-01-31' };
    expect(planNetsuiteEntry(entry, FACTS, connection()).documents[0]?.summary?.date).toBe('2026-01-31');
  });
});

describe('a vendor', () => {
  test.each([
    ['internal id', { externalId: '201' }],
    ['external id', { externalId: 'pleo-acme' }],
    ['code', { code: 'V-ACME' }],
    ["Pleo's id, as external id", { id: 'pleo-acme' }],
    ['name', { name: ' acme  cloud inc.' }],
    ['code, whatever its name', { code: 'V-TWIN-1', name: 'Twin' }],
  ])('is known by %s', (_way, overrides) => {
    expect(found(withVendor(overrides), BILLS)).toEqual([]);
  });

  test.each([
    [{ code: 'V-9', name: 'Nobody' }, 'NETSUITE_VENDOR_UNKNOWN: NetSuite has no vendor V-9 "Nobody".'],
    [{ code: 'V-OLD' }, 'NETSUITE_VENDOR_INACTIVE: The vendor "Nobody" is inactive in NetSuite.'],
    [{ name: 'Twin' }, 'NETSUITE_VENDOR_AMBIGUOUS: Several vendors in NetSuite are called "Twin".'],
    [{ code: 'V-SE' }, 'NETSUITE_VENDOR_SUBSIDIARY: The vendor "Nobody" is not open to the subsidiary "Example Ltd".'],
  ])('%j is needed for a bill', (overrides, problem) => {
    expect(found(withVendor(overrides), BILLS)).toEqual([problem]);
    expect(problemsOf(withVendor(overrides), BILLS)[0]?.reason).toBe('vendor_unknown');
    expect(found(withVendor(overrides))).toEqual([]);
  });

  test('of two of one name is the one that can be used', () => {
    const vendors = [
      vendor('206', 'V-1', { names: ['Pair'], isInactive: true }),
      vendor('207', 'V-2', { names: ['Pair'] }),
    ];
    expect(found(withVendor({ name: 'Pair' }), { ...BILLS, facts: { ...FACTS, vendors } })).toEqual([]);
  });

  test('is needed for a payment on account too, which is a journal on the account for debts to vendors', () => {
    const item = { ...withVendor({}), type: 'invoice_payment', lines: [] };
    expect(found(item, BILLS)).toEqual(['NETSUITE_VENDOR_UNKNOWN: NetSuite has no vendor "Nobody".']);
    expect(found(item)).toEqual([]);
  });

  test('that only a receipt names goes by its name alone', () => {
    const { supplier } = sampleItem();
    if (!supplier) throw new Error('the sample has a supplier');
    const item = { type: 'invoice', supplier: { ...supplier, name: 'Nobody', code: 'V-ACME', account: '201' } };
    expect(found(item, BILLS)).toEqual(['NETSUITE_VENDOR_UNKNOWN: NetSuite has no vendor V-ACME "Nobody".']);
    expect(found({ type: 'invoice', supplier: null }, BILLS)).toEqual([
      'NETSUITE_VENDOR_UNKNOWN: The entry names no vendor, and a bill needs one.',
    ]);
  });
});

describe('a tag', () => {
  test.each([
    ['department', '21'],
    ['DEPARTMENT', 'sales'],
    ['Class', 'class-north'],
    ['Class', 'World : Nordic'],
    ['Class', 'nordic'],
    ['cseg_project', 'Apollo'],
    ['cseg_project', 'A : Phase'],
  ])('of the group %s may be %s', (group, code) => {
    expect(found(tagged([group, code]))).toEqual([]);
  });

  test.each([
    [
      'Team',
      'Sales',
      'NETSUITE_DIMENSION_UNKNOWN: The lines of NetSuite have no department, class, location or custom segment for the tag "Sales" of the group "Team".',
    ],
    [
      'Department',
      'Nobody',
      'NETSUITE_DIMENSION_VALUE_UNKNOWN: NetSuite has no active department "Nobody" (tag group "Department").',
    ],
    [
      'Department',
      'Closed desk',
      'NETSUITE_DIMENSION_VALUE_UNKNOWN: NetSuite has no active department "Closed desk" (tag group "Department").',
    ],
    [
      'Location',
      'Umeå',
      'NETSUITE_DIMENSION_SUBSIDIARY: The location "Umeå" (tag group "Location") is not open to the subsidiary "Example Ltd".',
    ],
    [
      'cseg_project',
      'Phase',
      'NETSUITE_DIMENSION_VALUE_AMBIGUOUS: Several values of cseg_project are called "Phase" (tag group "cseg_project").',
    ],
  ])('of the group %s may not be %s', (group, code, problem) => {
    expect(found(tagged([group, code]))).toEqual([problem]);
    expect(problemsOf(tagged([group, code]))[0]?.reason).toBe('tag_unknown');
  });

  test('goes where the settings say, or nowhere', () => {
    const dimensions = { Team: 'department', Department: false as const };
    expect(found(tagged(['Team', 'Sales'], ['Department', 'Nobody']), { connection: { dimensions } })).toEqual([]);
    expect(found(tagged(['Team', 'Sales']), { connection: { dimensions: { Team: 'cseg_gone' } } })).toEqual([
      'NETSUITE_DIMENSION_UNKNOWN: The lines of NetSuite have no department, class, location or custom segment for the tag "Sales" of the group "Team".',
    ]);
  });

  test('has no place where the lines of the record show none', () => {
    const facts = showing('vendorBill', { less: ['department'] });
    expect(found(tagged(['Department', 'Sales']), { facts })).toEqual([]);
    expect(found({ ...tagged(['Department', 'Sales']), type: 'invoice' }, { ...BILLS, facts })).toHaveLength(1);
  });

  test('stands beside no other of one field, unless they are the same', () => {
    const dimensions = { Team: 'class' };
    expect(found(tagged(['Team', 'North'], ['Class', 'Nordic']), { connection: { dimensions } })).toEqual([
      'NETSUITE_DIMENSION_TWICE: A line is tagged with "North" and "Nordic", which are both of class.',
    ]);
    expect(found(tagged(['Team', 'North'], ['Class', 'class-north']), { connection: { dimensions } })).toEqual([]);
  });
});

describe('a tax code', () => {
  test.each([
    ['OLD', 'NETSUITE_TAX_CODE_UNKNOWN: NetSuite has no active tax code OLD.'],
    ['NONE', 'NETSUITE_TAX_CODE_UNKNOWN: NetSuite has no active tax code NONE.'],
    [null, 'NETSUITE_TAX_CODE_MISSING: A line contains 20.00 EUR of tax, and Pleo names no tax code.'],
  ])('%s does not do on bills of SuiteTax, and is not minded elsewhere', (code, problem) => {
    const item = { type: 'invoice', lines: [costLine(12_000, { tax: includedTax(2_000, { code }) })] };
    expect(found(item, { ...BILLS, facts: SUITE_TAX })).toEqual([problem]);
    expect(found(item, BILLS)).toEqual([]);
    expect(found(item, { facts: SUITE_TAX })).toEqual([]);
  });

  test('may be an internal id', () => {
    const item = { type: 'invoice', lines: [costLine(12_000, { tax: includedTax(2_000, { code: '401' }) })] };
    expect(found(item, { ...BILLS, facts: SUITE_TAX })).toEqual([]);
  });
});

describe('a draft', () => {
  const noJournals = showing('journalEntry', { less: ['approved'] });
  const noBills = showing('vendorBill', { less: ['approvalStatus'] });
  const DRAFT_JOURNAL =
    'NETSUITE_DRAFT_NOT_POSSIBLE: Entries are to be posted as drafts, and this NetSuite account has no approval for journals.';
  const DRAFT_BILL =
    'NETSUITE_DRAFT_NOT_POSSIBLE: Entries are to be posted as drafts, and this NetSuite account has no approval for bills.';

  test('needs an approval', () => {
    expect(found({}, { facts: noJournals, posting: 'draft' })).toEqual([DRAFT_JOURNAL]);
    expect(found({}, { facts: noJournals })).toEqual([]);
    expect(found({ type: 'invoice' }, { ...BILLS, facts: noBills, posting: 'draft' })).toEqual([DRAFT_BILL]);
  });

  test('is no matter for a bill that is paid at once', () => {
    expect(found(PAYABLE, { ...BILLS, facts: noBills, posting: 'draft' })).toEqual([]);
  });

  test('is no matter for a payment until its bills are known; then its plan says so', () => {
    const item = { type: 'invoice_payment', lines: [] };
    const under = { ...BILLS, facts: noJournals, posting: 'draft' } as const;
    expect(found(item, under)).toEqual([]);
    expect(() =>
      planNetsuiteEntry(entryOf(sampleItem(item), settings({}, 'draft')), noJournals, connection(BILLS.connection)),
    ).toThrow(expect.objectContaining({ code: 'NETSUITE_DRAFT_NOT_POSSIBLE' }));
  });
});

describe('a payment', () => {
  const bill = (minorUnits: number | null, externalId: string | null = '9001', currency = 'EUR') => ({
    accountingEntryId: 'b',
    documentKey: 'b/booking',
    externalId,
    amount: minorUnits === null ? null : money(currency, minorUnits, 2),
  });
  const item = { type: 'invoice_payment', lines: [] };

  test.each([
    [
      [bill(11_999)],
      'NETSUITE_PAYMENT_EXCEEDS_BILLS: Of the payment of 120.00 EUR, 0.01 EUR would be left once the bills that it settles are paid.',
    ],
    [
      [bill(null), bill(5_000)],
      'NETSUITE_PAYMENT_SHARES_UNKNOWN: The payment of 120.00 EUR settles 2 bills, and what they come to is not known.',
    ],
    [
      [bill(12_000, '9001', 'SEK')],
      'NETSUITE_PAYMENT_CURRENCY: The payment is 120.00 EUR, and a bill that it settles 120.00 SEK.',
    ],
  ])('is refused where it does not fit its bills', (settles, problem) => {
    expect(found(item, { ...BILLS, entry: { settles } })).toEqual([problem]);
    expect(found(item, { entry: { settles } })).toEqual([]);
  });

  test('waits until a bill that is a draft is approved', () => {
    const entry = { settles: [bill(12_000, null)] };
    expect(found(item, { ...BILLS, posting: 'draft', entry })).toEqual([
      'NETSUITE_BILL_NOT_APPROVED: The bill to be paid is being posted as a draft, as bookkeeping.posting says.',
    ]);
    expect(found(item, { ...BILLS, posting: 'draft', entry: { settles: [bill(12_000)] } })).toEqual([]);
    expect(found(item, { ...BILLS, entry })).toEqual([]);
  });
});

describe('a record', () => {
  test('must be shown to the role', () => {
    const facts = { ...FACTS, writable: new Map([...FACTS.writable].filter(([record]) => record !== 'vendorBill')) };
    expect(found({ type: 'invoice' }, { ...BILLS, facts })).toEqual([
      'NETSUITE_PERMISSION_MISSING: The role that Ledgerferry signs in with sees no vendorBill.',
    ]);
    expect(found({ type: 'invoice' }, { facts })).toEqual([]);
  });

  test('must show what it cannot do without', () => {
    const facts = showing('vendorPayment', { less: ['amount', 'apAcct'] });
    expect(found(PAYABLE, { ...BILLS, facts })).toEqual([
      'NETSUITE_PERMISSION_MISSING: The role that Ledgerferry signs in with sees no apAcct, amount in the record type vendorPayment.',
    ]);
  });
});

test('every problem says what to do, and a plan that is made all the same is refused with it', () => {
  const entry = entryOf(sampleItem(onAccount('2999')));
  const [problem] = netsuiteRules(FACTS, connection()).flatMap((rule) => rule.validate(entry));
  expect(problem).toEqual({
    code: 'NETSUITE_ACCOUNT_INACTIVE',
    reason: 'account_unknown',
    owner: 'bookkeeper',
    message:
      'The account 2999 "Old costs" is inactive in NetSuite. Activate the account in NetSuite, or choose another category in Pleo; then export the entry again.',
  });
  expect(() => planNetsuiteEntry(entry, FACTS, connection())).toThrow(
    expect.objectContaining({ kind: 'item-rejected', code: problem?.code, message: problem?.message }),
  );
});
