import type { Json } from '@ledgerferry/core';
import { toExactJson } from '@ledgerferry/http';

/** The fields that carry money. They are held as decimal text and sent as JSON numbers of the same digits. */
const AMOUNTS = new Set(['Amount', 'BankAmount', 'LineAmount', 'TaxAmount', 'UnitAmount']);

/** A body as Xero reads it: `"UnitAmount": "12.50"` has become `"UnitAmount": 12.50`. */
export function toXeroJson(value: Json): string {
  return toExactJson(value, AMOUNTS);
}
