import { badQuery } from './bad-query.js';
import { readTokens, type Token } from './tokens.js';

/** Reads a query's tokens one after the other. */
export class TokenReader {
  readonly #tokens: readonly Token[];
  #place = 0;

  constructor(query: string) {
    this.#tokens = readTokens(query);
  }

  get next(): Token {
    return this.#tokens[this.#place] ?? { kind: 'end', text: '' };
  }

  /** The next token, which is then over. */
  take(): Token {
    const token = this.next;
    this.#place += 1;
    return token;
  }

  /** Whether the next is this word or sign; it is over then. */
  takes(...texts: readonly string[]): boolean {
    const isThere = texts.every((text, index) => this.#isAt(this.#place + index, text));
    if (isThere) this.#place += texts.length;
    return isThere;
  }

  /** @throws {Refusal} unless the next is this word or sign. */
  expect(text: string): void {
    if (!this.takes(text)) throw badQuery(`Expected ${text.toUpperCase()} and found ${this.next.text || 'the end'}`);
  }

  /** A name. @throws {Refusal} where the next is none. */
  name(): string {
    const token = this.take();
    if (token.kind !== 'word') throw badQuery(`Expected a name and found ${token.text || 'the end'}`);
    return token.text;
  }

  /** What `read` reads, once or more, with commas between. */
  list<T>(read: () => T): readonly T[] {
    const items = [read()];
    while (this.takes(',')) items.push(read());
    return items;
  }

  #isAt(place: number, text: string): boolean {
    const token = this.#tokens[place];
    return token !== undefined && (token.kind === 'word' || token.kind === 'sign') && token.text === text;
  }
}
