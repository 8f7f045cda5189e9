import { entryLabel } from '../bookkeeping/entry-description.js';
import { isTaxTreatment } from '../bookkeeping/entry-tax.js';
import { problem } from '../bookkeeping/problems.js';
import type { Problem } from '../errors/problem.js';
import type { ExportItem, ExportItemLine, PleoTax } from '../model/export-item.js';
import { formatMoney } from '../model/money.js';

/** Taxes of an unknown type, larger than their line, or not adding up with the net amount of theirs. */
export function taxProblems(item: ExportItem): readonly Problem[] {
  return item.lines.flatMap((line) => (line.tax ? lineTaxProblems(item, line, line.tax) : []));
}

function lineTaxProblems(item: ExportItem, line: ExportItemLine, tax: PleoTax): readonly Problem[] {
  if (!isTaxTreatment(tax.type)) return [problem('UNKNOWN_TAX_TYPE', unknownMessage(item, tax))];
  if (isLarger(tax, line)) return [problem('TAX_EXCEEDS_LINE', largerMessage(item, line, tax))];
  if (tax.type === 'exclusive' && !addsUp(tax, line))
    return [problem('TAX_SUM_DISAGREES', sumMessage(item, line, tax))];
  return [];
}

function isLarger(tax: PleoTax, line: ExportItemLine): boolean {
  return tax.amount.inWalletCurrency.minorUnits > line.lineAmount.inWalletCurrency.minorUnits;
}

function addsUp(tax: PleoTax, line: ExportItemLine): boolean {
  const sum = line.netAmount.inWalletCurrency.minorUnits + tax.amount.inWalletCurrency.minorUnits;
  return sum === line.lineAmount.inWalletCurrency.minorUnits;
}

function unknownMessage(item: ExportItem, tax: PleoTax): string {
  return `The tax ${nameOf(tax)} of ${entryLabel(item)} is of the type "${tax.type}", which Ledgerferry does not know: choose another tax code in Pleo and export it again.`;
}

function largerMessage(item: ExportItem, line: ExportItemLine, tax: PleoTax): string {
  return `The tax ${nameOf(tax)} of ${entryLabel(item)}, ${formatMoney(tax.amount.inWalletCurrency)}, is larger than its line of ${formatMoney(line.lineAmount.inWalletCurrency)}: correct the tax in Pleo and export it again.`;
}

function sumMessage(item: ExportItem, line: ExportItemLine, tax: PleoTax): string {
  const net = formatMoney(line.netAmount.inWalletCurrency);
  return `The net amount ${net} and the tax ${nameOf(tax)}, ${formatMoney(tax.amount.inWalletCurrency)}, of ${entryLabel(item)} do not add up to its line of ${formatMoney(line.lineAmount.inWalletCurrency)}: choose the tax code again in Pleo and export it again.`;
}

function nameOf(tax: PleoTax): string {
  return tax.code === null ? 'without a code' : `code "${tax.code}"`;
}
