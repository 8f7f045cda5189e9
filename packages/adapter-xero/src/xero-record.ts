import { isJsonObject, type Json, type JsonObject } from '@ledgerferry/core';

/**
 * Every record type this adapter produces. The first document of an entry always has the role `booking`, whatever its record type,
 * so that its reference stays the same when a setting changes how it is booked; what follows it has the role `payment`.
 */
export type XeroRecordType =
  | 'bank-transaction'
  | 'bill'
  | 'credit-note'
  | 'payment'
  | 'bank-transfer'
  | 'manual-journal'
  | 'contact';

/**
 * A document's body: one element as Xero takes it, with two things missing that `post` fills in. Contact and invoice ids may be
 * `{ "documentKey": "…" }`. The field that carries the reference is left out, or holds what stands before it: a bill's
 * `InvoiceNumber` is the supplier's own number, and becomes `INV-2041 (<reference>)`. Amounts are decimal texts, such as `"12.50"`,
 * and are sent as JSON numbers of the same digits.
 */
export type XeroRecord = JsonObject;

/** The value, where it is a JSON object. Throws where it is none: no plan of ours makes such a body. */
export function xeroRecord(value: Json): XeroRecord {
  if (isJsonObject(value)) return value;
  throw new TypeError('the body of a document for Xero must be an object');
}
