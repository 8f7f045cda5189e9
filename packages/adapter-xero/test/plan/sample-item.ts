import type { Amounts, ExportItem, ExportItemLine, PleoTax } from '@ledgerferry/core';
import { buildAmounts, buildExportItem, buildExportItemLine, buildTax } from '@ledgerferry/testkit';

/** A line on 404 "Software", in euro. */
export function costLine(minorUnits: number, overrides: Partial<ExportItemLine> = {}): ExportItemLine {
  const account = { id: 'c9a1f6c4-0b3e-4d1f-8a77-5b1d2e3f4a01', name: 'Software', code: '404', identifier: null };
  return buildExportItemLine(minorUnits, { account, ...overrides }, 'EUR');
}

/** Tax that is part of the price. */
export function includedTax(minorUnits: number, code: string | null = 'INPUT2'): PleoTax {
  return buildTax(minorUnits, { code }, 'EUR');
}

/** An item of 120.00 EUR, of which 20.00 are tax, with the supplier ACME Cloud, by Mia Holm. */
export function sampleItem(overrides: Partial<ExportItem> = {}): ExportItem {
  const lines = [costLine(12_000, { tax: includedTax(2_000) })];
  return buildExportItem(12_000, { accountingEntryId: 'entry-1', lines, ...overrides }, 'EUR');
}

export function inEuro(minorUnits: number): Amounts {
  return buildAmounts(minorUnits, 'EUR');
}
