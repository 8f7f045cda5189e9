import { entryLabel } from '../bookkeeping/entry-description.js';
import { problem } from '../bookkeeping/problems.js';
import type { Problem } from '../errors/problem.js';
import type { Amounts, ExportItem } from '../model/export-item.js';
import { formatMoney, type Money } from '../model/money.js';

/**
 * Amounts that are negative, and entries that come to nothing. Direction follows from type and subtype alone: Pleo does not say
 * whether it also turns signs, and turning twice would book the wrong way round.
 */
export function signProblems(item: ExportItem): readonly Problem[] {
  const negative = negativeAmount(item);
  if (negative) return [problem('NEGATIVE_AMOUNT', negativeMessage(item, negative))];
  if (item.amount.inWalletCurrency.minorUnits > 0) return [];
  return item.lines.every(isEmpty) ? [problem('ZERO_AMOUNT', zeroMessage(item))] : [];
}

function negativeAmount(item: ExportItem): Money | undefined {
  if (isNegative(item.amount)) return smaller(item.amount);
  for (const { lineAmount, netAmount, tax } of item.lines) {
    if (isNegative(lineAmount)) return smaller(lineAmount);
    if (isNegative(netAmount)) return smaller(netAmount);
    if (tax && isNegative(tax.amount)) return smaller(tax.amount);
  }
  return undefined;
}

function isNegative({ inWalletCurrency, inSupplierCurrency }: Amounts): boolean {
  return inWalletCurrency.minorUnits < 0 || inSupplierCurrency.minorUnits < 0;
}

function smaller({ inWalletCurrency, inSupplierCurrency }: Amounts): Money {
  return inWalletCurrency.minorUnits < 0 ? inWalletCurrency : inSupplierCurrency;
}

function isEmpty({ lineAmount }: ExportItem['lines'][number]): boolean {
  return lineAmount.inWalletCurrency.minorUnits === 0;
}

function negativeMessage(item: ExportItem, amount: Money): string {
  return `${entryLabel(item)} has the negative amount ${formatMoney(amount)}, and whether that means money in or out is not certain: book it by hand and tell whoever runs Ledgerferry for you.`;
}

function zeroMessage(item: ExportItem): string {
  return `${entryLabel(item)} comes to ${formatMoney(item.amount.inWalletCurrency)}, so there is nothing to book: take it out of the export in Pleo.`;
}
