import { currencyExponent, formatMoney, money, type CurrencyExponents } from '@ledgerferry/core';

/** Amounts in minor units by currency as people write them, such as `895.20 DKK`, in the order of the currencies' codes. */
export function formatTotals(
  totals: Readonly<Record<string, number>>,
  exponents: CurrencyExponents,
): readonly string[] {
  return Object.entries(totals)
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([currency, minorUnits]) => {
      const exponent = currencyExponent(currency, exponents);
      if (exponent === undefined) return `${minorUnits} minor units of ${currency}`;
      return formatMoney(money(currency, minorUnits, exponent));
    });
}
