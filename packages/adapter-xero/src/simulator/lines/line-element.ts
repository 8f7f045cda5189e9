import { z } from 'zod';
import { amount, guid, text } from '../api/fields.js';

/** Tracking of a line, by ids or by names. */
export const trackingElement = z.strictObject({
  TrackingCategoryID: guid,
  TrackingOptionID: guid,
  Name: text,
  Option: text,
});

/** A line of a bank transaction, an invoice or a credit note, as it is sent. */
export const lineElement = z.strictObject({
  LineItemID: guid,
  Description: text,
  Quantity: amount,
  UnitAmount: amount,
  LineAmount: amount,
  AccountCode: text,
  AccountID: guid,
  TaxType: text,
  TaxAmount: amount,
  Tracking: z.array(trackingElement).optional(),
});

export type LineElement = z.output<typeof lineElement>;
export type TrackingElement = z.output<typeof trackingElement>;
