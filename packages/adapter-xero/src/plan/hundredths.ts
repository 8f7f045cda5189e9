import { money, type Money } from '@ledgerferry/core';

/**
 * An amount in hundredths, the smallest part that Xero keeps of any currency. Bigint, because tax is worked out on it.
 * Source: Xero, Rounding (totals and tax have two decimals).
 */
export function toHundredths({ minorUnits, exponent }: Money): bigint {
  return exponent <= 2 ? BigInt(minorUnits) * 10n ** BigInt(2 - exponent) : BigInt(minorUnits) / thousandths(exponent);
}

/** The amount in a currency's own minor units. `hundredths` must be a multiple of {@link smallestPart}. */
export function fromHundredths(hundredths: bigint, { currency, exponent }: Money): Money {
  const minorUnits = exponent <= 2 ? hundredths / 10n ** BigInt(2 - exponent) : hundredths * thousandths(exponent);
  return money(currency, Number(minorUnits), exponent);
}

/** How many hundredths an amount of the currency is at least: 100 for one without minor units. */
export function smallestPart({ exponent }: Money): bigint {
  return exponent <= 2 ? 10n ** BigInt(2 - exponent) : 1n;
}

function thousandths(exponent: number): bigint {
  return 10n ** BigInt(exponent - 2);
}
