import { codeAndName, formatMoney, refused, resolved, type EntryLine, type Resolution } from '@ledgerferry/core';
import { xeroProblem } from '../errors/xero-errors.js';
import type { XeroAccount, XeroFacts, XeroTaxRate } from '../reference-data/xero-facts.js';
import { accountLabel } from './resolve-account.js';

/** What a line without tax says; never leave it out, or Xero takes the account's own. Source: Xero, Tax in Xero. */
export const NO_TAX = 'NONE';

/** The rate of a line on an account; null where it has none, or the organisation pays no tax. Source: Xero, TaxRates: CanApplyTo. */
export function taxRateOf({ tax }: EntryLine, account: XeroAccount, facts: XeroFacts): Resolution<XeroTaxRate | null> {
  if (tax === null || !facts.organisation.paysTax) return resolved(null);
  const code = tax.code?.trim() ?? '';
  if (code === '') return tax.amount.minorUnits === 0 ? resolved(null) : withoutCode(formatMoney(tax.amount));
  const rate = facts.taxRates.find(({ taxType }) => taxType === code);
  if (!rate) return refused(xeroProblem('XERO_TAX_TYPE_UNKNOWN', `Xero has no tax rate with the tax type ${code}.`));
  if (rate.status !== 'ACTIVE') {
    const found = `The tax rate ${taxRateLabel(rate)} is no longer active in Xero.`;
    return refused(xeroProblem('XERO_TAX_TYPE_INACTIVE', found));
  }
  if (!rate.appliesTo.has(account.class)) {
    const found = `The tax rate ${taxRateLabel(rate)} cannot be used with the account ${accountLabel(account)} in Xero.`;
    return refused(xeroProblem('XERO_TAX_TYPE_NOT_FOR_ACCOUNT', found));
  }
  return resolved(rate);
}

/** As a bookkeeper knows it: `INPUT2 "20% (VAT on Expenses)"`. */
export function taxRateLabel({ taxType, name }: XeroTaxRate): string {
  return codeAndName(taxType, name);
}

function withoutCode(amount: string): Resolution<never> {
  return refused(xeroProblem('XERO_TAX_CODE_MISSING', `A line contains ${amount} of tax, and Pleo names no tax code.`));
}
