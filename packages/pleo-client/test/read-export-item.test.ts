import { silentLogger } from '@ledgerferry/core';
import { describe, expect, test } from 'vitest';
import { createAmountsReader } from '../src/read-amounts.js';
import { readExportItem } from '../src/read-export-item.js';
import { amounts, sampleExportItem } from './sample-export-item.js';

const readAmounts = createAmountsReader({}, silentLogger);

describe('an export item', () => {
  test('is read with amounts in minor units, texts for rates, and null for all that is missing', () => {
    expect(readExportItem(sampleExportItem(), readAmounts)).toEqual({
      accountingEntryId: '6f0c8d52-1f0e-4c57-8a55-3f2b9a7d1e20',
      companyId: '3d7f2c10-54b7-4a0e-9d0c-2f6a1b8e4c11',
      type: 'card_purchase',
      subType: null,
      date: '2026-03-11T09:14:05Z',
      amount: {
        inSupplierCurrency: { currency: 'EUR', minorUnits: 12000, exponent: 2 },
        inWalletCurrency: { currency: 'DKK', minorUnits: 89520, exponent: 2 },
      },
      lines: [
        {
          id: 'b1a7e0aa-90f4-4c0b-9a52-0d9d7a1f0001',
          lineAmount: {
            inSupplierCurrency: { currency: 'EUR', minorUnits: 12000, exponent: 2 },
            inWalletCurrency: { currency: 'DKK', minorUnits: 89520, exponent: 2 },
          },
          netAmount: {
            inSupplierCurrency: { currency: 'EUR', minorUnits: 12000, exponent: 2 },
            inWalletCurrency: { currency: 'DKK', minorUnits: 89520, exponent: 2 },
          },
          account: {
            id: 'c9a1f6c4-0b3e-4d1f-8a77-5b1d2e3f4a01',
            name: 'Software',
            code: '3620',
            identifier: 'gl-3620',
          },
          tax: {
            id: 'd2b8e7f1-6c55-49a7-b0a4-1f2e3d4c5b01',
            code: 'I25',
            rate: '0.25',
            type: 'inclusive',
            ingoingTaxAccount: '66100',
            outgoingTaxAccount: null,
            amount: {
              inSupplierCurrency: { currency: 'EUR', minorUnits: 2400, exponent: 2 },
              inWalletCurrency: { currency: 'DKK', minorUnits: 17904, exponent: 2 },
            },
          },
          tags: [{ id: 'e3c9d8a2-7d66-4ab8-91b5-2a3f4e5d6c01', groupCode: 'DEPARTMENT', code: 'ENG' }],
        },
      ],
      bookkeepingMethod: null,
      contraAccount: null,
      files: [{ url: 'https://files.example.com/r/9c1d.pdf?sig=abc', type: null, size: null }],
      note: 'Annual licence',
      servicePeriod: null,
      supplier: null,
      vendor: null,
      user: null,
      team: null,
      reconciliationId: '7741902',
      reconciledEntries: [],
      attendees: [],
      invoice: null,
      webUrl: 'https://app.example.com/expenses/1',
    });
  });

  test('may be of a type and a tax type that nobody knows yet', () => {
    const sample = { ...sampleExportItem(), type: 'barter', subType: 'by_post', bookkeeping: { method: 'later' } };
    expect(readExportItem(sample, readAmounts)).toMatchObject({
      type: 'barter',
      subType: 'by_post',
      bookkeepingMethod: 'later',
    });
  });

  test("has no category where Pleo's account id is all zeros", () => {
    const sample = sampleExportItem();
    const line = {
      ...sample.accountingEntryLines[0],
      account: { id: '00000000-0000-0000-0000-000000000000', name: '' },
    };
    expect(readExportItem({ ...sample, accountingEntryLines: [line] }, readAmounts)).toMatchObject({
      lines: [{ account: null }],
    });
  });

  test.each([
    ['an amount with a fraction', { amount: amounts('EUR', 1, 'DKK', 89520.5) }, 'PLEO_FRACTIONAL_AMOUNT', 'of DKK'],
    [
      'an amount beyond exact numbers',
      { amount: amounts('EUR', 2 ** 53, 'DKK', 1) },
      'PLEO_FRACTIONAL_AMOUNT',
      'of EUR',
    ],
    ['no currency', { amount: amounts('UNDEFINED', 1, 'DKK', 1) }, 'PLEO_UNKNOWN_CURRENCY', '"UNDEFINED"'],
    ['gold', { amount: amounts('XAU', 1, 'DKK', 1) }, 'PLEO_UNKNOWN_CURRENCY', '"XAU"'],
    ['no date', { date: undefined }, 'PLEO_ITEM_UNREADABLE', '"date"'],
    ['a date that is none', { date: 'yesterday' }, 'PLEO_ITEM_UNREADABLE', '"date"'],
    [
      'no reconciliation id',
      { additionalInformation: {} },
      'PLEO_ITEM_UNREADABLE',
      '"additionalInformation.reconciliationId"',
    ],
    [
      'an amount as text',
      { amount: { inSupplierCurrency: { currency: 'EUR', value: '1' } } },
      'PLEO_ITEM_UNREADABLE',
      '"amount',
    ],
  ])('with %s fails alone, with a sentence that names it', (_name, change, code, named) => {
    const item = readExportItem({ ...sampleExportItem(), ...change }, readAmounts);
    expect(item).toEqual({
      accountingEntryId: '6f0c8d52-1f0e-4c57-8a55-3f2b9a7d1e20',
      problem: {
        code,
        reason: 'validation_failure',
        owner: expect.any(String),
        message: expect.stringContaining(named),
      },
    });
  });

  test('without an id is no item', () => {
    expect(readExportItem({ ...sampleExportItem(), accountingEntryId: null }, readAmounts)).toBeUndefined();
    expect(readExportItem(null, readAmounts)).toBeUndefined();
  });
});

describe('currencies without two decimals', () => {
  test('are read by ISO 4217, with one warning', () => {
    const warnings: object[] = [];
    const logger = { ...silentLogger, warn: (fields: object) => void warnings.push(fields) };
    const read = createAmountsReader({}, logger);
    const { inSupplierCurrency, inWalletCurrency } = read(amounts('ISK', 1500, 'BHD', 1500));
    expect([inSupplierCurrency.exponent, inWalletCurrency.exponent]).toEqual([0, 3]);
    expect(warnings).toEqual([{ currency: 'ISK', exponent: 0 }]);
  });

  test('are read as configured, without a warning', () => {
    const warnings: object[] = [];
    const logger = { ...silentLogger, warn: (fields: object) => void warnings.push(fields) };
    const read = createAmountsReader({ ISK: 2 }, logger);
    expect(read(amounts('ISK', 150000, 'EUR', 1)).inSupplierCurrency).toEqual({
      currency: 'ISK',
      minorUnits: 150000,
      exponent: 2,
    });
    expect(warnings).toEqual([]);
  });
});
