import {
  refused,
  resolved,
  sharePayment,
  type AccountingEntry,
  type PaymentShare,
  type Resolution,
} from '@ledgerferry/core';
import { xeroProblem } from '../errors/xero-errors.js';

const MISFITS = {
  'amount-unknown': 'XERO_PAYMENT_SHARES_UNKNOWN',
  'other-currency': 'XERO_PAYMENT_CURRENCY',
  'too-much': 'XERO_PAYMENT_EXCEEDS_INVOICES',
} as const;

/** What each bill gets of a payment, or why Xero cannot take it. Source: Xero Accounting API, Payments: Amount. */
export function paymentShares(entry: AccountingEntry): Resolution<readonly PaymentShare[]> {
  const shared = sharePayment(entry);
  return 'shares' in shared ? resolved(shared.shares) : refused(xeroProblem(MISFITS[shared.misfit], shared.found));
}
