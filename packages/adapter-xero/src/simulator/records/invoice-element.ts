import { z } from 'zod';
import { amount, day, guid, lineAmountTypes, text } from '../api/fields.js';
import { lineElement } from '../lines/line-element.js';
import { contactElement } from './contact-element.js';

/** What can be written; `PAID` is what Xero says itself. */
const status = z.enum(['DRAFT', 'SUBMITTED', 'AUTHORISED', 'PAID', 'DELETED', 'VOIDED']).optional();

const shared = {
  Contact: contactElement.optional(),
  LineItems: z.array(lineElement).optional(),
  Date: day,
  DueDate: day,
  Status: status,
  Reference: text,
  CurrencyCode: text,
  CurrencyRate: amount,
  LineAmountTypes: lineAmountTypes,
  SubTotal: amount,
  TotalTax: amount,
  Total: amount,
};

/** An invoice or bill as it is sent. */
export const invoiceElement = z.strictObject({
  InvoiceID: guid,
  Type: z.enum(['ACCPAY', 'ACCREC']).optional(),
  InvoiceNumber: text,
  Url: text,
  ...shared,
});

/** A credit note as it is sent. */
export const creditNoteElement = z.strictObject({
  CreditNoteID: guid,
  Type: z.enum(['ACCPAYCREDIT', 'ACCRECCREDIT']).optional(),
  CreditNoteNumber: text,
  ...shared,
});

export type InvoiceElement = z.output<typeof invoiceElement>;
export type CreditNoteElement = z.output<typeof creditNoteElement>;
