import type { Json } from '@ledgerferry/core';
import { isXeroRecord } from '../api/is-xero-record.js';
import type { XeroRecord } from '../plan/xero-record.js';

/** The body with each `{ "documentKey": "…" }` replaced by that document's id. Throws where an id is missing: nothing is sent then. */
export function resolveKeys(body: Json, resolved: ReadonlyMap<string, string>): XeroRecord {
  const record = resolve(body, resolved);
  if (isXeroRecord(record)) return record;
  throw new TypeError('the body of a document for Xero must be an object');
}

function resolve(value: Json, resolved: ReadonlyMap<string, string>): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (!isXeroRecord(value)) return value.map((element) => resolve(element, resolved));
  const { documentKey } = value;
  if (typeof documentKey === 'string') return idOf(documentKey, resolved);
  return Object.fromEntries(Object.entries(value).map(([field, held]) => [field, resolve(held, resolved)]));
}

function idOf(documentKey: string, resolved: ReadonlyMap<string, string>): string {
  const id = resolved.get(documentKey);
  if (id === undefined) throw new RangeError(`the id of ${documentKey} is not known`);
  return id;
}
