import {
  accountInWords,
  codeAndName,
  formatMoney,
  refused,
  resolved,
  type AccountReference,
  type Money,
  type Resolution,
} from '@ledgerferry/core';
import { netsuiteProblem } from '../errors/netsuite-errors.js';
import type { NetsuiteAccount, NetsuiteFacts } from '../reference-data/netsuite-facts.js';
import { baseCurrencyId, currencyBySymbol } from './currency-of.js';
import { isOpenTo } from './pick-usable.js';
import { subsidiaryName } from './subsidiary-name.js';

/**
 * The account of the chart that is meant, where an amount can be booked on it: by Pleo's identifier as internal or external id, else by
 * its number. Accounts without a number go by an id in its place; those with one do not, because a wrong number could be another's id.
 */
export function resolveAccount(
  reference: AccountReference,
  amount: Money,
  facts: NetsuiteFacts,
): Resolution<NetsuiteAccount> {
  const account = find(reference, facts.accounts);
  if (!account)
    return refused(
      netsuiteProblem('NETSUITE_ACCOUNT_UNKNOWN', `NetSuite has no account ${accountInWords(reference)}.`),
    );
  const label = accountLabel(account);
  if (account.isInactive)
    return refused(netsuiteProblem('NETSUITE_ACCOUNT_INACTIVE', `The account ${label} is inactive in NetSuite.`));
  if (account.isSummary || NOT_POSTED_TO.includes(account.type))
    return refused(
      netsuiteProblem('NETSUITE_ACCOUNT_NOT_FOR_POSTING', `Nothing can be booked on the account ${label}.`),
    );
  if (!isOpenTo(account, facts.subsidiary)) {
    const found = `The account ${label} is not open to ${subsidiaryName(facts)}.`;
    return refused(netsuiteProblem('NETSUITE_ACCOUNT_SUBSIDIARY', found));
  }
  return inCurrency(account, amount, facts);
}

/** As a bookkeeper knows it: `3620 "Software"`. */
export function accountLabel({ number, name }: Pick<NetsuiteAccount, 'number' | 'name'>): string {
  return codeAndName(number, name);
}

/** Owed to vendors: bills are booked on accounts of this type alone. Source: Oracle, Vendor Bill: Account. */
export function isPayable({ type }: NetsuiteAccount): boolean {
  return type === 'AcctPay';
}

/** What bills can be paid from. Source: Oracle, Vendor Payment: Account. */
export function canPayBills({ type }: NetsuiteAccount): boolean {
  return type === 'Bank' || type === 'CredCard';
}

/** Source: Oracle, Account: Type. */
const NOT_POSTED_TO: readonly string[] = ['NonPosting', 'Stat'];

/** An account in the currency of the books may take others too: that is left to NetSuite. */
function inCurrency(account: NetsuiteAccount, amount: Money, facts: NetsuiteFacts): Resolution<NetsuiteAccount> {
  const { currency } = account;
  const isFitting =
    currency === null ||
    currency === currencyBySymbol(amount.currency, facts)?.id ||
    currency === baseCurrencyId(facts);
  if (isFitting) return resolved(account);
  const symbol = facts.currencies?.find(({ id }) => id === currency)?.symbol ?? 'another currency';
  const found = `The account ${accountLabel(account)} is kept in ${symbol}, and the amount is ${formatMoney(amount)}.`;
  return refused(netsuiteProblem('NETSUITE_ACCOUNT_CURRENCY', found));
}

function find(
  { code, identifier }: AccountReference,
  accounts: readonly NetsuiteAccount[],
): NetsuiteAccount | undefined {
  const byNumber = () => {
    const found = accounts.filter(({ number }) => code !== null && number === code);
    return found.find(({ isInactive }) => !isInactive) ?? found[0];
  };
  const unnumbered = () => accounts.filter(({ number }) => number === null);
  return byId(identifier, accounts) ?? byNumber() ?? byId(code, unnumbered());
}

function byId(wanted: string | null, accounts: readonly NetsuiteAccount[]): NetsuiteAccount | undefined {
  if (wanted === null) return undefined;
  return accounts.find(({ id }) => id === wanted) ?? accounts.find(({ externalId }) => externalId === wanted);
}
