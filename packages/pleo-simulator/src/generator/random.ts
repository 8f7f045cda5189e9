/** A source of repeatable choices: one seed, one sequence. */
export class Random {
  readonly #mark: string;
  #state: number;

  constructor(seed: number) {
    this.#state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.trunc(seed / 4_294_967_296);
    this.#mark = (this.#state >>> 0).toString(16).padStart(8, '0');
  }

  /** A whole number from `least` to `most`, both included. */
  integer(least: number, most: number): number {
    return least + Math.floor(this.#next() * (most - least + 1));
  }

  /** True in this share of cases, from 0 to 1. */
  chance(share: number): boolean {
    return this.#next() < share;
  }

  pick<Choice>(choices: readonly Choice[]): Choice {
    if (choices.length === 0) throw new Error('There is nothing to pick from.');
    return choices[this.integer(0, choices.length - 1)] as Choice;
  }

  /** A new array in another order. */
  shuffle<Element>(elements: readonly Element[]): Element[] {
    const shuffled = [...elements];
    for (let index = shuffled.length - 1; index > 0; index -= 1) {
      const other = this.integer(0, index);
      [shuffled[index], shuffled[other]] = [shuffled[other] as Element, shuffled[index] as Element];
    }
    return shuffled;
  }

  /** A version 4 UUID. It ends in a mark of the seed, so that two seeds of 32 bits never share one. */
  uuid(): string {
    const words = [0, 0, 0].map(() => this.integer(0, 0xffffffff).toString(16).padStart(8, '0'));
    return formatUuid(words.join('') + this.#mark);
  }

  // mulberry32, a public-domain generator by Tommy Ettinger: 32 bits of state, good enough to vary test data.
  #next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
}

/** Writes 32 hexadecimal digits as a version 4 UUID. */
export function formatUuid(hexadecimal: string): string {
  const digits = `${hexadecimal.slice(0, 12)}4${hexadecimal.slice(13, 16)}a${hexadecimal.slice(17, 32)}`;
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
