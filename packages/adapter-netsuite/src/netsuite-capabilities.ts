import type { AdapterCapabilities } from '@ledgerferry/core';
import type { NetsuiteConnection } from './netsuite-connection.js';

/** Longest time for one answer. */
export const TIME_LIMIT_MS = 60_000;
/** How soon SuiteQL sees a write: no page says that it lags, and none that it does not. */
export const VISIBILITY_MS = 2_000;
/**
 * Largest receipt, in bytes: a RESTlet is sure to take texts of 10 MB, and a file travels as base64, which takes a third more.
 * Source: Oracle, RESTlet Governance and Security.
 */
export const MAXIMUM_FILE_BYTES = 7_500_000;

/** NetSuite takes one record a call; batches are asynchronous. Source: Oracle, Batch Operations. */
const FINAL = { postBatchSize: 1, draft: false };
const DRAFTED = { postBatchSize: 1, draft: true };

/**
 * What NetSuite can do. References are external ids: letters, digits, `_` and `-`, kept in lower case because matching may ignore case;
 * a second record of the same type with one is refused. Source: Oracle, Using External IDs. A request key counts for asynchronous calls
 * alone, so none is sent.
 */
export function netsuiteCapabilities({ limits, restlet }: NetsuiteConnection): AdapterCapabilities {
  return {
    reference: { maxLength: 50, alphabet: 'abcdefghijklmnopqrstuvwxyz0123456789-_', lookup: 'exact', unique: true },
    repeat: { windowMs: 0, cachesErrors: false },
    timeLimitMs: TIME_LIMIT_MS,
    lingerMs: limits.lingerMs,
    visibilityMs: VISIBILITY_MS,
    recordTypes: {
      'journal-entry': DRAFTED,
      'vendor-bill': DRAFTED,
      'vendor-credit': FINAL,
      'vendor-payment': FINAL,
    },
    findBatchSize: 100,
    batchOutcome: 'each',
    maximumInFlight: limits.concurrent,
    attachments: restlet === undefined ? null : { maximumBytes: MAXIMUM_FILE_BYTES },
    delivery: 'ledger',
  };
}
