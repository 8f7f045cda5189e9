import { describe, expect, test } from 'vitest';
import { currencyExponent } from '../../src/model/currency.js';

describe('decimal places of a currency', () => {
  test.each([
    ['DKK', 2],
    ['EUR', 2],
    ['SEK', 2],
    ['JPY', 0],
    ['ISK', 0],
    ['KRW', 0],
    ['BHD', 3],
    ['KWD', 3],
    ['CLF', 4],
  ])('%s has %i', (currency, exponent) => {
    expect(currencyExponent(currency)).toBe(exponent);
  });

  test.each(['UNDEFINED', 'XXX', 'XTS', 'XAU', 'XDR', '', 'ABC'])('%s names no money', (currency) => {
    expect(currencyExponent(currency)).toBeUndefined();
  });

  test('a customer can say otherwise', () => {
    expect(currencyExponent('ISK', { ISK: 2 })).toBe(2);
    expect(currencyExponent('DKK', { ISK: 2 })).toBe(2);
  });
});
