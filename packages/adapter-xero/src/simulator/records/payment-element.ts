import { z } from 'zod';
import { accountReference, amount, day, flag, guid, text } from '../api/fields.js';

/** A payment as it is sent. Those of overpayments and prepayments are not simulated. */
export const paymentElement = z.strictObject({
  Invoice: z.strictObject({ InvoiceID: guid, InvoiceNumber: text }).optional(),
  CreditNote: z.strictObject({ CreditNoteID: guid, CreditNoteNumber: text }).optional(),
  Account: accountReference,
  Date: day,
  Amount: amount,
  BankAmount: amount,
  CurrencyRate: amount,
  Reference: text,
  IsReconciled: flag,
});

/** What a payment or transfer can be changed to: deleted. */
export const deletion = z.strictObject({ Status: z.literal('DELETED', 'must be DELETED').optional() });

export type PaymentElement = z.output<typeof paymentElement>;
