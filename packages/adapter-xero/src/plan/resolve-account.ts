import {
  accountInWords,
  codeAndName,
  refused,
  resolved,
  type AccountReference,
  type Resolution,
} from '@ledgerferry/core';
import { xeroProblem } from '../errors/xero-errors.js';
import type { XeroAccount, XeroFacts } from '../reference-data/xero-facts.js';

/** The account of the chart that is meant: by Xero's id where Pleo knows it, else by code. Settings may give an id as code. */
export function resolveAccount(reference: AccountReference, { accounts }: XeroFacts): Resolution<XeroAccount> {
  const account = find(reference, accounts);
  if (!account)
    return refused(xeroProblem('XERO_ACCOUNT_UNKNOWN', `Xero has no account ${accountInWords(reference)}.`));
  if (account.status !== 'ACTIVE') {
    const found = `The account ${accountLabel(account)} is no longer active in Xero.`;
    return refused(xeroProblem('XERO_ACCOUNT_ARCHIVED', found));
  }
  return resolved(account);
}

/** True for an account that costs, debts and the like may be booked on. Source: Xero, Bank transactions; Manual journals. */
export function isOrdinary({ type, systemAccount }: XeroAccount): boolean {
  return type !== BANK && !systemAccount;
}

export function isBank({ type }: XeroAccount): boolean {
  return type === BANK;
}

/** As a bookkeeper knows it: `404 "Bank fees"`. */
export function accountLabel({ code, name }: Pick<XeroAccount, 'code' | 'name'>): string {
  return codeAndName(code, name);
}

/** How a line names its account. Bank accounts may have no code. */
export function accountOfLine({ code, accountId }: XeroAccount): { AccountCode: string } | { AccountID: string } {
  return code === null ? { AccountID: accountId } : { AccountCode: code };
}

/** How a document names a bank account, or one that pays. */
export function accountOfDocument({ code, accountId }: XeroAccount): { Code: string } | { AccountID: string } {
  return code === null ? { AccountID: accountId } : { Code: code };
}

const BANK = 'BANK';

function find({ code, identifier }: AccountReference, accounts: readonly XeroAccount[]): XeroAccount | undefined {
  const byCode = () => (code === null ? undefined : accounts.find((account) => account.code === code));
  return findById(identifier, accounts) ?? byCode() ?? findById(code, accounts);
}

function findById(id: string | null, accounts: readonly XeroAccount[]): XeroAccount | undefined {
  const wanted = id?.toLowerCase();
  return wanted ? accounts.find(({ accountId }) => accountId.toLowerCase() === wanted) : undefined;
}
