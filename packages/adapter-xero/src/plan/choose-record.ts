import { refused, resolved, type AccountingEntry, type EntryLine, type Resolution } from '@ledgerferry/core';
import { xeroProblem } from '../errors/xero-errors.js';
import type { XeroAccount } from '../reference-data/xero-facts.js';
import type { BookingContext } from './booking-context.js';
import { inCurrencyOf, moneyAccount } from './money-account.js';
import { outOfPocketMode } from './out-of-pocket-mode.js';
import { accountLabel, isBank, isOrdinary, resolveAccount } from './resolve-account.js';
import { hasTaxDifference } from './taxed-parts.js';

/** Who the contact is: whom money went to, or the employee who is owed it. */
export type OwedTo = 'supplier' | 'employee';

/** What Xero will hold for an entry. */
export type RecordChoice =
  /** Money out of or into a bank account, against lines. */
  | {
      readonly record: 'bank-transaction';
      readonly bank: XeroAccount;
      readonly direction: 'in' | 'out';
      readonly lines: readonly EntryLine[];
    }
  /** A bill (a credit note for money in), and its payment where that is known. */
  | {
      readonly record: 'invoice';
      readonly owedTo: OwedTo;
      readonly payFrom: XeroAccount | null;
      readonly lines: readonly EntryLine[];
    }
  /** A payment of each bill that is settled. */
  | { readonly record: 'payments'; readonly payFrom: XeroAccount }
  /** Money paid or got on account. */
  | { readonly record: 'overpayment'; readonly owedTo: OwedTo; readonly bank: XeroAccount }
  | { readonly record: 'bank-transfer'; readonly from: XeroAccount; readonly to: XeroAccount }
  | { readonly record: 'manual-journal'; readonly against: XeroAccount; readonly lines: readonly EntryLine[] };

/**
 * Chooses the record by what the accounts are in Xero, seldom by Pleo's item type. Lines of nothing are left out. The first row that
 * fits counts; where its accounts cannot hold its record, the entry is refused:
 *
 * | entry                                      | record                                      |
 * | ------------------------------------------ | ------------------------------------------- |
 * | top-up or unload, with `topUps: skip`      | refused                                     |
 * | bill                                       | invoice                                     |
 * | out-of-pocket expense, as bills            | invoice of the employee                     |
 * | payment                                    | payments; else overpayment                  |
 * | reimbursement, expenses being bills        | payments; from a bank account overpayment   |
 * | purchase by way of accounts payable        | invoice and its payment                     |
 * | one untaxed line, and both sides are banks | bank transfer                               |
 * | one untaxed line, on a bank account        | bank transaction, seen from that account    |
 * | not from a bank account                    | manual journal                              |
 * | tax differs, with `taxDifference: bill`    | invoice and its payment                     |
 * | all else                                   | bank transaction                            |
 */
export function chooseRecord(entry: AccountingEntry, context: BookingContext): Resolution<RecordChoice> {
  const lines = entry.lines.filter(({ gross }) => gross.minorUnits !== 0);
  if (entry.kind === 'transfer' && context.connection.topUps === 'skip') return topUpSkipped();
  if (entry.kind === 'bill') return resolved({ record: 'invoice', owedTo: 'supplier', payFrom: null, lines });

  const expense = entry.settlement.role === 'out-of-pocket' ? outOfPocketMode(entry.settlement, context) : null;
  if (expense && 'problems' in expense) return expense;
  if (expense?.value === 'bills') return resolved({ record: 'invoice', owedTo: 'employee', payFrom: null, lines });

  const money = moneyAccount(entry, context);
  if ('problems' in money) return money;
  if (entry.kind === 'payment') return payInvoices(entry, 'supplier', money.value);

  const reimbursed = reimbursedAccount(entry);
  const reimbursement = reimbursed ? outOfPocketMode(reimbursed, context) : null;
  if (reimbursement && 'problems' in reimbursement) return reimbursement;
  if (reimbursement?.value === 'bills' && (paysInvoices(entry) || isBank(money.value)))
    return payInvoices(entry, 'employee', money.value);

  if (entry.payable !== null) return paidInvoice(money.value, lines);
  return bookStraight(entry, money.value, lines, context);
}

/** The account on which the expenses stand that a reimbursement settles. */
function reimbursedAccount({ kind, lines }: AccountingEntry): EntryLine['account'] | null {
  const [only, ...others] = lines;
  return kind === 'adjustment' && others.length === 0 && only?.account.role === 'out-of-pocket' ? only.account : null;
}

