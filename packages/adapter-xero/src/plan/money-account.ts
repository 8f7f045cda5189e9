import { formatMoney, type AccountingEntry, type AccountReference } from '@ledgerferry/core';
import { xeroProblem } from '../errors/xero-errors.js';
import type { XeroAccount } from '../reference-data/xero-facts.js';
import { decided, undecided, type Decision } from './decision.js';
import { accountLabel, isBank, resolveAccount } from './resolve-account.js';
import type { XeroBooks } from './xero-books.js';

/** The account of an entry's money side. That of the Pleo balance must be a bank account; `connection.bankAccounts` wins for it. */
export function moneyAccount(entry: AccountingEntry, books: XeroBooks): Decision<XeroAccount> {
  const resolved = resolveAccount(settlementOf(entry, books), books.facts);
  if ('problems' in resolved) return resolved;
  const account = resolved.value;
  if (entry.settlement.role === 'wallet' && !isBank(account)) {
    const found = `The account of the Pleo balance in ${entry.amount.currency}, ${accountLabel(account)}, is not a bank account in Xero.`;
    return undecided(xeroProblem('XERO_WALLET_NOT_BANK', found));
  }
  return inCurrencyOf(entry, account, books);
}

/** Xero takes a document's currency from its bank account, and knows none but its own where there is no bank account. */
export function inCurrencyOf(
  { amount }: AccountingEntry,
  account: XeroAccount,
  { facts }: XeroBooks,
): Decision<XeroAccount> {
  const { baseCurrency } = facts.organisation;
  const currency = account.currency ?? baseCurrency;
  if (currency === amount.currency) return decided(account);
  return isBank(account)
    ? undecided(
        xeroProblem('XERO_BANK_CURRENCY', `${kept(account, currency)}, and the entry is ${formatMoney(amount)}.`),
      )
    : undecided(
        xeroProblem(
          'XERO_CURRENCY_NOT_BASE',
          `${kept(account, currency)} and is not a bank account, and the entry is ${formatMoney(amount)}.`,
        ),
      );
}

function settlementOf({ settlement, amount }: AccountingEntry, { connection }: XeroBooks): AccountReference {
  const { bankAccounts } = connection;
  const isSet = settlement.role === 'wallet' && Object.hasOwn(bankAccounts, amount.currency);
  const code = isSet ? bankAccounts[amount.currency] : undefined;
  return code === undefined ? settlement : { role: 'wallet', code, identifier: null, name: null };
}

function kept(account: XeroAccount, currency: string): string {
  return `The account ${accountLabel(account)} is kept in ${currency}`;
}
