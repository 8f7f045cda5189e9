import type { Amounts, ExportItem, ExportItemLine, PleoTax } from '@ledgerferry/core';
import { buildAmounts, buildExportItem, buildExportItemLine, buildTax } from '@ledgerferry/testkit';

/** A line on 3620 "Software", in euro. */
export function costLine(minorUnits: number, overrides: Partial<ExportItemLine> = {}): ExportItemLine {
  return buildExportItemLine(minorUnits, overrides, 'EUR');
}

/** Tax that is part of the price, on 66100. */
export function includedTax(minorUnits: number, overrides: Partial<PleoTax> = {}): PleoTax {
  return buildTax(minorUnits, { code: 'I20', ingoingTaxAccount: '66100', ...overrides }, 'EUR');
}

/** Tax that is not part of the price, and that the buyer accounts for. */
export function reverseTax(minorUnits: number, overrides: Partial<PleoTax> = {}): PleoTax {
  return includedTax(minorUnits, { code: 'RC20', type: 'reverse', outgoingTaxAccount: '66200', ...overrides });
}

/** An item of 120.00 EUR, of which 20.00 are tax, with the supplier ACME Cloud, by Mia Holm. */
export function sampleItem(overrides: Partial<ExportItem> = {}): ExportItem {
  const lines = [costLine(12_000, { tax: includedTax(2_000) })];
  return buildExportItem(12_000, { accountingEntryId: 'entry-1', lines, ...overrides }, 'EUR');
}

export function inEuro(minorUnits: number): Amounts {
  return buildAmounts(minorUnits, 'EUR');
}
