import {
  formatMoney,
  refused,
  resolved,
  type AccountingEntry,
  type AccountReference,
  type Resolution,
} from '@ledgerferry/core';
import { netsuiteProblem } from '../errors/netsuite-errors.js';
import type { NetsuiteAccount } from '../reference-data/netsuite-facts.js';
import type { NetsuiteBooks } from './netsuite-books.js';
import { accountLabel, canPayBills, resolveAccount } from './resolve-account.js';

/** What NetSuite will hold for an entry. */
export type RecordChoice =
  /** Debits and credits. */
  | { readonly record: 'journal' }
  /** A bill, and what it is paid from where it is at once. */
  | { readonly record: 'bill'; readonly payable: AccountReference; readonly payFrom: NetsuiteAccount | null }
  /** A vendor's credit, and whether its money has come back. */
  | { readonly record: 'credit'; readonly payable: AccountReference; readonly isRepaid: boolean }
  /** A payment of the bills that are settled. */
  | { readonly record: 'payment'; readonly payable: AccountReference; readonly payFrom: NetsuiteAccount };

const JOURNAL = resolved<RecordChoice>({ record: 'journal' });

/**
 * Chooses the record by the settings and by what is owed. NetSuite pays bills, and nothing else, from bank and credit card accounts, and
 * from no others: what is paid otherwise or comes back owes nothing to anybody, so that a journal without accounts payable says all of it.
 */
export function chooseRecord(entry: AccountingEntry, { facts, connection }: NetsuiteBooks): Resolution<RecordChoice> {
  const { kind, direction, payable, settlement, amount, settles, lines } = entry;
  if (connection.payables === 'journal') return JOURNAL;
  if (kind === 'bill')
    return resolved(
      direction === 'out'
        ? { record: 'bill', payable: settlement, payFrom: null }
        : { record: 'credit', payable: settlement, isRepaid: false },
    );

  if (direction === 'in' && payable !== null && connection.refunds === 'vendor-credit')
    return resolved({ record: 'credit', payable, isRepaid: true });
  const [line] = lines;
  const isOfBills = kind === 'payment' && line !== undefined && settles.length > 0;
  if (direction === 'in' || (payable === null && !isOfBills)) return JOURNAL;

  const account = resolveAccount(settlement, amount, facts);
  if ('problems' in account) return account;
  const payFrom = account.value;
  if (payable !== null) return canPayBills(payFrom) ? resolved({ record: 'bill', payable, payFrom }) : JOURNAL;
  if (line === undefined) return JOURNAL;
  if (canPayBills(payFrom)) return resolved({ record: 'payment', payable: line.account, payFrom });
  const found = `Bills over ${formatMoney(amount)} are paid from the account ${accountLabel(payFrom)}, which is neither a bank nor a credit card account.`;
  return refused(netsuiteProblem('NETSUITE_PAYMENT_ACCOUNT', found));
}