/** Xero knows no payment back: what comes back is held as an overpayment of its own. */
function payInvoices(entry: AccountingEntry, owedTo: OwedTo, account: XeroAccount): Resolution<RecordChoice> {
  if (paysInvoices(entry))
    return canPay(account) ? resolved({ record: 'payments', payFrom: account }) : cannotPay(account);
  if (isBank(account)) return resolved({ record: 'overpayment', owedTo, bank: account });
  const found = `Xero books what is paid on account, or comes back, on bank accounts alone, and ${accountLabel(account)} is none.`;
  return refused(xeroProblem('XERO_NO_RECORD', found));
}

function paysInvoices({ direction, settles }: AccountingEntry): boolean {
  return direction === 'out' && settles.length > 0;
}

function paidInvoice(account: XeroAccount, lines: readonly EntryLine[]): Resolution<RecordChoice> {
  if (!canPay(account)) return cannotPay(account);
  return resolved({ record: 'invoice', owedTo: 'supplier', payFrom: account, lines });
}

/** Lines against the money side, without a debt in between. */
function bookStraight(
  entry: AccountingEntry,
  money: XeroAccount,
  lines: readonly EntryLine[],
  context: BookingContext,
): Resolution<RecordChoice> {
  const [only, ...others] = lines;
  const movesMoney = only !== undefined && others.length === 0 && (only.tax?.amount.minorUnits ?? 0) === 0;
  const other = movesMoney ? resolveAccount(only.account, context.facts) : null;
  if (movesMoney && other && 'value' in other && isBank(other.value))
    return isBank(money)
      ? transfer(entry, money, other.value, context)
      : bookOnLine(entry, other.value, [{ ...only, account: entry.settlement, tax: null }], context);

  if (!isBank(money)) return journal(money, lines);
  if (context.connection.taxDifference === 'bill' && lines.some((line) => hasTaxDifference(line, context)))
    return resolved({ record: 'invoice', owedTo: 'supplier', payFrom: money, lines });
  return resolved({ record: 'bank-transaction', bank: money, direction: entry.direction, lines });
}

function transfer(
  { amount, direction }: AccountingEntry,
  money: XeroAccount,
  other: XeroAccount,
  { facts }: BookingContext,
): Resolution<RecordChoice> {
  if (money.accountId === other.accountId) {
    const found = `Both sides of the entry are the account ${accountLabel(money)}.`;
    return refused(xeroProblem('XERO_NO_RECORD', found));
  }
  const otherCurrency = other.currency ?? facts.organisation.baseCurrency;
  if (otherCurrency !== amount.currency) {
    const found = `The account ${accountLabel(money)} is kept in ${amount.currency}, and ${accountLabel(other)} in ${otherCurrency}.`;
    return refused(xeroProblem('XERO_TRANSFER_CURRENCIES', found));
  }
  const [from, to] = direction === 'out' ? [money, other] : [other, money];
  return resolved({ record: 'bank-transfer', from, to });
}

/** The line's account is the bank account, so the money side becomes the line: the same booking, seen from the other side. */
function bookOnLine(
  entry: AccountingEntry,
  bank: XeroAccount,
  lines: readonly EntryLine[],
  context: BookingContext,
): Resolution<RecordChoice> {
  const fitting = inCurrencyOf(entry, bank, context);
  if ('problems' in fitting) return fitting;
  return resolved({ record: 'bank-transaction', bank, direction: entry.direction === 'out' ? 'in' : 'out', lines });
}

function journal(against: XeroAccount, lines: readonly EntryLine[]): Resolution<RecordChoice> {
  if (isOrdinary(against)) return resolved({ record: 'manual-journal', against, lines });
  const found = `Xero itself posts to the account ${accountLabel(against)}, so that no journal may.`;
  return refused(xeroProblem('XERO_NO_RECORD', found));
}

function canPay(account: XeroAccount): boolean {
  return isBank(account) || account.takesPayments;
}

function cannotPay(account: XeroAccount): Resolution<never> {
  const found = `The account ${accountLabel(account)} is neither a bank account nor one with payments enabled.`;
  return refused(xeroProblem('XERO_PAYMENT_ACCOUNT', found));
}

function topUpSkipped(): Resolution<never> {
  const found =
    'Money moved to or from the Pleo balance, and the setting connection.topUps leaves that to the bank feed.';
  return refused(xeroProblem('XERO_TOP_UP_SKIPPED', found));
}
