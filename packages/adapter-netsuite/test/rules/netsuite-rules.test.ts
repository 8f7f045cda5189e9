import { money } from '@ledgerferry/core';
import { describe, expect, test } from 'vitest';
import { planNetsuiteEntry } from '../../src/plan/plan-entry.js';
import { netsuiteRules } from '../../src/rules/netsuite-rules.js';
import { account, connection, entryOf, FACTS, showing } from '../plan/sample-books.js';
import { costLine, includedTax, sampleItem } from '../plan/sample-item.js';
import { BILLS, PAYABLE, found, onAccount } from './problems-of.js';

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

  test('that two lines name is told once', () => {
    const lines = [costLine(6_000, { tax: includedTax(1_000) }), costLine(6_000, { tax: includedTax(1_000) })].map(
      (line) => ({ ...line, tax: line.tax && { ...line.tax, ingoingTaxAccount: '1' } }),
    );
    expect(found({ lines }, BILLS)).toEqual(['NETSUITE_ACCOUNT_UNKNOWN: NetSuite has no account 1.']);
  });

  test('for debts to vendors is not needed by what is paid at once as a journal', () => {
    expect(found(PAYABLE, { accounts: { payable: '1' } })).toEqual([]);
    expect(found({ ...PAYABLE, type: 'refund' }, { ...BILLS, accounts: { payable: '1' } })).toEqual([]);
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
      'NETSUITE_AMOUNT_TOO_PRECISE: The entry contains the amount 12.345 KWD, and NetSuite keeps 2 decimals of KWD.';
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
    expect.objectContaining({
      kind: 'item-rejected',
      code: problem?.code,
      itemReason: problem?.reason,
      owner: problem?.owner,
      message: problem?.message,
    }),
  );
});
