import {
  refused,
  resolved,
  resolveEach,
  toDecimal,
  type AccountReference,
  type EntryLine,
  type Resolution,
} from '@ledgerferry/core';
import { xeroProblem } from '../errors/xero-errors.js';
import type { XeroAccount } from '../reference-data/xero-facts.js';
import type { XeroRecord } from '../xero-record.js';
import type { BookingContext } from './booking-context.js';
import { accountLabel, accountOfLine, isBank, isOrdinary, resolveAccount } from './resolve-account.js';
import { taxedParts, type TaxedPart } from './taxed-parts.js';
import { trackingOf, type Tracking } from './tracking-of.js';

/** A line as Xero will hold it. */
export interface BookedLine extends TaxedPart {
  readonly account: XeroAccount;
  readonly tracking: readonly Tracking[];
}

/** The lines of a document, those that are split included. */
export function bookedLines(
  lines: readonly EntryLine[],
  context: BookingContext,
  options: { readonly takesTaxAmounts: boolean },
): Resolution<readonly BookedLine[]> {
  const each = resolveEach(lines.map((line) => bookedLine(line, context, options)));
  return 'problems' in each ? each : resolved(each.value.flat());
}

/** As bank transactions, bills and credit notes take them. One piece of the whole price: nothing is left for Xero to multiply. */
export function lineItem({ account, gross, taxType, taxAmount, tracking }: BookedLine, text: string): XeroRecord {
  return {
    Description: text,
    Quantity: 1,
    UnitAmount: toDecimal(gross),
    ...accountOfLine(account),
    TaxType: taxType,
    ...(taxAmount ? { TaxAmount: toDecimal(taxAmount) } : {}),
    Tracking: tracking.map(({ category, option }) => ({
      TrackingCategoryID: category.trackingCategoryId,
      TrackingOptionID: option.trackingOptionId,
    })),
  };
}

/** Never left out, because Xero's default differs from record to record. An organisation without tax has none. */
export function lineAmountTypes({ facts }: BookingContext): 'Inclusive' | 'NoTax' {
  return facts.organisation.paysTax ? 'Inclusive' : 'NoTax';
}

function bookedLine(
  line: EntryLine,
  context: BookingContext,
  options: { readonly takesTaxAmounts: boolean },
): Resolution<readonly BookedLine[]> {
  const account = accountForLines(line.account, context);
  if ('problems' in account) return account;
  const tracking = trackingOf(line, context);
  if ('problems' in tracking) return tracking;
  const parts = taxedParts(line, account.value, context, options);
  if ('problems' in parts) return parts;
  return resolved(parts.value.map((part) => ({ ...part, account: account.value, tracking: tracking.value })));
}

/** Source: Xero Accounting API, BankTransactions and ManualJournals: no lines on bank accounts, nor on what Xero itself posts to. */
function accountForLines(reference: AccountReference, { facts }: BookingContext): Resolution<XeroAccount> {
  const account = resolveAccount(reference, facts);
  if ('problems' in account || isOrdinary(account.value)) return account;
  const what = isBank(account.value) ? 'is a bank account' : 'is one that Xero itself posts to';
  const found = `The account ${accountLabel(account.value)} ${what}, so that no line can be booked on it.`;
  return refused(xeroProblem('XERO_ACCOUNT_NOT_FOR_LINES', found));
}
