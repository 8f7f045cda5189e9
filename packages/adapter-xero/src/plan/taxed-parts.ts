import {
  formatMoney,
  refused,
  resolved,
  type EntryLine,
  type EntryTax,
  type Money,
  type Resolution,
} from '@ledgerferry/core';
import { xeroProblem } from '../errors/xero-errors.js';
import type { XeroAccount, XeroTaxRate } from '../reference-data/xero-facts.js';
import type { BookingContext } from './booking-context.js';
import { toHundredths } from './hundredths.js';
import { resolveAccount } from './resolve-account.js';
import { splitByTax, taxIncluded } from './split-tax.js';
import { NO_TAX, taxRateLabel, taxRateOf } from './tax-rate-of.js';

/** A line, or one of the two parts of a line whose tax is not what Xero works out. */
export interface TaxedPart {
  readonly gross: Money;
  readonly taxType: string;
  /** Sent where it differs from what Xero works out; null elsewhere. */
  readonly taxAmount: Money | null;
}

/**
 * How a line is taxed. Pleo's tax is booked to the cent: bills and credit notes take another amount than Xero's own, save where that is
 * nothing; elsewhere the line is split. Reverse charge is no part of the price, and Xero's rates for it account for it themselves.
 *
 * Source: Xero, Bank transactions (tax must be what Xero works out); Invoices (it may be overridden).
 */
export function taxedParts(
  line: EntryLine,
  account: XeroAccount,
  { facts }: BookingContext,
  { takesTaxAmounts }: { readonly takesTaxAmounts: boolean },
): Resolution<readonly TaxedPart[]> {
  const rate = taxRateOf(line, account, facts);
  if ('problems' in rate) return rate;
  const { gross, tax } = line;
  if (rate.value === null || tax === null) return resolved([{ gross, taxType: NO_TAX, taxAmount: null }]);
  const { taxType } = rate.value;
  if (!differs(gross, tax, rate.value)) return resolved([{ gross, taxType, taxAmount: null }]);
  if (!takesTaxAmounts) return split(gross, tax, rate.value);
  if (taxIncluded(gross, rate.value.effectiveRate).minorUnits === 0)
    return refused(xeroProblem('XERO_TAX_DIFFERS', difference(gross, tax, rate.value)));
  return resolved([{ gross, taxType, taxAmount: tax.amount }]);
}

/** True where a line's tax is not what Xero works out. */
export function hasTaxDifference(line: EntryLine, { facts }: BookingContext): boolean {
  const account = resolveAccount(line.account, facts);
  const rate = 'value' in account ? taxRateOf(line, account.value, facts) : null;
  return line.tax !== null && rate !== null && 'value' in rate && rate.value !== null
    ? differs(line.gross, line.tax, rate.value)
    : false;
}

function differs(gross: Money, tax: EntryTax, { effectiveRate }: XeroTaxRate): boolean {
  return tax.treatment !== 'reverse' && toHundredths(taxIncluded(gross, effectiveRate)) !== toHundredths(tax.amount);
}

function split(gross: Money, tax: EntryTax, rate: XeroTaxRate): Resolution<readonly TaxedPart[]> {
  const found = splitByTax(gross, tax.amount, rate.effectiveRate);
  if (!found) return refused(xeroProblem('XERO_TAX_DIFFERS', difference(gross, tax, rate)));
  const taxed: TaxedPart = { gross: found.taxed, taxType: rate.taxType, taxAmount: null };
  const untaxed: TaxedPart = { gross: found.untaxed, taxType: NO_TAX, taxAmount: null };
  return resolved([taxed, untaxed].filter((part) => part.gross.minorUnits !== 0));
}

function difference(gross: Money, tax: EntryTax, rate: XeroTaxRate): string {
  const own = formatMoney(taxIncluded(gross, rate.effectiveRate));
  return `Pleo states ${formatMoney(tax.amount)} of tax in a line of ${formatMoney(gross)}, and by the tax rate ${taxRateLabel(rate)} it is ${own} in Xero.`;
}
