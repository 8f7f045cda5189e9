import { badQuery } from './bad-query.js';
import { callFunction, isAggregate, aggregate, type QuerySettings } from './functions.js';
import type { Row, SqlTable } from './sql-table.js';
import { compareValues, type SqlValue } from './sql-value.js';
import type { ComparisonOperator, Expression, Predicate } from './syntax.js';

/** One row of each joined table; null where an outer join found none. */
export type JoinedRow = Readonly<Record<string, Row | null>>;

/** Rows that are one row of the answer: a group, or a single one. */
export type RowGroup = readonly JoinedRow[];

/** The tables that a name may belong to, by alias. */
export type Scope = Readonly<Record<string, SqlTable>>;

export type Value = (rows: RowGroup) => SqlValue;
/** True, false, or neither, as in SQL. */
export type Condition = (rows: RowGroup) => boolean | null;

/** Turns what was written into what gives a value. @throws {Refusal} 400 for a field or function that is not there. */
export function compileValue(expression: Expression, scope: Scope, settings: QuerySettings): Value {
  switch (expression.kind) {
    case 'literal':
      return () => expression.value;
    case 'column': {
      const alias = aliasOf(expression, scope);
      return ([row]) => row?.[alias]?.(expression.column) ?? null;
    }
    case 'call':
      return compileCall(expression, scope, settings);
  }
}

/** The table that a column belongs to. */
export function aliasOf({ table, column }: Extract<Expression, { kind: 'column' }>, scope: Scope): string {
  const owners = Object.keys(scope).filter((alias) => scope[alias]?.columns.includes(column) === true);
  const fitting = table === null ? owners : owners.filter((alias) => alias === table);
  const [alias, second] = fitting;
  if (alias === undefined)
    throw badQuery(`Field '${column}' for record '${table ?? Object.keys(scope).join(', ')}' was not found`);
  if (second !== undefined) throw badQuery(`Field '${column}' is in more than one record`);
  return alias;
}

function compileCall(
  { name, parameters, isStar }: Extract<Expression, { kind: 'call' }>,
  scope: Scope,
  settings: QuerySettings,
): Value {
  const values = parameters.map((parameter) => compileValue(parameter, scope, settings));
  if (!isAggregate(name))
    return (rows) =>
      callFunction(
        name,
        values.map((value) => value(rows)),
        settings,
      );
  const [value] = values;
  return (rows) => aggregate(name, isStar || !value ? rows.map(() => null) : rows.map((row) => value([row])), isStar);
}

/** Turns what was written into what is true or not. */
export function compileCondition(expression: Predicate, scope: Scope, settings: QuerySettings): Condition {
  const condition = (inner: Predicate) => compileCondition(inner, scope, settings);
  const value = (inner: Expression) => compileValue(inner, scope, settings);
  switch (expression.kind) {
    case 'and': {
      const [left, right] = [condition(expression.left), condition(expression.right)];
      return (rows) => both(left(rows), () => right(rows));
    }
    case 'or': {
      const [left, right] = [condition(expression.left), condition(expression.right)];
      return (rows) => not(both(not(left(rows)), () => not(right(rows))));
    }
    case 'not': {
      const inner = condition(expression.inner);
      return (rows) => not(inner(rows));
    }
    case 'null-test': {
      const inner = value(expression.value);
      return (rows) => (inner(rows) === null) !== expression.isNegated;
    }
    case 'comparison': {
      const [left, right] = [value(expression.left), value(expression.right)];
      return (rows) => compared(expression.operator, left(rows), right(rows), settings);
    }
    case 'in': {
      const [inner, list] = [value(expression.value), expression.list.map(value)];
      const isFixed = expression.list.every(({ kind }) => kind === 'literal');
      const fixed = list.map((item) => item([]));
      return (rows) => {
        const items = isFixed ? fixed : list.map((item) => item(rows));
        return negatedIf(expression.isNegated, isIn(inner(rows), items, settings));
      };
    }
    case 'like': {
      const [inner, pattern] = [value(expression.value), value(expression.pattern)];
      return (rows) => negatedIf(expression.isNegated, isLike(inner(rows), pattern(rows)));
    }
  }
}

function compared(
  operator: ComparisonOperator,
  left: SqlValue,
  right: SqlValue,
  settings: QuerySettings,
): boolean | null {
  if (left === null || right === null) return null;
  const order = compareValues(left, right, settings.readDate);
  switch (operator) {
    case '=':
      return order === 0;
    case '<>':
      return order !== 0;
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}

function isIn(value: SqlValue, list: readonly SqlValue[], settings: QuerySettings): boolean | null {
  if (value === null) return null;
  const isFound = list.some((item) => item !== null && compareValues(value, item, settings.readDate) === 0);
  return isFound ? true : list.includes(null) ? null : false;
}

/** `%` stands for any signs, `_` for one. */
function isLike(value: SqlValue, pattern: SqlValue): boolean | null {
  if (value === null || pattern === null) return null;
  const source = pattern.text
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll('%', '.*')
    .replaceAll('_', '.');
  return new RegExp(`^${source}$`, 'su').test(value.text);
}

function both(left: boolean | null, right: () => boolean | null): boolean | null {
  if (left === false) return false;
  const other = right();
  return other === false ? false : left === null || other === null ? null : true;
}

function not(value: boolean | null): boolean | null {
  return value === null ? null : !value;
}

function negatedIf(isNegated: boolean, value: boolean | null): boolean | null {
  return isNegated ? not(value) : value;
}
