import { createHmac, timingSafeEqual } from 'node:crypto';
import { toBase32, fromBase32 } from './base32.js';
import { badRequest } from './refusal.js';

const SIGNATURE_BYTES = 6;

/**
 * Issues and reads cursors. A cursor is signed and bound to its collection, so that one which was invented, mangled or
 * taken from another listing is refused.
 */
export class PageCursors {
  readonly #secret: Uint8Array;
  #issued = 0;

  constructor(secret: Uint8Array) {
    this.#secret = secret;
  }

  /** A new cursor for the place of a row; two cursors for one place differ, so that equal ones mean a standstill. */
  issue(collection: string, ordinal: number): string {
    this.#issued += 1;
    const place = `${ordinal}:${this.#issued}`;
    return toBase32(Buffer.concat([this.#sign(collection, place), Buffer.from(place)]));
  }

  /** The place that a cursor of this collection stands for. */
  read(collection: string, cursor: string): number {
    const bytes = fromBase32(cursor);
    const signature = bytes.subarray(0, SIGNATURE_BYTES);
    const place = bytes.subarray(SIGNATURE_BYTES).toString('latin1');
    const isWhole = toBase32(bytes) === cursor && signature.length === SIGNATURE_BYTES;
    if (!isWhole || !timingSafeEqual(signature, this.#sign(collection, place))) {
      throw badRequest('The cursor was not issued for this listing.');
    }
    return Number(place.slice(0, place.indexOf(':')));
  }

  #sign(collection: string, place: string): Buffer {
    return createHmac('sha256', this.#secret).update(`${collection}\n${place}`).digest().subarray(0, SIGNATURE_BYTES);
  }
}
