import { badQuery } from './bad-query.js';

/** A word, text, number or sign of a query. Words stand in lower case. */
export interface Token {
  readonly kind: 'word' | 'text' | 'number' | 'sign' | 'end';
  readonly text: string;
}

const TOKEN = /\s*(?:('(?:[^']|'')*')|(\d+(?:\.\d+)?)|([A-Za-z_]\w*)|(<=|>=|<>|!=|[=<>(),.*?]))/y;

/** Cuts a query up. A text's doubled quotes become single ones. @throws {Refusal} 400 at a sign that does not belong there. */
export function readTokens(query: string): readonly Token[] {
  const tokens: Token[] = [];
  const source = query.trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const at = TOKEN.lastIndex;
    const [, text, number, word, sign] = TOKEN.exec(source) ?? [];
    if (text !== undefined) tokens.push({ kind: 'text', text: text.slice(1, -1).replaceAll("''", "'") });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word.toLowerCase() });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign });
    else throw badQuery(`Unexpected sign at ${at}: ${source.slice(at, at + 12)}`);
  }
  return [...tokens, { kind: 'end', text: '' }];
}
