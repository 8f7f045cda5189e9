import { resolved, type AccountingEntry, type AccountReference, type Resolution } from '@ledgerferry/core';
import type { NetsuiteAccount } from '../reference-data/netsuite-facts.js';
import type { NetsuiteBooks } from './netsuite-books.js';
import { canPayBills, resolveAccount } from './resolve-account.js';

/** What NetSuite will hold for an entry. */
export type RecordChoice =
  /** Debits and credits. `isOwed`: on the vendor's account, which it then must name. */
  | { readonly record: 'journal'; readonly isOwed: boolean }
  /** A bill, or a credit where money comes back; and how that is paid, where it is at once. */
  | {
      readonly record: 'bill' | 'credit';
      readonly payable: AccountReference;
      readonly paidBy: 'payment' | 'journal' | null;
    }
  /** A payment of the bills that are settled. */
  | { readonly record: 'payment'; readonly payable: AccountReference; readonly payFrom: NetsuiteAccount };

/**
 * Chooses the record by the settings and by what goes through accounts payable. Payments are made from bank and credit card accounts, of
 * bills alone; what is paid otherwise, comes back or is paid on account is a journal in the vendor's name.
 */
export function chooseRecord(entry: AccountingEntry, { facts, connection }: NetsuiteBooks): Resolution<RecordChoice> {
  const { kind, direction, payable, settlement, amount, settles } = entry;
  if (connection.payables === 'journal') return resolved({ record: 'journal', isOwed: false });
  if (kind === 'bill') return resolved({ record: 'bill', payable: settlement, paidBy: null });

  const [line] = entry.lines;
  const isPayment = kind === 'payment' && line !== undefined;
  if (payable === null && !isPayment) return resolved({ record: 'journal', isOwed: false });

  const payFrom = resolveAccount(settlement, amount, facts);
  if ('problems' in payFrom) return payFrom;
  const canPay = direction === 'out' && canPayBills(payFrom.value);
  if (payable !== null) {
    const record = direction === 'out' ? 'bill' : 'credit';
    return resolved({ record, payable, paidBy: canPay ? 'payment' : 'journal' });
  }
  if (line === undefined || settles.length === 0 || !canPay) return resolved({ record: 'journal', isOwed: true });
  return resolved({ record: 'payment', payable: line.account, payFrom: payFrom.value });
}
