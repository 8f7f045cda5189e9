import { refused, resolved, type AccountReference, type Resolution } from '@ledgerferry/core';
import { xeroProblem } from '../errors/xero-errors.js';
import type { BookingContext } from './booking-context.js';
import { accountLabel, isBank, resolveAccount } from './resolve-account.js';

/** How what employees paid themselves is booked: as the settings say, else by what the out-of-pocket account is. */
export function outOfPocketMode(
  account: AccountReference,
  { facts, connection }: BookingContext,
): Resolution<'bills' | 'bank-transactions'> {
  if (connection.outOfPocket === 'bills') return resolved('bills');
  const resolution = resolveAccount(account, facts);
  if ('problems' in resolution) return resolution;
  if (isBank(resolution.value)) return resolved('bank-transactions');
  if (connection.outOfPocket === undefined) return resolved('bills');
  const found = `The setting connection.outOfPocket is bank-transactions, and the account ${accountLabel(resolution.value)} is not a bank account.`;
  return refused(xeroProblem('XERO_OUT_OF_POCKET_NOT_BANK', found));
}
