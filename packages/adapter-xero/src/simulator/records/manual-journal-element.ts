import { z } from 'zod';
import { amount, day, flag, guid, lineAmountTypes, text } from '../api/fields.js';
import { trackingElement } from '../lines/line-element.js';

const journalLineElement = z.strictObject({
  LineAmount: amount,
  AccountCode: text,
  AccountID: guid,
  Description: text,
  TaxType: text,
  TaxAmount: amount,
  Tracking: z.array(trackingElement).optional(),
});

/** A manual journal as it is sent: it has no reference and no currency. */
export const manualJournalElement = z.strictObject({
  ManualJournalID: guid,
  Narration: text,
  JournalLines: z.array(journalLineElement).optional(),
  Date: day,
  LineAmountTypes: lineAmountTypes,
  Status: z.enum(['DRAFT', 'POSTED', 'DELETED', 'VOIDED']).optional(),
  Url: text,
  ShowOnCashBasisReports: flag,
});

export type ManualJournalElement = z.output<typeof manualJournalElement>;
export type JournalLineElement = z.output<typeof journalLineElement>;
