import type { AdapterCapabilities } from '@ledgerferry/core';
import type { XeroConnection } from './xero-connection.js';

/** Largest receipt, in bytes. Source: Xero Accounting API, Attachments. */
export const MAXIMUM_FILE_BYTES = 10_000_000;
/** Longest time for one answer. */
export const TIME_LIMIT_MS = 30_000;

/** How many documents go into one call. Source: Xero Accounting API, Requests and responses: creating several at once. */
const BATCH = { postBatchSize: 50, draft: false };
const DRAFTED_BATCH = { postBatchSize: 50, draft: true };

/**
 * What Xero can do. References are ours and nowhere unique; a request key is recognised for 6 minutes, of which 5 are used, and
 * answers an old error again. Source: Xero, Idempotent requests; OAuth 2.0 API limits.
 */
export function xeroCapabilities({ limits }: Pick<XeroConnection, 'limits'>): AdapterCapabilities {
  return {
    reference: { maxLength: 100, alphabet: 'abcdefghijklmnopqrstuvwxyz0123456789-/', lookup: 'scan', unique: false },
    repeat: { windowMs: 300_000, cachesErrors: true },
    timeLimitMs: TIME_LIMIT_MS,
    lingerMs: limits.lingerMs,
    // no page says that lists lag, and none that they do not
    visibilityMs: 5_000,
    recordTypes: {
      'bank-transaction': BATCH,
      bill: DRAFTED_BATCH,
      'credit-note': DRAFTED_BATCH,
      payment: BATCH,
      'bank-transfer': { postBatchSize: 1, draft: false },
      'manual-journal': DRAFTED_BATCH,
      contact: BATCH,
    },
    // a scan costs a call for each stretch of days, however many are looked for in it
    findBatchSize: 1_000,
    batchOutcome: 'each',
    maximumInFlight: limits.concurrent,
    attachments: { maximumBytes: MAXIMUM_FILE_BYTES },
    delivery: 'ledger',
  };
}
