/**
 * The simulated ledgers: Abacus Books made to take a reference twice, so that it can only be asked; Abacus Books as it is, which refuses a
 * reference that it holds; Xero; NetSuite.
 */
export const LEDGERS = ['look-up', 'unique', 'xero', 'netsuite'] as const;
export type LedgerKind = (typeof LEDGERS)[number];

/** Where a blow can fall, part by part and in the order in which they run. The first place is what a name without one means. */
const PLACES = {
  /** On arrival, before it takes effect; after its effect, before the answer; on arrival, with an effect that comes late. */
  request: ['before', 'after', 'late'],
  commit: ['before', 'after'],
  /** As for a request; then the state file is deleted. */
  'lost-state': ['before', 'after'],
  /** Several kills, at moments that the number decides. */
  random: ['outside'],
  /** With answers on their way; right after a commit; in the middle of one; wherever it is when a request arrives. */
  stopped: ['request', 'commit', 'in-commit', 'anywhere'],
} as const;

export type Part = keyof typeof PLACES;
export type Place = (typeof PLACES)[Part][number];

/** The parts of the sweep. */
export const PARTS = Object.keys(PLACES) as readonly Part[];

/** The job carried once, with one blow, or with several at random. */
export interface SweepCase {
  readonly part: Part;
  /** The request or commit that is hit, counted from 1; for random kills the seed. */
  readonly number: number;
  readonly place: Place;
  readonly ledger: LedgerKind;
}

/** The name by which a case is repeated, such as `request:17:after:look-up`. */
export function nameOf({ part, number, place, ledger }: SweepCase): string {
  return [part, number, place, ledger].join(':');
}

/** The case of that name; place and ledger may be left out. Throws with a sentence where there is no such case. */
export function parseCase(name: string): SweepCase {
  const [partName, digits, placeName, ledgerName] = name.split(':');
  const part = oneOf(PARTS, partName, name);
  const number = Number(digits);
  if (!Number.isSafeInteger(number) || number < 1)
    throw new Error(`"${name}" needs a whole number from 1 after ${part}.`);
  const place = oneOf<Place>(PLACES[part], placeName ?? PLACES[part][0], name);
  return { part, number, place, ledger: oneOf(LEDGERS, ledgerName ?? LEDGERS[0], name) };
}

function oneOf<Word extends string>(words: readonly Word[], given: string | undefined, name: string): Word {
  const found = words.find((word) => word === given);
  if (found !== undefined) return found;
  throw new Error(`"${name}" is no case, as "${given}" is none of ${words.join(', ')}. An example: request:17:after.`);
}
