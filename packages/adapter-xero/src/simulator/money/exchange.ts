import type { Hundredths } from '../books/held-records.js';
import { multiplyAndDivide, toScaled } from './scaled.js';

/** The amount in another currency, by the rates of both: units for one unit of the base currency, with up to six decimals. */
export function exchange(amount: Hundredths, fromRate: string, toRate: string): Hundredths {
  const from = toScaled(fromRate, 6);
  const to = toScaled(toRate, 6);
  if (from === null || to === null || from === 0)
    throw new Error(`${fromRate} and ${toRate} are no rates of currencies.`);
  return multiplyAndDivide(amount, to, from);
}
