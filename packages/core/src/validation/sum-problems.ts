import { entryLabel } from '../bookkeeping/entry-description.js';
import { problem } from '../bookkeeping/problems.js';
import type { Problem } from '../errors/problem.js';
import type { ExportItem } from '../model/export-item.js';
import { formatMoney } from '../model/money.js';

/**
 * Lines that are missing where `linesDemanded`, or that do not add up to the entry in the wallet's or the supplier's currency.
 * A pure balance movement may come without lines.
 */
export function sumProblems(item: ExportItem, linesDemanded: boolean): readonly Problem[] {
  if (item.lines.length === 0) return linesDemanded ? [problem('NO_LINES', noLinesMessage(item))] : [];
  const disagrees = linesDisagree(item, 'inWalletCurrency') || linesDisagree(item, 'inSupplierCurrency');
  return disagrees ? [problem('LINES_SUM_DISAGREES', disagreesMessage(item))] : [];
}

// Signs are checked before: a sum beyond the safe integers can then not meet a safe amount by rounding.
function linesDisagree(item: ExportItem, currency: 'inWalletCurrency' | 'inSupplierCurrency'): boolean {
  const sum = item.lines.reduce((total, line) => total + line.lineAmount[currency].minorUnits, 0);
  return sum !== item.amount[currency].minorUnits;
}

function noLinesMessage(item: ExportItem): string {
  return `${entryLabel(item)} came from Pleo without a line to book: open it in Pleo, save its category again and export it again.`;
}

function disagreesMessage(item: ExportItem): string {
  const { inWalletCurrency, inSupplierCurrency } = item.amount;
  const inBoth =
    inWalletCurrency.currency === inSupplierCurrency.currency ? '' : ` (${formatMoney(inSupplierCurrency)})`;
  return `The lines of ${entryLabel(item)} do not add up to its ${formatMoney(inWalletCurrency)}${inBoth}: correct the split in Pleo and export it again.`;
}
