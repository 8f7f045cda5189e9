import type { AccountingEntry, SettledInvoice } from '../model/accounting-entry.js';
import { withMinorUnits, type Money } from '../model/money.js';

/** The part of a payment that goes to one invoice. */
export interface PaymentShare {
  readonly invoice: SettledInvoice;
  /** More than nothing. */
  readonly amount: Money;
}

/** What each invoice gets of a payment, or why that cannot be said. */
export type SharedPayment =
  | { readonly shares: readonly PaymentShare[] }
  /** It settles several invoices, and what one but the last comes to is not known. */
  | { readonly misfit: 'amount-unknown' }
  /** An invoice is in another currency. */
  | { readonly misfit: 'other-currency'; readonly due: Money }
  /** Something is left once all invoices are paid. */
  | { readonly misfit: 'too-much'; readonly rest: Money };

/**
 * Divides a payment among the invoices that it settles: in their order, each up to its amount. One whose amount is not known takes the
 * rest, so it must be the last. The shares come to the payment.
 */
export function sharePayment({ amount, settles }: Pick<AccountingEntry, 'amount' | 'settles'>): SharedPayment {
  const shares: PaymentShare[] = [];
  let rest = amount.minorUnits;
  for (const [place, invoice] of settles.entries()) {
    const due = invoice.amount;
    if (due === null && place < settles.length - 1) return { misfit: 'amount-unknown' };
    if (due !== null && due.currency !== amount.currency) return { misfit: 'other-currency', due };
    const share = Math.min(rest, due?.minorUnits ?? rest);
    if (share > 0) shares.push({ invoice, amount: withMinorUnits(amount, share) });
    rest -= share;
  }
  return rest > 0 ? { misfit: 'too-much', rest: withMinorUnits(amount, rest) } : { shares };
}
