import { toDecimal, type AccountReference, type EntryLine } from '@ledgerferry/core';
import { xeroProblem } from '../errors/xero-errors.js';
import type { XeroAccount } from '../reference-data/xero-facts.js';
import { decideAll, decided, undecided, type Decision } from './decision.js';
import { accountLabel, accountOfLine, isBank, isOrdinary, resolveAccount } from './resolve-account.js';
import { taxedParts, type TaxedPart } from './taxed-parts.js';
import { trackingOf, type Tracking } from './tracking-of.js';
import type { XeroBooks } from './xero-books.js';
import type { XeroRecord } from './xero-record.js';

/** A line as Xero will hold it. */
export interface BookedLine extends TaxedPart {
  readonly account: XeroAccount;
  readonly tracking: readonly Tracking[];
}

/** The lines of a document, those that are split included. */
export function bookedLines(
  lines: readonly EntryLine[],
  books: XeroBooks,
  options: { readonly takesTaxAmounts: boolean },
): Decision<readonly BookedLine[]> {
  const each = decideAll(lines.map((line) => bookedLine(line, books, options)));
  return 'problems' in each ? each : decided(each.value.flat());
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
export function lineAmountTypes({ facts }: XeroBooks): 'Inclusive' | 'NoTax' {
  return facts.organisation.paysTax ? 'Inclusive' : 'NoTax';
}

function bookedLine(
  line: EntryLine,
  books: XeroBooks,
  options: { readonly takesTaxAmounts: boolean },
): Decision<readonly BookedLine[]> {
  const account = accountForLines(line.account, books);
  if ('problems' in account) return account;
  const tracking = trackingOf(line, books);
  if ('problems' in tracking) return tracking;
  const parts = taxedParts(line, account.value, books, options);
  if ('problems' in parts) return parts;
  return decided(parts.value.map((part) => ({ ...part, account: account.value, tracking: tracking.value })));
}

/** Source: Xero Accounting API, BankTransactions and ManualJournals: no lines on bank accounts, nor on what Xero itself posts to. */
function accountForLines(reference: AccountReference, { facts }: XeroBooks): Decision<XeroAccount> {
  const account = resolveAccount(reference, facts);
  if ('problems' in account || isOrdinary(account.value)) return account;
  const what = isBank(account.value) ? 'is a bank account' : 'is one that Xero itself posts to';
  const found = `The account ${accountLabel(account.value)} ${what}, so that no line can be booked on it.`;
  return undecided(xeroProblem('XERO_ACCOUNT_NOT_FOR_LINES', found));
}
