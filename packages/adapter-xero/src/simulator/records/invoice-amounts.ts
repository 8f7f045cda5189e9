import type { Books } from '../books/books.js';
import type { HeldCreditNote, HeldInvoice, HeldPayment, Hundredths } from '../books/held-records.js';

/** Live payments of an invoice or credit note. */
export function paymentsOf({ payments, paymentIds }: Books, id: string): readonly HeldPayment[] {
  const made = (paymentIds.get(id) ?? []).flatMap((paymentId) => payments.get(paymentId) ?? []);
  return made.filter(({ status }) => status === 'AUTHORISED');
}

export function amountPaid(books: Books, id: string): Hundredths {
  return paymentsOf(books, id).reduce((sum, { amount }) => sum + amount, 0);
}

/** What is left to be paid, or of a credit. */
export function amountLeft(books: Books, { id, total }: HeldInvoice | HeldCreditNote): Hundredths {
  return total - amountPaid(books, id);
}
