/**
 * An amount as an integer of minor units (cents), with its currency and that currency's exponent: 895.20 DKK is
 * `{ currency: 'DKK', minorUnits: 89520, exponent: 2 }`. Always a safe integer.
 */
export interface Money {
  readonly currency: string;
  readonly minorUnits: number;
  readonly exponent: number;
}

/** Makes an amount. Throws a RangeError where `minorUnits` is not a safe integer: nothing is rounded. */
export function money(currency: string, minorUnits: number, exponent: number): Money {
  if (!Number.isSafeInteger(minorUnits))
    throw new RangeError(`${minorUnits} ${currency} is not a whole number of minor units`);
  return { currency, minorUnits: minorUnits === 0 ? 0 : minorUnits, exponent };
}

/** The same currency with another number of minor units. */
export function withMinorUnits(amount: Money, minorUnits: number): Money {
  return money(amount.currency, minorUnits, amount.exponent);
}

/** The sum of two amounts of one currency. Throws a RangeError where the currencies differ. */
export function addMoney(left: Money, right: Money): Money {
  demandSameCurrency(left, right);
  return withMinorUnits(left, left.minorUnits + right.minorUnits);
}

/** `left` less `right`. Throws a RangeError where the currencies differ. */
export function subtractMoney(left: Money, right: Money): Money {
  return addMoney(left, negateMoney(right));
}

export function negateMoney(amount: Money): Money {
  return withMinorUnits(amount, -amount.minorUnits);
}

export function isSameMoney(left: Money, right: Money): boolean {
  return left.currency === right.currency && left.exponent === right.exponent && left.minorUnits === right.minorUnits;
}

/** The amount as a plain decimal, such as `895.20`, `-0.05` or `1500` for a currency without minor units. */
export function toDecimal(amount: Money): string {
  const digits = String(Math.abs(amount.minorUnits)).padStart(amount.exponent + 1, '0');
  const whole = digits.slice(0, digits.length - amount.exponent);
  const fraction = digits.slice(digits.length - amount.exponent);
  return `${amount.minorUnits < 0 ? '-' : ''}${whole}${fraction ? `.${fraction}` : ''}`;
}

/** The amount as people write it: `895.20 DKK`. */
export function formatMoney(amount: Money): string {
  return `${toDecimal(amount)} ${amount.currency}`;
}

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/** Reads a plain decimal exactly. Throws a RangeError where it is no decimal or has more places than the currency. */
export function parseDecimal(text: string, currency: string, exponent: number): Money {
  const match = DECIMAL.exec(text);
  const fraction = match?.[3] ?? '';
  if (!match || fraction.length > exponent) {
    throw new RangeError(`"${text}" is not an amount of ${currency}, which has ${exponent} decimal places`);
  }
  return money(currency, Number(`${match[1]}${match[2]}${fraction.padEnd(exponent, '0')}`), exponent);
}

/**
 * Reads an amount as a ledger shows it: zeros at its end, as in `1500.00` JPY, and none before its point, as in `.5`, make no difference.
 * Null where the digits are not an amount of the currency.
 */
export function readLedgerAmount(digits: string, currency: string, exponent: number): Money | null {
  const [match, sign = '', whole = '', places = ''] = LEDGER_DECIMAL.exec(digits) ?? [];
  if (match === undefined || places.length > exponent) return null;
  return parseDecimal(`${sign}${whole || '0'}${places === '' ? '' : `.${places}`}`, currency, exponent);
}

const LEDGER_DECIMAL = /^(-?)(?=\.?\d)(\d*)(?:\.(\d*?)0*)?$/;

function demandSameCurrency(left: Money, right: Money): void {
  if (left.currency !== right.currency || left.exponent !== right.exponent) {
    throw new RangeError(`${formatMoney(left)} and ${formatMoney(right)} are not of one currency`);
  }
}
