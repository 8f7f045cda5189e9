const PLAIN = /[A-Za-z0-9.-]/;
const ENCODED = /_([0-9a-f]{2})/g;

/**
 * A file name in the characters that no part of Xero minds, from which the original can be read again: every other character is an
 * underscore and the two digits of each of its bytes. Source: Xero Accounting API, Attachments: file names.
 */
export function toXeroFileName(fileName: string): string {
  return Array.from(fileName, (character) => (PLAIN.test(character) ? character : encode(character))).join('');
}

/** What {@link toXeroFileName} was given; any name that this cannot have made stays as it is. */
export function fromXeroFileName(name: string): string {
  const original = decodeURIComponentOrNull(name.replaceAll('%', '%25').replaceAll(ENCODED, '%$1'));
  return original !== null && toXeroFileName(original) === name ? original : name;
}

function encode(character: string): string {
  return Array.from(Buffer.from(character), (byte) => `_${byte.toString(16).padStart(2, '0')}`).join('');
}

function decodeURIComponentOrNull(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
