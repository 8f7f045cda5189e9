import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addMoney,
  formatMoney,
  isSameMoney,
  money,
  negateMoney,
  parseDecimal,
  readLedgerAmount,
  subtractMoney,
  toDecimal,
} from '../../src/model/money.js';

const anyMoney = fc
  .record({ minorUnits: fc.maxSafeInteger(), exponent: fc.integer({ min: 0, max: 4 }) })
  .map(({ minorUnits, exponent }) => money('DKK', minorUnits, exponent));

describe('amounts as text', () => {
  test.each([
    ['DKK', 2, 89520, '895.20'],
    ['DKK', 2, 5, '0.05'],
    ['DKK', 2, -5, '-0.05'],
    ['DKK', 2, 0, '0.00'],
    ['JPY', 0, 1500, '1500'],
    ['JPY', 0, -1, '-1'],
    ['BHD', 3, 1500, '1.500'],
    ['BHD', 3, 7, '0.007'],
    ['CLF', 4, 12345, '1.2345'],
    ['DKK', 2, Number.MAX_SAFE_INTEGER, '90071992547409.91'],
  ])('%s with %i places and %i minor units is %s', (currency, exponent, minorUnits, text) => {
    expect(toDecimal(money(currency, minorUnits, exponent))).toBe(text);
    expect(parseDecimal(text, currency, exponent)).toEqual({ currency, minorUnits, exponent });
  });

  test('people read the amount with its currency', () => {
    expect(formatMoney(money('DKK', 89520, 2))).toBe('895.20 DKK');
  });

  test('missing decimal places are filled up', () => {
    expect(parseDecimal('12', 'DKK', 2).minorUnits).toBe(1200);
    expect(parseDecimal('12.5', 'DKK', 2).minorUnits).toBe(1250);
  });

  test.each(['12.345', '1e3', '1,50', '', ' 1', '.5', '1.', '+1', 'NaN'])(
    '"%s" is refused as an amount of DKK instead of being rounded or guessed',
    (text) => {
      expect(() => parseDecimal(text, 'DKK', 2)).toThrow(
        `"${text}" is not an amount of DKK, which has 2 decimal places`,
      );
    },
  );

  test('a yen has no decimal places', () => {
    expect(() => parseDecimal('1500.0', 'JPY', 0)).toThrow(RangeError);
  });

  test('an amount beyond the safe integers is refused', () => {
    expect(() => parseDecimal('90071992547409.92', 'DKK', 2)).toThrow(RangeError);
  });

  test('any amount reads back as it was written', () => {
    fc.assert(
      fc.property(anyMoney, (amount) => {
        expect(parseDecimal(toDecimal(amount), amount.currency, amount.exponent)).toEqual(amount);
      }),
    );
  });
});

describe('an amount that a ledger shows', () => {
  test.each([
    ['1500.00', 'JPY', 0, 1_500],
    ['20.0000', 'EUR', 2, 2_000],
    ['895.2', 'DKK', 2, 89_520],
    ['-.5', 'DKK', 2, -50],
    ['7.', 'DKK', 2, 700],
  ] as const)('%s %s is read to the last unit', (digits, currency, exponent, minorUnits) => {
    expect(readLedgerAmount(digits, currency, exponent)).toEqual({ currency, minorUnits, exponent });
  });

  test.each(['', '.', '-', '12.345', '1e3', '1,000.00', ' 5'])('"%s" is none', (digits) => {
    expect(readLedgerAmount(digits, 'DKK', 2)).toBeNull();
  });
});

describe('arithmetic', () => {
  test('cents add up exactly where floating point would not', () => {
    expect(toDecimal(addMoney(money('EUR', 10, 2), money('EUR', 20, 2)))).toBe('0.30');
  });

  test.each([0.5, NaN, Infinity, 2 ** 53])('%d minor units are refused', (minorUnits) => {
    expect(() => money('DKK', minorUnits, 2)).toThrow(`${minorUnits} DKK is not a whole number of minor units`);
  });

  test('a sum beyond the safe integers is refused', () => {
    expect(() => addMoney(money('DKK', Number.MAX_SAFE_INTEGER, 2), money('DKK', 1, 2))).toThrow(RangeError);
  });

  test('currencies are never mixed', () => {
    expect(() => addMoney(money('DKK', 100, 2), money('EUR', 100, 2))).toThrow(
      '1.00 DKK and 1.00 EUR are not of one currency',
    );
    expect(() => addMoney(money('ISK', 100, 0), money('ISK', 100, 2))).toThrow(RangeError);
  });

  test('nothing turned around is still nothing, not minus zero', () => {
    expect(Object.is(negateMoney(money('DKK', 0, 2)).minorUnits, 0)).toBe(true);
  });

  test('amounts are the same only with currency and exponent', () => {
    expect(isSameMoney(money('DKK', 1, 2), money('DKK', 1, 2))).toBe(true);
    expect(isSameMoney(money('DKK', 1, 2), money('EUR', 1, 2))).toBe(false);
    expect(isSameMoney(money('ISK', 1, 0), money('ISK', 1, 2))).toBe(false);
  });

  test('what was added can be taken away again', () => {
    const half = fc.integer({ min: -(2 ** 51), max: 2 ** 51 }).map((minorUnits) => money('DKK', minorUnits, 2));
    fc.assert(
      fc.property(half, half, (left, right) => {
        expect(subtractMoney(addMoney(left, right), right)).toEqual(left);
      }),
    );
  });
});
