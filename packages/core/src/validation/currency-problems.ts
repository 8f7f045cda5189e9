import { entryLabel } from '../bookkeeping/entry-description.js';
import { problem } from '../bookkeeping/problems.js';
import type { Problem } from '../errors/problem.js';
import { currencyExponent } from '../model/currency.js';
import type { Amounts, ExportItem } from '../model/export-item.js';
import type { Money } from '../model/money.js';

/** Currencies that are no money, or that differ where an entry must have one: one for the wallet, one for the supplier. */
export function currencyProblems(item: ExportItem): readonly Problem[] {
  const unknown = unknownCurrency(item.amount);
  if (unknown !== undefined) return [problem('UNKNOWN_CURRENCY', unknownMessage(item, unknown))];

  const stray = amountsOf(item).flatMap((amounts) => straysOf(item.amount, amounts))[0];
  return stray ? [problem('MIXED_CURRENCIES', mixedMessage(item, stray))] : [];
}

function unknownCurrency({ inWalletCurrency, inSupplierCurrency }: Amounts): string | undefined {
  return [inWalletCurrency.currency, inSupplierCurrency.currency].find((code) => currencyExponent(code) === undefined);
}

function amountsOf(item: ExportItem): readonly Amounts[] {
  return item.lines.flatMap((line) => [line.lineAmount, line.netAmount, ...(line.tax ? [line.tax.amount] : [])]);
}

function straysOf(whole: Amounts, part: Amounts): readonly Money[] {
  const wallet = isOfOneCurrency(whole.inWalletCurrency, part.inWalletCurrency) ? [] : [part.inWalletCurrency];
  const supplier = isOfOneCurrency(whole.inSupplierCurrency, part.inSupplierCurrency) ? [] : [part.inSupplierCurrency];
  return [...wallet, ...supplier];
}

function isOfOneCurrency(left: Money, right: Money): boolean {
  return left.currency === right.currency && left.exponent === right.exponent;
}

function unknownMessage(item: ExportItem, currency: string): string {
  return `${entryLabel(item)} is in "${currency}", which is no currency known to Ledgerferry: correct the currency in Pleo and export it again.`;
}

function mixedMessage(item: ExportItem, stray: Money): string {
  const { inWalletCurrency, inSupplierCurrency } = item.amount;
  return (
    `${entryLabel(item)} is in ${inWalletCurrency.currency} (paid to the supplier in ${inSupplierCurrency.currency}), ` +
    `but one of its lines is in ${stray.currency}: correct its lines in Pleo and export it again.`
  );
}
