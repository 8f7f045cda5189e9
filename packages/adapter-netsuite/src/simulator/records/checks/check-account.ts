import type { AccountType } from '../../account/netsuite-account.js';
import type { Books } from '../../books/books.js';
import type { HeldAccount } from '../../books/held-records.js';
import { baseCurrencyId } from '../../books/seed-records.js';
import { invalidValue, userError } from '../../http/problems.js';
import { Refusal } from '../../http/refusal.js';
import { checkOpenTo } from './check-open-to.js';

/** Where an account is used: in which field, of what transaction. */
export interface AccountUse {
  readonly path: string;
  readonly subsidiaryId: string | null;
  readonly currencyId: string;
  /** Types that fit there. */
  readonly fits: (type: AccountType) => boolean;
}

/** @throws {Refusal} where an account cannot be used so: inactive, a sum, of another type, subsidiary or currency. */
export function checkAccount(accountId: string, use: AccountUse, books: Books): void {
  const account = books.accounts.get(accountId);
  const isUsable = account !== null && !account.isInactive && !account.isSummary && use.fits(account.type);
  if (!isUsable) throw new Refusal(400, [invalidValue(accountId, 'account', use.path)]);
  checkOpenTo(use.subsidiaryId, account, 'account', books);
  checkCurrency(account, use, books);
}

/** Accounts that are kept in one currency take no other, unless it is that of the books themselves. */
function checkCurrency({ currencyId, name }: HeldAccount, use: AccountUse, books: Books): void {
  const isOwn = currencyId === null || currencyId === use.currencyId;
  if (isOwn || currencyId === baseCurrencyId(use.subsidiaryId, books)) return;
  throw userError(
    `The currency of the transaction is not that of the account ${name}.`,
    `Die Währung der Transaktion ist nicht die des Kontos ${name}.`,
  );
}

/** What nothing can be posted to. */
export function isPosting(type: AccountType): boolean {
  return type !== 'NonPosting' && type !== 'Stat';
}

/** What a line of a bill can stand on. */
export function isCost(type: AccountType): boolean {
  return isPosting(type) && type !== 'AcctPay' && type !== 'AcctRec' && type !== 'Bank' && type !== 'CredCard';
}

export function isPayables(type: AccountType): boolean {
  return type === 'AcctPay';
}

/** What a bill can be paid from. */
export function paysBills(type: AccountType): boolean {
  return type === 'Bank' || type === 'CredCard';
}
