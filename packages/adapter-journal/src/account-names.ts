/** Which characters a ledger form takes in one part of an account name. */
export interface LegalCharacters {
  readonly first: RegExp;
  readonly any: RegExp;
}

const NEUTRAL_START = 'X-u-';
const ESCAPED = /-u([0-9A-F]+)-/g;

/**
 * An account code as a part of an account name. What is not legal there is written as `-u<code point>-`, so that no two
 * codes ever share a name; {@link decodeAccountCode} is the way back.
 */
export function encodeAccountCode(code: string, legal: LegalCharacters): string {
  const characters = Array.from(code);
  const encoded = characters
    .map((character, place) => (isPlain(characters, place, legal) ? character : escapeCharacter(character)))
    .join('');
  return legal.first.test(encoded) ? encoded : NEUTRAL_START + encoded;
}

/** The code that {@link encodeAccountCode} was given. */
export function decodeAccountCode(part: string): string {
  const encoded = part.startsWith(NEUTRAL_START) ? part.slice(NEUTRAL_START.length) : part;
  return encoded.replace(ESCAPED, (_, point: string) => String.fromCodePoint(Number.parseInt(point, 16)));
}

/** The last part of a full account name: `3620` of `Expenses:Software:3620`. */
export function lastPartOf(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1);
}

function isPlain(characters: readonly string[], place: number, legal: LegalCharacters): boolean {
  const character = characters[place] ?? '';
  const next = characters[place + 1];
  if (character === '-' && next === 'u') return false;
  if (character === ' ' && (place === 0 || next === undefined || next === ' ')) return false;
  return legal.any.test(character);
}

function escapeCharacter(character: string): string {
  return `-u${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}-`;
}
