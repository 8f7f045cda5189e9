import { money, subtractMoney, type Money } from '@ledgerferry/core';
import { fromHundredths, smallestPart, toHundredths } from './hundredths.js';

/** A price of which only a part is taxed. They add up to the whole. */
export interface TaxSplit {
  readonly taxed: Money;
  /** Slightly negative where the tax is a little more than the rate yields, by rounding on the receipt. */
  readonly untaxed: Money;
}

/** In hundredths: what a receipt's own rounding may add to the tax. More means that the rate is another one. */
const MOST_ROUNDING = 5n;

/**
 * The tax that Xero works out of a price that includes it, to two decimals in any currency. `effectiveRate` is in per cent, as text.
 * Source: Xero, Rounding: per line, to two decimals, half up.
 */
export function taxIncluded(price: Money, effectiveRate: string): Money {
  const { rate, whole } = parts(effectiveRate);
  const tax = (2n * toHundredths(price) * rate + whole) / (2n * whole);
  return money(price.currency, Number(tax), 2);
}

/**
 * The split of a price that makes Xero work out exactly this tax, changing as little as possible; null where there is none: at a rate
 * of nothing, where the rate yields clearly less, or where the currency's smallest part is too large to hit it.
 */
export function splitByTax(price: Money, tax: Money, effectiveRate: string): TaxSplit | null {
  if (tax.minorUnits === 0) return { taxed: { ...price, minorUnits: 0 }, untaxed: price };
  if (toHundredths(tax) > toHundredths(taxIncluded(price, effectiveRate)) + MOST_ROUNDING) return null;
  const taxed = nearestPriceOf(toHundredths(tax), effectiveRate, price);
  return taxed && { taxed, untaxed: subtractMoney(price, taxed) };
}

/** Of the prices that include the tax, the one nearest to another price. */
function nearestPriceOf(tax: bigint, effectiveRate: string, near: Money): Money | null {
  const { rate, whole } = parts(effectiveRate);
  if (rate === 0n) return null;
  const part = smallestPart(near);
  const lowest = roundedUp(divideUp((2n * tax - 1n) * whole, 2n * rate), part);
  const highest = roundedDown(divideUp((2n * tax + 1n) * whole, 2n * rate) - 1n, part);
  if (lowest > highest) return null;
  const price = toHundredths(near);
  return fromHundredths(price < lowest ? lowest : price > highest ? highest : price, near);
}

/** A rate as a fraction of the price that includes it: tax = price * rate / whole. */
function parts(effectiveRate: string): { readonly rate: bigint; readonly whole: bigint } {
  const [integer = '', fraction = ''] = effectiveRate.split('.');
  const rate = BigInt(integer + fraction);
  return { rate, whole: 100n * 10n ** BigInt(fraction.length) + rate };
}

function divideUp(dividend: bigint, divisor: bigint): bigint {
  return (dividend + divisor - 1n) / divisor;
}

function roundedUp(value: bigint, part: bigint): bigint {
  return divideUp(value, part) * part;
}

function roundedDown(value: bigint, part: bigint): bigint {
  return (value / part) * part;
}
