import {
  formatMoney,
  refused,
  resolved,
  type AccountingEntry,
  type AccountReference,
  type Resolution,
} from '@ledgerferry/core';
import { xeroProblem } from '../errors/xero-errors.js';
import type { XeroAccount } from '../reference-data/xero-facts.js';
import type { BookingContext } from './booking-context.js';
import { accountLabel, isBank, resolveAccount } from './resolve-account.js';

/** The account of an entry's money side. That of the Pleo balance must be a bank account; `connection.bankAccounts` wins for it. */
export function moneyAccount(entry: AccountingEntry, context: BookingContext): Resolution<XeroAccount> {
  const resolution = resolveAccount(settlementOf(entry, context), context.facts);
  if ('problems' in resolution) return resolution;
  const account = resolution.value;
  if (entry.settlement.role === 'wallet' && !isBank(account)) {
    const found = `The account of the Pleo balance in ${entry.amount.currency}, ${accountLabel(account)}, is not a bank account in Xero.`;
    return refused(xeroProblem('XERO_WALLET_NOT_BANK', found));
  }
  return inCurrencyOf(entry, account, context);
}

/** Xero takes a document's currency from its bank account, and knows none but its own where there is no bank account. */
export function inCurrencyOf(
  { amount }: AccountingEntry,
  account: XeroAccount,
  { facts }: BookingContext,
): Resolution<XeroAccount> {
  const { baseCurrency } = facts.organisation;
  const currency = account.currency ?? baseCurrency;
  if (currency === amount.currency) return resolved(account);
  return isBank(account)
    ? refused(xeroProblem('XERO_BANK_CURRENCY', `${kept(account, currency)}, and the entry is ${formatMoney(amount)}.`))
    : refused(
        xeroProblem(
          'XERO_CURRENCY_NOT_BASE',
          `${kept(account, currency)} and is not a bank account, and the entry is ${formatMoney(amount)}.`,
        ),
      );
}

function settlementOf({ settlement, amount }: AccountingEntry, { connection }: BookingContext): AccountReference {
  const { bankAccounts } = connection;
  const isSet = settlement.role === 'wallet' && Object.hasOwn(bankAccounts, amount.currency);
  const code = isSet ? bankAccounts[amount.currency] : undefined;
  return code === undefined ? settlement : { role: 'wallet', code, identifier: null, name: null };
}

function kept(account: XeroAccount, currency: string): string {
  return `The account ${accountLabel(account)} is kept in ${currency}`;
}
