import { unreadable } from '../http/refusal.js';
import { comparable, foldedText } from './comparable.js';
import type { QueryField, QueryFields } from './query-fields.js';
import type { WhereClause, WhereOperator, WhereValue } from './where-clause.js';

/** Kinds as a message of Xero names them. */
const TYPES = {
  text: 'String',
  guid: 'Guid',
  day: 'DateTime',
  number: 'Decimal',
  boolean: 'Boolean',
  null: 'null',
} as const;

type Test<T> = (record: T) => boolean;

/** Turns a clause into a test of records. @throws {Refusal} 400 for a field that is not there or of another type. */
export function matchesWhere<T>(clause: WhereClause, fields: QueryFields<T>): Test<T> {
  switch (clause.kind) {
    case 'and':
    case 'or': {
      const left = matchesWhere(clause.left, fields);
      const right = matchesWhere(clause.right, fields);
      return clause.kind === 'and'
        ? (record) => left(record) && right(record)
        : (record) => left(record) || right(record);
    }
    case 'compare':
      return comparison(fieldOf(clause.field, fields), clause.operator, clause.value);
    case 'call': {
      const field = fieldOf(clause.field, fields);
      if (field.kind !== 'text') throw incompatible(`.${clause.method}`, field.kind, 'text');
      const wanted = foldedText(clause.value);
      return (record) => holds(foldedText(String(field.read(record) ?? '')), clause.method, wanted);
    }
  }
}

/** The field of that name, in whatever case. @throws {Refusal} 400 where there is none. */
export function fieldOf<T>(name: string, fields: QueryFields<T>): QueryField<T> {
  const found = Object.entries(fields).find(([known]) => known.toLowerCase() === name.toLowerCase());
  if (!found) throw unreadable('QueryParseException', `No property or field '${name}' exists in this list`);
  return found[1];
}

function comparison<T>(field: QueryField<T>, operator: WhereOperator, value: WhereValue): Test<T> {
  const isEquality = operator === '==' || operator === '!=';
  if (value.kind === 'null') {
    if (!isEquality) throw incompatible(operator, field.kind, 'null');
    return (record) => (field.read(record) === null) === (operator === '==');
  }
  if (value.kind !== field.kind) throw incompatible(operator, field.kind, value.kind);
  if (!isEquality && (field.kind === 'guid' || field.kind === 'boolean'))
    throw incompatible(operator, field.kind, value.kind);
  const wanted = comparable(field.kind, value.value);
  return (record) => {
    const found = field.read(record);
    if (found === null) return operator === '!=';
    return compares(comparable(field.kind, found), operator, wanted);
  };
}

function compares<V extends string | number | boolean>(found: V, operator: WhereOperator, wanted: V): boolean {
  switch (operator) {
    case '==':
      return found === wanted;
    case '!=':
      return found !== wanted;
    case '>':
      return found > wanted;
    case '>=':
      return found >= wanted;
    case '<':
      return found < wanted;
    case '<=':
      return found <= wanted;
  }
}

function holds(found: string, method: 'Contains' | 'StartsWith' | 'EndsWith', wanted: string): boolean {
  if (method === 'Contains') return found.includes(wanted);
  return method === 'StartsWith' ? found.startsWith(wanted) : found.endsWith(wanted);
}

function incompatible(operator: string, left: keyof typeof TYPES, right: keyof typeof TYPES) {
  return unreadable(
    'QueryParseException',
    `Operator '${operator}' incompatible with operand types '${TYPES[left]}' and '${TYPES[right]}'`,
  );
}
