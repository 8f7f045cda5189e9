import { formatMoney, withMinorUnits, type AccountingEntry, type Money, type SettledInvoice } from '@ledgerferry/core';
import { xeroProblem } from '../errors/xero-errors.js';
import { decided, undecided, type Decision } from './decision.js';

/** The part of a payment that goes to one invoice. */
export interface PaymentShare {
  readonly invoice: SettledInvoice;
  readonly amount: Money;
}

/**
 * What each invoice gets of a payment: they are settled in order, each up to its amount. One whose amount is not known takes the rest,
 * so it must be the last. Amounts are in the invoice's currency. Source: Xero Accounting API, Payments: Amount.
 */
export function paymentShares(entry: AccountingEntry): Decision<readonly PaymentShare[]> {
  const shares: PaymentShare[] = [];
  let rest = entry.amount.minorUnits;
  for (const [place, invoice] of entry.settles.entries()) {
    const due = invoice.amount;
    if (due === null && place < entry.settles.length - 1) return sharesUnknown(entry);
    if (due !== null && due.currency !== entry.amount.currency) return otherCurrency(entry, due);
    const share = Math.min(rest, due?.minorUnits ?? rest);
    if (share > 0) shares.push({ invoice, amount: withMinorUnits(entry.amount, share) });
    rest -= share;
  }
  return rest > 0 ? tooMuch(entry, rest) : decided(shares);
}

function sharesUnknown(entry: AccountingEntry): Decision<never> {
  const found = `The payment of ${formatMoney(entry.amount)} settles ${entry.settles.length} bills, and what they come to is not known.`;
  return undecided(xeroProblem('XERO_PAYMENT_SHARES_UNKNOWN', found));
}

function otherCurrency({ amount }: AccountingEntry, due: Money): Decision<never> {
  const found = `The payment is ${formatMoney(amount)}, and the bill that it settles ${formatMoney(due)}.`;
  return undecided(xeroProblem('XERO_PAYMENT_CURRENCY', found));
}

function tooMuch({ amount }: AccountingEntry, rest: number): Decision<never> {
  const left = formatMoney(withMinorUnits(amount, rest));
  const found = `Of the payment of ${formatMoney(amount)}, ${left} would be left once the bills that it settles are paid.`;
  return undecided(xeroProblem('XERO_PAYMENT_EXCEEDS_INVOICES', found));
}
