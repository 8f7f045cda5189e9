import type { Hundredths, LineAmountTypes } from '../books/held-records.js';
import { multiplyAndDivide, toScaled } from './scaled.js';

/** Rates have up to four decimals: 25.0000 per cent is 250,000. */
const WHOLE = 1_000_000;

/**
 * The tax of a line by Xero's own rule: per line, to two decimals, halves up.
 * Source: Xero, API guide "Tax in Xero".
 */
export function lineTax(lineAmount: Hundredths, effectiveRate: string, types: LineAmountTypes): Hundredths {
  const rate = toScaled(effectiveRate, 4);
  if (rate === null)
    throw new Error(`The rate ${effectiveRate} of the organisation is no decimal of up to four places.`);
  if (types === 'NoTax') return 0;
  return multiplyAndDivide(lineAmount, rate, types === 'Inclusive' ? WHOLE + rate : WHOLE);
}
