import { refused, resolved, type AccountingEntry, type AccountReference, type Resolution } from '@ledgerferry/core';
import { netsuiteProblem } from '../errors/netsuite-errors.js';
import type { NetsuiteAccount, NetsuiteVendor } from '../reference-data/netsuite-facts.js';
import type { NetsuiteBooks } from './netsuite-books.js';
import { accountLabel, isPayable, resolveAccount } from './resolve-account.js';
import { vendorOf } from './vendor-of.js';

/** What a bill, a credit and their payments have in common: to whom, and on which account it is owed. */
export interface PayableSide {
  readonly vendor: NetsuiteVendor;
  readonly account: NetsuiteAccount;
}

/** The vendor, and the account for debts to vendors. */
export function payableSide(
  entry: AccountingEntry,
  payable: AccountReference,
  { facts }: NetsuiteBooks,
): Resolution<PayableSide> {
  const vendor = vendorOf(entry, facts);
  if ('problems' in vendor) return vendor;
  const account = resolveAccount(payable, entry.amount, facts);
  if ('problems' in account) return account;
  if (isPayable(account.value)) return resolved({ vendor: vendor.value, account: account.value });
  const found = `The account ${accountLabel(account.value)} is not of the type Accounts Payable.`;
  return refused(netsuiteProblem('NETSUITE_PAYABLE_ACCOUNT', found));
}
