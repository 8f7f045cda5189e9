import { toScaled } from '../money/scaled.js';
import type { QueryField } from './query-fields.js';

/** A value in the form in which it is compared: numbers as whole ten-thousandths, texts folded. */
export function comparable(kind: QueryField<unknown>['kind'], value: string | boolean): string | number | boolean {
  if (kind === 'number') return toScaled(String(value), 4) ?? Number.NaN;
  return kind === 'text' ? foldedText(String(value)) : value;
}

/** Filters are blind to case and accents. Source: Xero Accounting API, Contacts: optimised filters. */
export function foldedText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
