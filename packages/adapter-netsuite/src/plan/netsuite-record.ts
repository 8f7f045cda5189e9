import type { JsonObject } from '@ledgerferry/core';
import type { NetsuiteRecordName } from '../reference-data/netsuite-facts.js';

/**
 * Every record type this adapter produces. The first document of an entry always has the role `booking`, whatever its record type, so
 * that its reference stays the same when a setting changes how it is booked.
 */
export type NetsuiteRecordType = 'journal-entry' | 'vendor-bill' | 'vendor-credit' | 'vendor-payment';

/** What the record types are called in URLs and in the catalog. */
export const RECORD_NAMES: Readonly<Record<NetsuiteRecordType, NetsuiteRecordName>> = {
  'journal-entry': 'journalEntry',
  'vendor-bill': 'vendorBill',
  'vendor-credit': 'vendorCredit',
  'vendor-payment': 'vendorPayment',
};

/**
 * A document's body as NetSuite takes it, but for `externalId`, which `post` adds, and ids of bills, which may be
 * `{ "documentKey": "…" }`. Numbers are decimal texts, such as `"12.50"`, in {@link NUMERIC_PROPERTIES} alone, and are sent as JSON
 * numbers of the same digits. None is negative: sides are `debit` and `credit`, or the record type.
 */
export type NetsuiteRecord = JsonObject;

/** The properties whose decimal text is sent as a JSON number. */
export const NUMERIC_PROPERTIES: ReadonlySet<string> = new Set([
  'amount',
  'credit',
  'debit',
  'netAmount',
  'tax1Amt',
  'taxAmount',
  'taxBasis',
  'taxRate',
]);
