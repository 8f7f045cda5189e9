import { unreadable } from '../http/refusal.js';

export interface WhereToken {
  readonly kind: 'name' | 'text' | 'number' | 'sign';
  readonly value: string;
}

const TOKEN =
  /\s*(?:(?<text>"[^"]*")|(?<number>-?\d+(?:\.\d+)?)|(?<name>[A-Za-z_][\w.]*)|(?<sign>==|!=|>=|<=|&&|\|\||[<>(),=]))/y;

/** Cuts a clause into its words. @throws {Refusal} 400 `QueryParseException`. */
export function whereTokens(clause: string): readonly WhereToken[] {
  const tokens: WhereToken[] = [];
  const pattern = new RegExp(TOKEN);
  const end = clause.trimEnd().length;
  while (pattern.lastIndex < end) {
    const at = pattern.lastIndex;
    const groups = pattern.exec(clause)?.groups;
    if (!groups) throw unreadable('QueryParseException', `Syntax error (at index ${at})`);
    const [kind, value] = Object.entries(groups).find(([, found]) => found !== undefined) ?? ['sign', ''];
    if (kind === 'text') tokens.push({ kind, value: value.slice(1, -1) });
    else tokens.push({ kind: kind === 'name' || kind === 'number' ? kind : 'sign', value });
  }
  return tokens;
}
