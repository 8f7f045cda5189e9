import { formatMoney, shortenText, type AccountingEntry } from '@ledgerferry/core';

/** Usual length of a memo, in characters; the catalog names none. Source: Oracle, Records Catalog: memo. */
const LONGEST_MEMO = 999;
/** Source: Oracle, Vendor Bill: Reference No. */
const LONGEST_NUMBER = 45;

/** The memo of a line. `note` stands behind the text and is never cut. */
export function lineMemo(entry: AccountingEntry, note = ''): string {
  return `${shortenText(entryText(entry), LONGEST_MEMO - note.length)}${note}`;
}

/** The memo of a transaction, which ends in the link to Pleo where no field of its own carries that. */
export function headMemo(entry: AccountingEntry, link: string | null): string {
  return lineMemo(entry, link === null || link.length >= LONGEST_MEMO ? '' : ` ${link}`);
}

/** The supplier's own number; null where it is not known. */
export function supplierNumber({ invoice }: AccountingEntry): string | null {
  const number = invoice?.number.trim() ?? '';
  return number === '' ? null : shortenText(number, LONGEST_NUMBER);
}

/** On one line, because line breaks would have to be escaped. Source: Oracle, SuiteTalk REST Web Services: Known Limitations. */
function entryText({ description, itemType, foreignAmount }: AccountingEntry): string {
  const text = description.replaceAll(/\s+/g, ' ').trim() || itemType.replaceAll('_', ' ') || 'Pleo';
  return foreignAmount ? `${text} (${formatMoney(foreignAmount)})` : text;
}
