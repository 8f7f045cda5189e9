import { money, type Amounts, type ExportItem, type ExportItemLine, type PleoTax } from '@ledgerferry/core';
import { buildExportItem, buildExportItemLine } from '@ledgerferry/testkit';

/** A line on 404 "Software", in euro, with the tax that it includes. */
export function costLine(minorUnits: number, overrides: Partial<ExportItemLine> = {}): ExportItemLine {
  return buildExportItemLine(minorUnits, {
    lineAmount: inEuro(minorUnits),
    netAmount: inEuro(minorUnits),
    account: { id: 'c9a1f6c4-0b3e-4d1f-8a77-5b1d2e3f4a01', name: 'Software', code: '404', identifier: null },
    ...overrides,
  });
}

/** Tax that is part of the price. */
export function includedTax(minorUnits: number, code: string | null = 'INPUT2'): PleoTax {
  return {
    id: '0f4a2f5b-3c11-4c7e-9a64-6a5b4c7e9a64',
    code,
    rate: '0.2',
    type: 'inclusive',
    amount: inEuro(minorUnits),
    ingoingTaxAccount: null,
    outgoingTaxAccount: null,
  };
}

/** An item of 120.00 EUR, of which 20.00 are tax, with the supplier ACME Cloud, by Mia Holm. */
export function sampleItem(overrides: Partial<ExportItem> = {}): ExportItem {
  return buildExportItem(12_000, {
    accountingEntryId: 'entry-1',
    amount: inEuro(12_000),
    lines: [costLine(12_000, { tax: includedTax(2_000) })],
    ...overrides,
  });
}

export function inEuro(minorUnits: number): Amounts {
  const amount = money('EUR', minorUnits, 2);
  return { inSupplierCurrency: amount, inWalletCurrency: amount };
}
