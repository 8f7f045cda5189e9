import { money, type Amounts, type ExportItem, type ExportItemLine, type PleoTax } from '@ledgerferry/core';
import { buildExportItem, buildExportItemLine } from '@ledgerferry/testkit';

/** A line on 3620 "Software", in euro. */
export function costLine(minorUnits: number, overrides: Partial<ExportItemLine> = {}): ExportItemLine {
  return buildExportItemLine(minorUnits, {
    lineAmount: inEuro(minorUnits),
    netAmount: inEuro(minorUnits),
    account: { id: 'c9a1f6c4-0b3e-4d1f-8a77-5b1d2e3f4a01', name: 'Software', code: '3620', identifier: null },
    ...overrides,
  });
}

/** Tax that is part of the price, on 66100. */
export function includedTax(minorUnits: number, overrides: Partial<PleoTax> = {}): PleoTax {
  return {
    id: '0f4a2f5b-3c11-4c7e-9a64-6a5b4c7e9a64',
    code: 'I20',
    rate: '0.2',
    type: 'inclusive',
    amount: inEuro(minorUnits),
    ingoingTaxAccount: '66100',
    outgoingTaxAccount: null,
    ...overrides,
  };
}

/** Tax that is not part of the price, and that the buyer accounts for. */
export function reverseTax(minorUnits: number, overrides: Partial<PleoTax> = {}): PleoTax {
  return includedTax(minorUnits, { code: 'RC20', type: 'reverse', outgoingTaxAccount: '66200', ...overrides });
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
