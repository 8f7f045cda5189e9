import { badQuery } from './bad-query.js';
import { columnsOf, conjuncts } from './columns-of.js';
import { aliasOf, compileCondition, type JoinedRow, type Scope } from './compile.js';
import type { QuerySettings } from './functions.js';
import type { Row, SqlTable } from './sql-table.js';
import type { Join, Predicate, SelectQuery } from './syntax.js';

/** The rows of a query's tables together that WHERE lets through. */
export function joinTables(
  { from, joins, where }: SelectQuery,
  tableNamed: (name: string) => SqlTable,
  settings: QuerySettings,
): { readonly scope: Scope; readonly rows: readonly JoinedRow[] } {
  const scope: Record<string, SqlTable> = {};
  for (const { alias, table } of [from, ...joins]) {
    if (alias in scope) throw badQuery(`The name ${alias} is taken`);
    scope[alias] = tableNamed(table);
  }
  const conditions = where === null ? [] : conjuncts(where);
  // what the first table alone decides is decided before anything is joined to it
  const isOwn = (condition: Predicate) => columnsOf(condition).every((column) => aliasOf(column, scope) === from.alias);
  const first = (scope[from.alias]?.rows() ?? []).map((row): JoinedRow => ({ [from.alias]: row }));
  let rows = filtered(first, conditions.filter(isOwn), scope, settings);
  for (const join of joins) rows = joined(rows, join, scope, settings);
  const others = conditions.filter((condition) => !isOwn(condition));
  return { scope, rows: filtered(rows, others, scope, settings) };
}

function filtered(
  rows: readonly JoinedRow[],
  conditions: readonly Predicate[],
  scope: Scope,
  settings: QuerySettings,
): readonly JoinedRow[] {
  const compiled = conditions.map((condition) => compileCondition(condition, scope, settings));
  return rows.filter((row) => compiled.every((condition) => condition([row]) === true));
}

function joined(rows: readonly JoinedRow[], join: Join, scope: Scope, settings: QuerySettings): readonly JoinedRow[] {
  const { alias, isOuter, on } = join;
  const condition = compileCondition(on, scope, settings);
  const candidatesOf = candidates(join, scope);
  return rows.flatMap((row) => {
    const pairs = candidatesOf(row).map((other): JoinedRow => ({ ...row, [alias]: other }));
    const matches = pairs.filter((pair) => condition([pair]) === true);
    return matches.length === 0 && isOuter ? [{ ...row, [alias]: null }] : matches;
  });
}

/** Rows of the joined table that may fit: those with the same key where the condition asks for equal columns, else all. */
function candidates({ alias, on }: Join, scope: Scope): (row: JoinedRow) => readonly Row[] {
  const all = scope[alias]?.rows() ?? [];
  const key = equalColumns(on, alias, scope);
  if (!key) return () => all;
  const byKey = Map.groupBy(all, (row) => row(key.inner)?.text);
  return (row) => byKey.get(row[key.outerAlias]?.(key.outer)?.text) ?? [];
}

/** The first pair of columns, one of the joined table and one of another, that must be equal. */
function equalColumns(
  on: Predicate,
  alias: string,
  scope: Scope,
): { readonly inner: string; readonly outer: string; readonly outerAlias: string } | null {
  for (const condition of conjuncts(on)) {
    if (condition.kind !== 'comparison' || condition.operator !== '=') continue;
    const [one, other, ...more] = columnsOf(condition);
    if (!one || !other || more.length > 0 || condition.left !== one || condition.right !== other) continue;
    const [inner, outer] = aliasOf(one, scope) === alias ? [one, other] : [other, one];
    const outerAlias = aliasOf(outer, scope);
    if (aliasOf(inner, scope) === alias && outerAlias !== alias) {
      return { inner: inner.column, outer: outer.column, outerAlias };
    }
  }
  return null;
}
