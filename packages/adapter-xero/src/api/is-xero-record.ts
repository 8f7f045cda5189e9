import type { Json } from '@ledgerferry/core';
import type { XeroRecord } from '../plan/xero-record.js';

/** True for a JSON object. */
export function isXeroRecord(value: Json | undefined): value is XeroRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
