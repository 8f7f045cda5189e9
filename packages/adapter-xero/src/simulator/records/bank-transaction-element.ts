import { z } from 'zod';
import { accountReference, amount, day, flag, guid, lineAmountTypes, text } from '../api/fields.js';
import { lineElement } from '../lines/line-element.js';
import { contactElement } from './contact-element.js';

/** A bank transaction as it is sent. Prepayments are not simulated; transfers are made elsewhere. */
export const bankTransactionElement = z.strictObject({
  BankTransactionID: guid,
  Type: z.enum(['SPEND', 'RECEIVE', 'SPEND-OVERPAYMENT', 'RECEIVE-OVERPAYMENT']).optional(),
  Status: z.enum(['AUTHORISED', 'DELETED', 'VOIDED']).optional(),
  Contact: contactElement.optional(),
  LineItems: z.array(lineElement).optional(),
  BankAccount: accountReference,
  IsReconciled: flag,
  Date: day,
  Reference: text,
  CurrencyCode: text,
  CurrencyRate: amount,
  Url: text,
  LineAmountTypes: lineAmountTypes,
  SubTotal: amount,
  TotalTax: amount,
  Total: amount,
});

export type BankTransactionElement = z.output<typeof bankTransactionElement>;
