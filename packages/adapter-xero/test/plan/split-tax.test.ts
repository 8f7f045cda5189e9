import { money, type Money } from '@ledgerferry/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitByTax, taxIncluded } from '../../src/plan/split-tax.js';

const euro = (minorUnits: number) => money('EUR', minorUnits, 2);
const yen = (minorUnits: number) => money('JPY', minorUnits, 0);
const dinar = (minorUnits: number) => money('KWD', minorUnits, 3);

describe('the tax that Xero works out of a price', () => {
  test.each([
    [euro(12_000), '20.0000', 2_000],
    [euro(12_000), '20', 2_000],
    [euro(8_995), '20.0000', 1_499],
    [euro(1), '20.0000', 0],
    [euro(10_000), '0.0000', 0],
    [euro(9_999), '8.8750', 815],
    // 0.03 at 20 % contains 0.005, the very middle: half goes up
    [euro(3), '20.0000', 1],
    [euro(999_999_999_999), '20.0000', 166_666_666_667],
    // 1,000 JPY at 10 % contain 90.91 JPY: Xero keeps two decimals of any currency
    [yen(1_000), '10.0000', 9_091],
    [dinar(1_200), '20.0000', 20],
  ] as const)('of %j at %s %% is %i hundredths', (price, rate, hundredths) => {
    expect(taxIncluded(price, rate)).toEqual(money(price.currency, hundredths, 2));
  });
});

describe('a price is split so that Xero works out this tax', () => {
  test.each([
    ['a receipt with untaxed parts', euro(12_000), euro(1_000), '20.0000', euro(6_002), euro(5_998)],
    ['a cent less by rounding', euro(8_995), euro(1_498), '20.0000', euro(8_990), euro(5)],
    ['a cent more by rounding', euro(8_995), euro(1_500), '20.0000', euro(8_997), euro(-2)],
    ['no tax at all', euro(12_000), euro(0), '20.0000', euro(0), euro(12_000)],
    ['a currency without minor units', yen(1_000), yen(90), '10.0000', yen(990), yen(10)],
    ['a currency of thousandths', dinar(1_200), dinar(100), '20.0000', dinar(620), dinar(580)],
  ])('%s', (_name, price, tax, rate, taxed, untaxed) => {
    expect(splitByTax(price, tax, rate)).toEqual({ taxed, untaxed });
  });

  test.each([
    ['at a rate of nothing', euro(12_000), euro(1), '0.0000'],
    ['where the rate yields clearly less', euro(12_000), euro(2_500), '20.0000'],
    ['where no whole yen contains the tax', yen(1_228), yen(91), '8.0000'],
  ])('%s there is no split', (_name, price, tax, rate) => {
    expect(splitByTax(price, tax, rate)).toBeNull();
  });
});

const rate = fc
  .tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 9_999 }))
  .map(([whole, fraction]) => `${whole}.${String(fraction).padStart(4, '0')}`);
const price = fc.integer({ min: 1, max: 100_000_000 }).map(euro);

describe('whatever the price and the rate', () => {
  test('tax is the nearest hundredth, and half goes up', () => {
    fc.assert(
      fc.property(price, rate, (gross, percent) => {
        const points = BigInt(percent.replace('.', ''));
        const exact = 2n * BigInt(gross.minorUnits) * points;
        const booked = 2n * BigInt(taxIncluded(gross, percent).minorUnits) * (1_000_000n + points);
        const excess = booked - exact;
        expect(excess > -(1_000_000n + points) && excess <= 1_000_000n + points).toBe(true);
      }),
    );
  });

  test('both parts come to the price, and the taxed one contains exactly the tax', () => {
    fc.assert(
      fc.property(price, rate, fc.maxSafeNat(), (gross, percent, any) => {
        const tax = euro(any % (taxIncluded(gross, percent).minorUnits + 1));
        const split = splitByTax(gross, tax, percent);
        expect(split && split.taxed.minorUnits + split.untaxed.minorUnits).toBe(gross.minorUnits);
        expect(split && taxIncluded(split.taxed, percent)).toEqual(tax);
        expect(split && split.untaxed.minorUnits >= 0).toBe(true);
      }),
    );
  });

  test('no other split would leave less untaxed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3_000 }).map(euro),
        rate,
        fc.integer({ min: 1, max: 700 }),
        (gross, percent, units) => {
          const split = splitByTax(gross, euro(units), percent);
          if (split === null) return;
          expect(Math.abs(split.untaxed.minorUnits)).toBe(leastUntaxed(gross, euro(units), percent));
        },
      ),
    );
  });
});

/** Found by trying every part of the price, and a little more than the price. */
function leastUntaxed(gross: Money, tax: Money, percent: string): number {
  const tried = Array.from({ length: gross.minorUnits + 6_000 }, (_, place) => euro(place));
  const fitting = tried.filter((taxed) => taxIncluded(taxed, percent).minorUnits === tax.minorUnits);
  return Math.min(...fitting.map((taxed) => Math.abs(gross.minorUnits - taxed.minorUnits)));
}
