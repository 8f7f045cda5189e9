import { badQuery } from './bad-query.js';
import { compileValue, type JoinedRow, type RowGroup, type Scope, type Value } from './compile.js';
import { isAggregate, type QuerySettings } from './functions.js';
import { joinTables } from './join-tables.js';
import type { SqlTable } from './sql-table.js';
import { compareValues, type SqlValue } from './sql-value.js';
import type { Expression, SelectQuery } from './syntax.js';

/** Rows of an answer: values by column. */
export type ResultRow = Readonly<Record<string, SqlValue>>;

/** Runs a query over tables by name. @throws {Refusal} 400 for a record or field that is not there. */
export function runQuery(
  query: SelectQuery,
  tableNamed: (name: string) => SqlTable,
  settings: QuerySettings,
): readonly ResultRow[] {
  const { scope, rows } = joinTables(query, tableNamed, settings);
  const groups = isGrouped(query) ? grouped(rows, query, scope, settings) : rows.map((row) => [row]);
  const columns = selected(query, scope, settings);
  const results = sorted(groups, query, scope, settings).map((group) => resultOf(group, columns));
  return query.isDistinct ? withoutRepeats(results) : results;
}

function isGrouped({ groupBy, columns }: SelectQuery): boolean {
  return groupBy.length > 0 || (columns ?? []).some(({ expression }) => addsUp(expression));
}

function addsUp(expression: Expression): boolean {
  return expression.kind === 'call' && (isAggregate(expression.name) || expression.parameters.some(addsUp));
}

function grouped(
  rows: readonly JoinedRow[],
  query: SelectQuery,
  scope: Scope,
  settings: QuerySettings,
): readonly RowGroup[] {
  refuseUngrouped(query);
  const keys = query.groupBy.map((expression) => compileValue(expression, scope, settings));
  const groups = new Map<string, JoinedRow[]>();
  for (const row of rows) {
    const key = JSON.stringify(keys.map((value) => value([row])));
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return groups.size === 0 && keys.length === 0 ? [[]] : [...groups.values()];
}

function refuseUngrouped({ columns, groupBy }: SelectQuery): void {
  const keys = groupBy.map((expression) => JSON.stringify(expression));
  for (const { expression, name } of columns ?? []) {
    const isKey = keys.includes(JSON.stringify(expression)) || expression.kind === 'literal';
    if (!isKey && !addsUp(expression)) throw badQuery(`${name} is neither added up nor in GROUP BY`);
  }
}

function selected({ columns }: SelectQuery, scope: Scope, settings: QuerySettings): ReadonlyMap<string, Value> {
  if (columns) return new Map(columns.map(({ name, expression }) => [name, compileValue(expression, scope, settings)]));
  const all = Object.entries(scope).flatMap(([table, { columns: names }]) =>
    names.map((column) => ({ table, column })),
  );
  return new Map(
    all.map(({ table, column }) => [column, compileValue({ kind: 'column', table, column }, scope, settings)]),
  );
}

function resultOf(group: RowGroup, columns: ReadonlyMap<string, Value>): ResultRow {
  return Object.fromEntries([...columns].map(([name, value]) => [name, value(group)]));
}

/** Nulls come last, as in Oracle's database. A name of the answer's goes before a field's. */
function sorted(
  groups: readonly RowGroup[],
  query: SelectQuery,
  scope: Scope,
  settings: QuerySettings,
): readonly RowGroup[] {
  const orderings = query.orderBy.map(({ expression, isDescending }) => {
    const named = expression.kind === 'column' && expression.table === null ? expression.column : null;
    const column = query.columns?.find(({ name }) => name === named);
    return { value: compileValue(column?.expression ?? expression, scope, settings), sign: isDescending ? -1 : 1 };
  });
  return groups.toSorted((one, other) => {
    for (const { value, sign } of orderings) {
      const order = sign * compareForOrder(value(one), value(other));
      if (order !== 0) return order;
    }
    return 0;
  });
}

function compareForOrder(one: SqlValue, other: SqlValue): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return compareValues(one, other, () => null);
}

function withoutRepeats(results: readonly ResultRow[]): readonly ResultRow[] {
  return [...new Map(results.map((row) => [JSON.stringify(row), row])).values()];
}
