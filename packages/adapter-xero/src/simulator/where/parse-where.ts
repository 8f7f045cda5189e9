import { unreadable } from '../http/refusal.js';
import type { TextMethod, WhereClause, WhereOperator, WhereValue } from './where-clause.js';
import { whereTokens, type WhereToken } from './where-tokens.js';

const OPERATORS: Readonly<Record<string, WhereOperator>> = {
  '==': '==',
  '=': '==',
  '!=': '!=',
  '>': '>',
  '>=': '>=',
  '<': '<',
  '<=': '<=',
};
const METHODS: readonly TextMethod[] = ['Contains', 'StartsWith', 'EndsWith'];

/**
 * Reads the documented forms of `where`: comparisons with texts, numbers, `true`, `null`, `guid("…")` and `DateTime(2026,11,21)`,
 * `Name.Contains("…")` and its kin, joined by AND and OR, in brackets.
 *
 * @throws {Refusal} 400 `QueryParseException` for everything else.
 */
export function parseWhere(clause: string): WhereClause {
  const reader = new WhereReader(whereTokens(clause));
  const parsed = reader.either();
  reader.end();
  return parsed;
}

class WhereReader {
  readonly #tokens: readonly WhereToken[];
  #place = 0;

  constructor(tokens: readonly WhereToken[]) {
    this.#tokens = tokens;
  }

  either(): WhereClause {
    let left = this.#both();
    while (this.#takes('OR', '||')) left = { kind: 'or', left, right: this.#both() };
    return left;
  }

  end(): void {
    if (this.#place < this.#tokens.length) throw this.#refuse();
  }

  #both(): WhereClause {
    let left = this.#one();
    while (this.#takes('AND', '&&')) left = { kind: 'and', left, right: this.#one() };
    return left;
  }

  #one(): WhereClause {
    if (this.#takes('(')) {
      const inner = this.either();
      this.#demand(')');
      return inner;
    }
    const field = this.#next('name');
    const method = METHODS.find((name) => field.endsWith(`.${name}`));
    if (method) return this.#call(field.slice(0, -method.length - 1), method);
    const operator = OPERATORS[this.#next('sign')];
    if (!operator) throw this.#refuse();
    return { kind: 'compare', field, operator, value: this.#value() };
  }

  #call(field: string, method: TextMethod): WhereClause {
    this.#demand('(');
    const value = this.#next('text');
    this.#demand(')');
    return { kind: 'call', field, method, value };
  }

  #value(): WhereValue {
    const token = this.#tokens[this.#place];
    this.#place += 1;
    if (token?.kind === 'text') return { kind: 'text', value: token.value };
    if (token?.kind === 'number') return { kind: 'number', value: token.value };
    switch (token?.value.toLowerCase() ?? '') {
      case 'true':
        return { kind: 'boolean', value: true };
      case 'false':
        return { kind: 'boolean', value: false };
      case 'null':
        return { kind: 'null' };
      case 'guid':
        return this.#guid();
      case 'datetime':
        return this.#day();
      default:
        throw this.#refuse();
    }
  }

  #guid(): WhereValue {
    this.#demand('(');
    const value = this.#next('text').toLowerCase();
    this.#demand(')');
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value))
      throw unreadable('QueryParseException', `"${value}" is no Guid`);
    return { kind: 'guid', value };
  }

  #day(): WhereValue {
    this.#demand('(');
    const parts = [this.#next('number')];
    while (this.#takes(',')) parts.push(this.#next('number'));
    this.#demand(')');
    const [year = '', month = '', day = '', ...time] = parts;
    const value = `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    if (
      parts.length < 3 ||
      parts.length > 6 ||
      time.some((part) => Number(part) !== 0) ||
      Number.isNaN(Date.parse(value))
    )
      throw unreadable('QueryParseException', `DateTime(${parts.join(',')}) is no day`);
    return { kind: 'day', value };
  }

  #takes(...values: readonly string[]): boolean {
    const token = this.#tokens[this.#place];
    if (!token || token.kind === 'text' || !values.includes(token.value.toUpperCase())) return false;
    this.#place += 1;
    return true;
  }

  #demand(value: string): void {
    if (!this.#takes(value)) throw this.#refuse();
  }

  #next(kind: WhereToken['kind']): string {
    const token = this.#tokens[this.#place];
    if (token?.kind !== kind) throw this.#refuse();
    this.#place += 1;
    return token.value;
  }

  #refuse() {
    const found = this.#tokens[this.#place]?.value;
    return unreadable(
      'QueryParseException',
      found === undefined ? 'Expression expected' : `Syntax error near "${found}"`,
    );
  }
}
