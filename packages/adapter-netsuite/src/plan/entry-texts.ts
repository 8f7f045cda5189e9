import { entryText, shortenText, type AccountingEntry } from '@ledgerferry/core';
import type { NetsuiteConnection } from '../netsuite-connection.js';

type MemoSettings = Pick<NetsuiteConnection, 'memoLimit'>;

/** How much of a memo is kept for the text: links that would leave less are left out. */
const LEAST_TEXT = 99;
/** Source: Oracle, Vendor Bill: Reference No. */
const LONGEST_NUMBER = 45;

/**
 * The memo of a line. `note` stands behind the text and is never cut. On one line, because line breaks would have to be escaped.
 * Source: Oracle, SuiteTalk REST Web Services: Known Limitations.
 */
export function lineMemo(entry: AccountingEntry, { memoLimit }: MemoSettings, note = ''): string {
  return entryText(entry, memoLimit, note);
}

/** The memo of a transaction, which ends in the link to Pleo where no field of its own carries that. */
export function headMemo(entry: AccountingEntry, link: string | null, settings: MemoSettings): string {
  const hasRoom = link !== null && link.length <= settings.memoLimit - LEAST_TEXT;
  return lineMemo(entry, settings, hasRoom ? ` ${link}` : '');
}

/** The supplier's own number; null where it is not known. */
export function supplierNumber({ invoice }: AccountingEntry): string | null {
  const number = invoice?.number.trim() ?? '';
  return number === '' ? null : shortenText(number, LONGEST_NUMBER);
}
