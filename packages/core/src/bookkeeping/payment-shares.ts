import type { AccountingEntry, SettledInvoice } from '../model/accounting-entry.js';
import { formatMoney, withMinorUnits, type Money } from '../model/money.js';

/** The part of a payment that goes to one invoice. */
export interface PaymentShare {
  readonly invoice: SettledInvoice;
  /** More than nothing. */
  readonly amount: Money;
}

/**
 * Why a payment cannot be divided: it settles several bills, and what one but the last comes to is not known; a bill is in another
 * currency; or something is left once all bills are paid.
 */
export type PaymentMisfit = 'amount-unknown' | 'other-currency' | 'too-much';

/** What each invoice gets of a payment, or why that cannot be said: `found` is the sentence for a bookkeeper. */
export type SharedPayment =
  | { readonly shares: readonly PaymentShare[] }
  | { readonly misfit: PaymentMisfit; readonly found: string };

/**
 * Divides a payment among the invoices that it settles: in their order, each up to its amount. One whose amount is not known takes the
 * rest, so it must be the last. The shares come to the payment.
 */
export function sharePayment({ amount, settles }: Pick<AccountingEntry, 'amount' | 'settles'>): SharedPayment {
  const shares: PaymentShare[] = [];
  const paid = formatMoney(amount);
  let rest = amount.minorUnits;
  for (const [place, invoice] of settles.entries()) {
    const due = invoice.amount;
    if (due === null && place < settles.length - 1) {
      const found = `The payment of ${paid} settles ${settles.length} bills, and what they come to is not known.`;
      return { misfit: 'amount-unknown', found };
    }
    if (due !== null && due.currency !== amount.currency) {
      const found = `The payment is ${paid}, and a bill that it settles ${formatMoney(due)}.`;
      return { misfit: 'other-currency', found };
    }
    const share = Math.min(rest, due?.minorUnits ?? rest);
    if (share > 0) shares.push({ invoice, amount: withMinorUnits(amount, share) });
    rest -= share;
  }
  if (rest <= 0) return { shares };
  const left = formatMoney(withMinorUnits(amount, rest));
  const found = `Of the payment of ${paid}, ${left} would be left once the bills that it settles are paid.`;
  return { misfit: 'too-much', found };
}
