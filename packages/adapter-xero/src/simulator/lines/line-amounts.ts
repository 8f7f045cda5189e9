import { fromScaled, multiplyAndDivide, toScaled } from '../money/scaled.js';
import type { Hundredths } from '../books/held-records.js';
import type { LineElement } from './line-element.js';

/** Quantity and unit amount in ten-thousandths, and what they come to. */
export interface LineAmounts {
  readonly quantity: number;
  readonly unitAmount: number;
  readonly lineAmount: Hundredths;
}

/** 9,999,999,999.99. Source: Xero Accounting API, Bank Transactions. */
const LARGEST_LINE = 999_999_999_999;
const NOTHING: LineAmounts = { quantity: 10_000, unitAmount: 0, lineAmount: 0 };

/**
 * Reads quantity, unit amount and line amount, which must agree where all are sent.
 *
 * @param unitPlaces 2, or 4 where the call says `unitdp=4`.
 */
export function lineAmounts(
  line: LineElement,
  { unitPlaces, isDraft }: { unitPlaces: 2 | 4; isDraft: boolean },
  fail: (message: string) => void,
): LineAmounts {
  const { Quantity = '1', UnitAmount, LineAmount } = line;
  const quantity = Quantity.length > 13 ? null : toScaled(Quantity, 4);
  if (quantity === null || quantity <= 0) {
    fail('The line item Quantity must be greater than zero, of at most 4 decimals and 13 characters.');
    return NOTHING;
  }
  const given = LineAmount === undefined ? undefined : toScaled(LineAmount, 2);
  if (given === null) fail(`The line amount ${LineAmount} has more than 2 decimals.`);
  if (UnitAmount === undefined) return withoutUnitAmount(quantity, given ?? undefined, { isDraft, fail });
  const units = toScaled(UnitAmount, unitPlaces);
  if (units === null) {
    fail(`The UnitAmount ${UnitAmount} has more than ${unitPlaces} decimals.`);
    return NOTHING;
  }
  if (units === 0) fail('The line item UnitAmount must not be zero.');
  const unitAmount = unitPlaces === 2 ? units * 100 : units;
  const lineAmount = multiplyAndDivide(quantity, unitAmount, 1_000_000);
  if (Math.abs(lineAmount) > LARGEST_LINE) fail(`The line amount must not exceed ${fromScaled(LARGEST_LINE, 2)}.`);
  if (given !== undefined && given !== null && given !== lineAmount)
    fail(`The line total ${fromScaled(given, 2)} does not match the expected line total ${fromScaled(lineAmount, 2)}`);
  return { quantity, unitAmount, lineAmount };
}

function withoutUnitAmount(
  quantity: number,
  lineAmount: Hundredths | undefined,
  { isDraft, fail }: { isDraft: boolean; fail: (message: string) => void },
): LineAmounts {
  if (lineAmount === undefined) {
    if (!isDraft) fail('The line item must have a UnitAmount.');
    return NOTHING;
  }
  if (lineAmount === 0) fail('The line item UnitAmount must not be zero.');
  return { quantity, unitAmount: multiplyAndDivide(lineAmount, 1_000_000, quantity), lineAmount };
}
