import type { AccountReference } from '@ledgerferry/core';
import { xeroProblem } from '../errors/xero-errors.js';
import { decided, undecided, type Decision } from './decision.js';
import { accountLabel, isBank, resolveAccount } from './resolve-account.js';
import type { XeroBooks } from './xero-books.js';

/** How what employees paid themselves is booked: as the settings say, else by what the out-of-pocket account is. */
export function outOfPocketMode(
  account: AccountReference,
  { facts, connection }: XeroBooks,
): Decision<'bills' | 'bank-transactions'> {
  if (connection.outOfPocket === 'bills') return decided('bills');
  const resolved = resolveAccount(account, facts);
  if ('problems' in resolved) return resolved;
  if (isBank(resolved.value)) return decided('bank-transactions');
  if (connection.outOfPocket === undefined) return decided('bills');
  const found = `The setting connection.outOfPocket is bank-transactions, and the account ${accountLabel(resolved.value)} is not a bank account.`;
  return undecided(xeroProblem('XERO_OUT_OF_POCKET_NOT_BANK', found));
}
