import type { Amounts, MoneyModel } from '../model/export-item.js';

/** What one euro is worth, in ten-thousandths of each currency, and how many decimals the currency has (ISO 4217). */
const CURRENCIES: Readonly<Record<string, { perEuro: number; decimals: number }>> = {
  EUR: { perEuro: 10_000, decimals: 2 },
  DKK: { perEuro: 74_600, decimals: 2 },
  SEK: { perEuro: 112_300, decimals: 2 },
  GBP: { perEuro: 8_560, decimals: 2 },
  USD: { perEuro: 10_850, decimals: 2 },
  NOK: { perEuro: 116_500, decimals: 2 },
  CHF: { perEuro: 9_500, decimals: 2 },
  AED: { perEuro: 39_800, decimals: 2 },
  JPY: { perEuro: 1_623_000, decimals: 0 },
  ISK: { perEuro: 1_480_000, decimals: 0 },
};

/** Both sides of an amount in minor units, before it is written with its currencies. */
export interface Sums {
  supplier: number;
  wallet: number;
}

/** Which currencies an entry is written in. */
export interface CurrencyPair {
  supplier: string;
  wallet: string;
}

/** Minor units of `to` that are worth this many minor units of `from`, rounded half up. */
export function convert(value: number, from: string, to: string): number {
  const source = currencyOf(from);
  const target = currencyOf(to);
  const numerator = BigInt(value) * BigInt(target.perEuro) * 10n ** BigInt(target.decimals);
  const denominator = BigInt(source.perEuro) * 10n ** BigInt(source.decimals);
  return Number((numerator * 2n + denominator) / (denominator * 2n));
}

/** `value * numerator / denominator`, rounded half up, without a fraction on the way. */
export function portion(value: number, numerator: number, denominator: number): number {
  return Number((BigInt(value) * BigInt(numerator) * 2n + BigInt(denominator)) / (BigInt(denominator) * 2n));
}

export function addUp(all: readonly Sums[]): Sums {
  return all.reduce(
    (sum, { supplier, wallet }) => ({ supplier: sum.supplier + supplier, wallet: sum.wallet + wallet }),
    {
      supplier: 0,
      wallet: 0,
    },
  );
}

export function toAmounts(sums: Sums, currencies: CurrencyPair): Amounts {
  return {
    inSupplierCurrency: money(sums.supplier, currencies.supplier),
    inWalletCurrency: money(sums.wallet, currencies.wallet),
  };
}

function money(value: number, currency: string): MoneyModel {
  return { currency, value };
}

function currencyOf(code: string): { perEuro: number; decimals: number } {
  const currency = CURRENCIES[code];
  if (!currency) throw new Error(`The generator knows no rate for ${code}.`);
  return currency;
}
