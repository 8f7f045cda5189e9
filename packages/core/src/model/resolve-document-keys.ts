import type { Json } from './document.js';
import { isJsonObject } from './is-json-object.js';

/**
 * A body with each `{ "documentKey": "…" }` replaced by that document's id in the ledger. Throws a RangeError where an id is missing:
 * nothing must be sent then.
 */
export function resolveDocumentKeys(body: Json, resolved: ReadonlyMap<string, string>): Json {
  if (typeof body !== 'object' || body === null) return body;
  if (!isJsonObject(body)) return body.map((element) => resolveDocumentKeys(element, resolved));
  const { documentKey } = body;
  if (typeof documentKey === 'string') return idOf(documentKey, resolved);
  return Object.fromEntries(
    Object.entries(body).map(([field, held]) => [field, resolveDocumentKeys(held, resolved)] as const),
  );
}

function idOf(documentKey: string, resolved: ReadonlyMap<string, string>): string {
  const id = resolved.get(documentKey);
  if (id === undefined) throw new RangeError(`the id of ${documentKey} is not known`);
  return id;
}
