import { money } from '@ledgerferry/core';
import { describe, expect, test } from 'vitest';
import { planNetsuiteEntry } from '../../src/plan/plan-entry.js';
import { netsuiteRules } from '../../src/rules/netsuite-rules.js';
import { connection, entryOf, FACTS, settings, showing, SUITE_TAX } from '../plan/sample-books.js';
import { costLine, includedTax, sampleItem } from '../plan/sample-item.js';
import { BILLS, PAYABLE, found } from './problems-of.js';

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

  test('of bills on an account that is for no debts to vendors is for the administrator, though no rule knew of the bills', () => {
    const entry = entryOf(sampleItem(item), settings({ payable: '63040' }));
    const under = connection(BILLS.connection);
    expect(netsuiteRules(FACTS, under).flatMap((rule) => rule.validate(entry))).toEqual([]);
    expect(() => planNetsuiteEntry({ ...entry, settles: [bill(12_000)] }, FACTS, under)).toThrow(
      expect.objectContaining({
        kind: 'item-rejected',
        code: 'NETSUITE_PAYABLE_ACCOUNT',
        itemReason: 'invalid_configuration',
        owner: 'administrator',
        message:
          'The account 63040 "Owed to employees" is not of the type Accounts Payable. Set bookkeeping.accounts.payable to an account of the type Accounts Payable; then have the entry exported again.',
      }),
    );
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
