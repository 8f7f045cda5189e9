import { hash } from 'node:crypto';
import type { Document, Json } from '../model/document.js';
import type { ReferenceCapability } from '../ports/accounting-adapter.js';

/** Bits of a hashed reference: with a million documents, two alike are expected once in 10^12 ledgers. */
const LEAST_REFERENCE_BITS = 80;

/**
 * The name the ledger knows a document by: its key in clear where the field takes it (with `_` for `/` where only that is taken), else a
 * hash in the adapter's alphabet. Depends on the key alone, so it never changes with job, attempt, settings or version.
 */
export function documentReference(key: string, { maxLength, alphabet }: ReferenceCapability): string {
  const clear = inClear(key, alphabet);
  if (clear !== undefined && clear.length <= maxLength) return clear;
  const length = Math.ceil(LEAST_REFERENCE_BITS / Math.log2(alphabet.length));
  if (length > maxLength) {
    throw new RangeError(
      `${maxLength} characters of ${alphabet.length} kinds cannot hold a reference of ${LEAST_REFERENCE_BITS} bits`,
    );
  }
  let rest = BigInt(`0x${sha256(key)}`);
  let reference = '';
  for (let position = 0; position < length; position++) {
    reference += alphabet.charAt(Number(rest % BigInt(alphabet.length)));
    rest /= BigInt(alphabet.length);
  }
  return reference;
}

/** The key in characters of the alphabet; undefined where that cannot be done so that every key stays one of its own. */
function inClear(key: string, alphabet: string): string | undefined {
  const isTaken = alphabet.includes('/');
  if (!isTaken && key.includes('_')) return undefined;
  const clear = isTaken ? key : key.replaceAll('/', '_');
  return clear.split('').every((character) => alphabet.includes(character)) ? clear : undefined;
}

/** What a document says, in few characters. Taken from the symbolic body, which names other documents by key. */
export function documentFingerprint(document: Document): string {
  return sha256(JSON.stringify([document.recordType, document.body])).slice(0, 32);
}

/** Recognises a repeat of one call: a hash of what it sends and how often it was decided to send it anew. */
export function requestKey(call: {
  readonly tenant: string;
  readonly content: Json;
  readonly generation: number;
}): string {
  return sha256(JSON.stringify([call.tenant, call.content, call.generation])).slice(0, 40);
}

/** The key of an entry's receipt. */
export function receiptKey(accountingEntryId: string, index: number): string {
  return `${accountingEntryId}/file/${index}`;
}

function sha256(text: string): string {
  return hash('sha256', text);
}
