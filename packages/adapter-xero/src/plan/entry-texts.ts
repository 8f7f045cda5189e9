import { entryText, type AccountingEntry } from '@ledgerferry/core';

/** What is written on lines and journals. Source: Xero Accounting API, LineItem: Description, at most 4,000 characters. */
export function lineText(entry: AccountingEntry): string {
  return entryText(entry, LONGEST_DESCRIPTION);
}

/** The supplier's own number; null where it is not known. */
export function supplierNumber({ invoice }: AccountingEntry): string | null {
  return invoice?.number.trim() || null;
}

/** The link to Pleo, for what shows one; null where Xero would refuse it. Source: Xero, Url must not contain "xero". */
export function linkOf({ webUrl }: AccountingEntry): string | null {
  return webUrl && !webUrl.toLowerCase().includes('xero') ? webUrl : null;
}

const LONGEST_DESCRIPTION = 4_000;
