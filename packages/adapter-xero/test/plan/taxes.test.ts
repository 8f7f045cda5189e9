import { type ExportItem } from '@ledgerferry/core';
import { describe, expect, test } from 'vitest';
import { planXeroEntry } from '../../src/plan/plan-entry.js';
import type { XeroConnection } from '../../src/xero-connection.js';
import { inShort } from './in-short.js';
import { ACME_ID, connection, entryOf, FACTS } from './sample-books.js';
import { costLine, inEuro, includedTax, sampleItem } from './sample-item.js';

/** A purchase of 120.00 EUR in which Pleo states 10.00 EUR of tax at 20 %: a receipt with untaxed parts. */
const HALF_TAXED: Partial<ExportItem> = { lines: [costLine(12_000, { tax: includedTax(1_000) })] };

function planned(item: Partial<ExportItem>, settings: Partial<XeroConnection> = {}): readonly string[] {
  return planXeroEntry(entryOf(sampleItem(item)), FACTS, connection(settings)).documents.map(inShort);
}

describe('tax that is not what Xero works out', () => {
  test('is booked as a taxed and an untaxed part, on the same account', () => {
    expect(planned(HALF_TAXED)).toEqual([`booking: SPEND 090 with ${ACME_ID}, 404 60.02 INPUT2 + 404 59.98 NONE`]);
  });

  test('is booked by the setting as a bill with that very tax, and its payment', () => {
    expect(planned(HALF_TAXED, { taxDifference: 'bill' })).toEqual([
      `booking: ACCPAY AUTHORISED with ${ACME_ID}, 404 120.00 INPUT2 tax 10.00`,
      'payment: PAYMENT 090 of bill booking, 120.00',
    ]);
  });

  test('comes back by the setting as a credit note, and its repayment', () => {
    expect(planned({ ...HALF_TAXED, type: 'refund' }, { taxDifference: 'bill' })).toEqual([
      `booking: ACCPAYCREDIT AUTHORISED with ${ACME_ID}, 404 120.00 INPUT2 tax 10.00`,
      'payment: PAYMENT 090 of credit note booking, 120.00',
    ]);
  });

  test('is stated on the line of a bill', () => {
    expect(planned({ ...HALF_TAXED, type: 'invoice' })).toEqual([
      `booking: ACCPAY AUTHORISED with ${ACME_ID}, 404 120.00 INPUT2 tax 10.00`,
    ]);
  });

  test('by a cent is split by a few cents', () => {
    expect(planned({ amount: inEuro(8_995), lines: [costLine(8_995, { tax: includedTax(1_500) })] })).toEqual([
      `booking: SPEND 090 with ${ACME_ID}, 404 89.97 INPUT2 + 404 -0.02 NONE`,
    ]);
  });

  test('is nothing where Pleo states none: the line is untaxed', () => {
    expect(planned({ lines: [costLine(12_000, { tax: includedTax(0) })] })).toEqual([
      `booking: SPEND 090 with ${ACME_ID}, 404 120.00 NONE`,
    ]);
  });
});

describe('tax that is what Xero works out', () => {
  test('is booked on a bank transaction, whatever the setting', () => {
    expect(planned({}, { taxDifference: 'bill' })).toEqual([`booking: SPEND 090 with ${ACME_ID}, 404 120.00 INPUT2`]);
  });

  test('on top of the net amount is part of the gross amount too', () => {
    const tax = { ...includedTax(2_000), type: 'exclusive' };
    expect(planned({ lines: [costLine(12_000, { netAmount: inEuro(10_000), tax })] })).toEqual([
      `booking: SPEND 090 with ${ACME_ID}, 404 120.00 INPUT2`,
    ]);
  });
});

test('reverse charge is left to the tax rate of Xero', () => {
  const tax = { ...includedTax(2_400, 'REVERSECHARGES'), type: 'reverse' };
  expect(planned({ lines: [costLine(12_000, { tax })] })).toEqual([
    `booking: SPEND 090 with ${ACME_ID}, 404 120.00 REVERSECHARGES`,
  ]);
});
