import { badQuery } from './bad-query.js';
import { sqlNumber, sqlText, type SqlValue } from './sql-value.js';
import type { ComparisonOperator, Expression, Predicate } from './syntax.js';
import type { TokenReader } from './token-reader.js';

/** Most values of an `IN`, as in Oracle's database. */
const LONGEST_LIST = 1_000;

const OPERATORS: Readonly<Record<string, ComparisonOperator>> = {
  '=': '=',
  '<>': '<>',
  '!=': '<>',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};

/** Gives the next bound parameter. */
export type NextParameter = () => SqlValue;

/** Conditions joined by OR and AND, the latter first. */
export function parseCondition(reader: TokenReader, nextParameter: NextParameter): Predicate {
  let left = parseConjunction(reader, nextParameter);
  while (reader.takes('or')) left = { kind: 'or', left, right: parseConjunction(reader, nextParameter) };
  return left;
}

function parseConjunction(reader: TokenReader, nextParameter: NextParameter): Predicate {
  let left = parseTest(reader, nextParameter);
  while (reader.takes('and')) left = { kind: 'and', left, right: parseTest(reader, nextParameter) };
  return left;
}

function parseTest(reader: TokenReader, nextParameter: NextParameter): Predicate {
  if (reader.takes('not')) return { kind: 'not', inner: parseTest(reader, nextParameter) };
  if (reader.takes('(')) {
    const inner = parseCondition(reader, nextParameter);
    reader.expect(')');
    return inner;
  }
  const value = parseValue(reader, nextParameter);
  if (reader.takes('is', 'not', 'null')) return { kind: 'null-test', value, isNegated: true };
  if (reader.takes('is', 'null')) return { kind: 'null-test', value, isNegated: false };
  const isNegated = reader.takes('not');
  if (reader.takes('in')) return { kind: 'in', value, list: parseList(reader, nextParameter), isNegated };
  if (reader.takes('like')) return { kind: 'like', value, pattern: parseValue(reader, nextParameter), isNegated };
  const operator = OPERATORS[reader.take().text];
  if (operator === undefined || isNegated)
    throw badQuery('A condition needs an operator: =, <>, <, >, IN, LIKE or IS NULL');
  return { kind: 'comparison', operator, left: value, right: parseValue(reader, nextParameter) };
}

function parseList(reader: TokenReader, nextParameter: NextParameter): readonly Expression[] {
  reader.expect('(');
  const list = reader.list(() => parseValue(reader, nextParameter));
  reader.expect(')');
  if (list.length > LONGEST_LIST) throw badQuery(`A list holds at most ${LONGEST_LIST} values`);
  return list;
}

/** A literal, parameter, column or function call. */
export function parseValue(reader: TokenReader, nextParameter: NextParameter): Expression {
  const token = reader.take();
  if (token.kind === 'text') return { kind: 'literal', value: sqlText(token.text) };
  if (token.kind === 'number') return { kind: 'literal', value: sqlNumber(token.text) };
  if (token.kind === 'sign' && token.text === '?') return { kind: 'literal', value: nextParameter() };
  if (token.kind !== 'word') throw badQuery(`Expected a value and found ${token.text || 'the end'}`);
  if (token.text === 'null') return { kind: 'literal', value: null };
  if (reader.takes('(')) return parseCall(token.text, reader, nextParameter);
  if (reader.takes('.')) return { kind: 'column', table: token.text, column: reader.name() };
  return { kind: 'column', table: null, column: token.text };
}

function parseCall(name: string, reader: TokenReader, nextParameter: NextParameter): Expression {
  const isStar = reader.takes('*');
  const parameters = isStar ? [] : reader.list(() => parseValue(reader, nextParameter));
  reader.expect(')');
  return { kind: 'call', name, parameters, isStar };
}
