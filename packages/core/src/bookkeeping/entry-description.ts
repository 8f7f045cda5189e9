import type { ExportItem } from '../model/export-item.js';
import { oneLine } from './one-line.js';

const LONGEST_LABEL = 80;

/**
 * Vendor or supplier, person and note in one line; the item's type where all three are missing.
 *
 * Source: Pleo, Data mapping: description.
 */
export function entryDescription(item: ExportItem): string {
  const parts = [item.vendor?.name ?? item.supplier?.name, item.user?.name, item.note];
  const texts = parts.map((part) => oneLine(part ?? '')).filter((text) => text !== '');
  return texts.join(' - ') || oneLine(item.type.replaceAll('_', ' '));
}

/** The entry as a bookkeeper recognises it in a message, in quotes and at most 80 characters. */
export function entryLabel(item: ExportItem): string {
  const characters = Array.from(entryDescription(item));
  const shortened =
    characters.length > LONGEST_LABEL ? `${characters.slice(0, LONGEST_LABEL - 1).join('')}…` : undefined;
  return `"${shortened ?? characters.join('')}"`;
}
