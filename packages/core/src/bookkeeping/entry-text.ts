import type { AccountingEntry } from '../model/accounting-entry.js';
import { formatMoney } from '../model/money.js';
import { shortenText } from '../model/shorten-text.js';
import { oneLine } from './one-line.js';

/**
 * What is written on the lines and journals of an entry, on one line and at most `longest` UTF-16 units: its description, else its type in
 * words. Behind it stand the amount in the supplier's currency and `ending`, which are never cut.
 */
export function entryText(
  { description, itemType, foreignAmount }: Pick<AccountingEntry, 'description' | 'itemType' | 'foreignAmount'>,
  longest: number,
  ending = '',
): string {
  const behind = `${foreignAmount ? ` (${formatMoney(foreignAmount)})` : ''}${ending}`;
  const text = oneLine(description) || itemType.replaceAll('_', ' ') || 'Pleo';
  return `${shortenText(text, longest - behind.length)}${behind}`;
}
