import { hash } from 'node:crypto';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The id of an entry in the ledger: `LF-` and 16 characters, 80 bits of a hash of its reference. The same for ever. */
export function externalIdOf(reference: string): string {
  const bytes = hash('sha256', reference, 'buffer');
  let id = 'LF-';
  for (let bit = 0; bit < 80; bit += 5) {
    const pair = bytes.readUInt16BE(bit >> 3);
    id += ALPHABET[(pair >> (11 - (bit & 7))) & 31];
  }
  return id;
}
