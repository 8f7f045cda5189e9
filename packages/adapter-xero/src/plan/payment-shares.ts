import {
  formatMoney,
  refused,
  resolved,
  sharePayment,
  type AccountingEntry,
  type PaymentShare,
  type Resolution,
} from '@ledgerferry/core';
import { xeroProblem } from '../errors/xero-errors.js';

/** What each bill gets of a payment, or why Xero cannot take it. Source: Xero Accounting API, Payments: Amount. */
export function paymentShares(entry: AccountingEntry): Resolution<readonly PaymentShare[]> {
  const payment = formatMoney(entry.amount);
  const shared = sharePayment(entry);
  if ('shares' in shared) return resolved(shared.shares);
  switch (shared.misfit) {
    case 'amount-unknown': {
      const found = `The payment of ${payment} settles ${entry.settles.length} bills, and what they come to is not known.`;
      return refused(xeroProblem('XERO_PAYMENT_SHARES_UNKNOWN', found));
    }
    case 'other-currency': {
      const found = `The payment is ${payment}, and the bill that it settles ${formatMoney(shared.due)}.`;
      return refused(xeroProblem('XERO_PAYMENT_CURRENCY', found));
    }
    case 'too-much': {
      const found = `Of the payment of ${payment}, ${formatMoney(shared.rest)} would be left once the bills that it settles are paid.`;
      return refused(xeroProblem('XERO_PAYMENT_EXCEEDS_INVOICES', found));
    }
  }
}
