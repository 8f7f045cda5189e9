/** A decimal number, exactly: `units` divided by ten to the power of `places`. */
export interface Decimal {
  readonly units: bigint;
  readonly places: number;
}

/** Null where the text is no decimal number; JSON's exponents are read too. */
export function readDecimal(text: string): Decimal | null {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,2}))?$/.exec(text);
  if (!match) return null;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const units = BigInt(`${sign}${whole}${fraction}`);
  const places = fraction.length - Number(exponent);
  return places < 0 ? { units: units * 10n ** BigInt(-places), places: 0 } : { units, places };
}

/** In units of so many places; null where that loses digits. */
export function inPlaces({ units, places }: Decimal, wanted: number): bigint | null {
  if (places <= wanted) return units * 10n ** BigInt(wanted - places);
  const divisor = 10n ** BigInt(places - wanted);
  return units % divisor === 0n ? units / divisor : null;
}

/** Half away from zero. */
export function divideRounded(dividend: bigint, divisor: bigint): bigint {
  const isNegative = dividend < 0n !== divisor < 0n;
  const [above, below] = [dividend < 0n ? -dividend : dividend, divisor < 0n ? -divisor : divisor];
  const rounded = (above * 2n + below) / (below * 2n);
  return isNegative ? -rounded : rounded;
}

/** Plain decimal text, with all its places. */
export function writeDecimal({ units, places }: Decimal): string {
  const digits = String(units < 0n ? -units : units).padStart(places + 1, '0');
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return units < 0n ? `-${text}` : text;
}

/** As databases write numbers: no zeros at the end, no zero before the point's own. */
export function trimDecimal(decimal: Decimal): string {
  const text = writeDecimal(decimal);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** Less than, equal to or greater than zero, as the first is to the second. */
export function compareDecimals(one: Decimal, other: Decimal): number {
  const places = Math.max(one.places, other.places);
  const difference = (inPlaces(one, places) ?? 0n) - (inPlaces(other, places) ?? 0n);
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

export function addDecimals(one: Decimal, other: Decimal): Decimal {
  const places = Math.max(one.places, other.places);
  return { units: (inPlaces(one, places) ?? 0n) + (inPlaces(other, places) ?? 0n), places };
}
