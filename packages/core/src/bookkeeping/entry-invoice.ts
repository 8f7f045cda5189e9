import type { EntryInvoice } from '../model/accounting-entry.js';
import type { ExportItem } from '../model/export-item.js';
import { writtenDayOf } from './calendar-day.js';
import { entryLabel } from './entry-description.js';
import { oneLine } from './one-line.js';
import { problem } from './problems.js';
import { refused, resolved, type Refused, type Resolution } from './resolution.js';

/**
 * The invoice data of an item; null where it has none. Pleo writes invoice dates as a day or as a moment: the day counts as written,
 * in whatever zone.
 */
export function entryInvoice(item: ExportItem): Resolution<EntryInvoice | null> {
  if (item.invoice === null) return resolved(null);
  const { invoiceNumber, invoiceDate, dueDate } = item.invoice;

  const date = writtenDayOf(invoiceDate);
  if (date === undefined) return invalidDate(item, 'invoice date', invoiceDate);
  const due = dueDate === null ? null : writtenDayOf(dueDate);
  if (due === undefined) return invalidDate(item, 'due date', dueDate);
  return resolved({ number: oneLine(invoiceNumber), date, dueDate: due });
}

/** The days that an item's service period runs from and to, as written; null where it has none. */
export function servicePeriod(item: ExportItem): Resolution<{ readonly from: string; readonly to: string } | null> {
  if (item.servicePeriod === null) return resolved(null);
  const from = writtenDayOf(item.servicePeriod.from);
  if (from === undefined) return invalidDate(item, 'service period', item.servicePeriod.from);
  const to = writtenDayOf(item.servicePeriod.to);
  if (to === undefined) return invalidDate(item, 'service period', item.servicePeriod.to);
  return resolved({ from, to });
}

function invalidDate(item: ExportItem, what: string, text: string | null): Refused {
  const message = `The ${what} of ${entryLabel(item)}, "${text}", cannot be read: correct it in Pleo and export it again.`;
  return refused(problem('INVALID_DATE', message));
}
