import { jsonNumber } from '@ledgerferry/http';

/**
 * The decimal text as a whole number of units of so many decimal places; null where it is no plain decimal, has further decimals
 * that are not zero, or is too large to be exact.
 */
export function toScaled(decimal: string, places: number): number | null {
  const parts = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal);
  if (!parts) return null;
  const [, sign = '', whole = '', given = ''] = parts;
  const fraction = given.replace(/0+$/, '');
  if (fraction.length > places) return null;
  const scaled = Number(`${sign}${whole}${fraction.padEnd(places, '0')}`);
  return Number.isSafeInteger(scaled) ? scaled + 0 : null;
}

/** The decimal text of a whole number of units of so many decimal places. */
export function fromScaled(scaled: number, places: number): string {
  const digits = String(Math.abs(scaled)).padStart(places + 1, '0');
  return `${scaled < 0 ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** An amount as answers show it: a JSON number with two decimals. */
export function amountOf(hundredths: number): unknown {
  return jsonNumber(fromScaled(hundredths, 2));
}

/** `left × right ÷ divisor`, rounded to the nearest whole number, halves away from zero. Exact for any size. */
export function multiplyAndDivide(left: number, right: number, divisor: number): number {
  const product = BigInt(left) * BigInt(right);
  const by = BigInt(divisor);
  const size = product < 0n ? -product : product;
  const rounded = (2n * size + by) / (2n * by);
  return Number(product < 0n ? -rounded : rounded);
}
