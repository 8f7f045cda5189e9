import { badQuery } from './bad-query.js';
import { parseCondition, parseValue, type NextParameter } from './parse-expression.js';
import type { SqlValue } from './sql-value.js';
import type { Join, Ordering, SelectedColumn, SelectQuery, TableReference } from './syntax.js';
import { TokenReader } from './token-reader.js';

const CLAUSES = ['where', 'join', 'inner', 'left', 'on', 'group', 'order', 'fetch', 'having', 'union'];

/** Reads a SELECT. @throws {Refusal} 400 for what is no query, or one of a kind that the simulator does not know. */
export function parseQuery(query: string, parameters: readonly SqlValue[]): SelectQuery {
  const reader = new TokenReader(query);
  let used = 0;
  const nextParameter = () => {
    if (used >= parameters.length) throw badQuery('There are more question marks than parameters');
    return parameters[used++] ?? null;
  };
  const parsed = parseSelect(reader, nextParameter);
  if (reader.next.kind !== 'end') throw badQuery(`Did not expect ${reader.next.text}`);
  if (used < parameters.length) throw badQuery('There are more parameters than question marks');
  return parsed;
}

function parseSelect(reader: TokenReader, nextParameter: NextParameter): SelectQuery {
  reader.expect('select');
  const isDistinct = reader.takes('distinct');
  let unnamed = 0;
  const nextName = () => `expr${(unnamed += 1)}`;
  const columns = reader.takes('*') ? null : reader.list(() => parseColumn(reader, nextParameter, nextName));
  reader.expect('from');
  const from = parseTable(reader);
  const joins: Join[] = [];
  for (let join = parseJoin(reader, nextParameter); join; join = parseJoin(reader, nextParameter)) joins.push(join);
  const where = reader.takes('where') ? parseCondition(reader, nextParameter) : null;
  const groupBy = reader.takes('group', 'by') ? reader.list(() => parseValue(reader, nextParameter)) : [];
  const orderBy = reader.takes('order', 'by') ? reader.list(() => parseOrdering(reader, nextParameter)) : [];
  return { isDistinct, columns, from, joins, where, groupBy, orderBy };
}

function parseColumn(reader: TokenReader, nextParameter: NextParameter, nextName: () => string): SelectedColumn {
  const expression = parseValue(reader, nextParameter);
  const hasAlias = reader.takes('as') || (reader.next.kind === 'word' && reader.next.text !== 'from');
  if (hasAlias) return { expression, name: reader.name() };
  return { expression, name: expression.kind === 'column' ? expression.column : nextName() };
}

function parseTable(reader: TokenReader): TableReference {
  const table = reader.name();
  const hasAlias = reader.takes('as') || (reader.next.kind === 'word' && !CLAUSES.includes(reader.next.text));
  return { table, alias: hasAlias ? reader.name() : table };
}

function parseJoin(reader: TokenReader, nextParameter: NextParameter): Join | null {
  const isOuter = reader.takes('left', 'outer', 'join') || reader.takes('left', 'join');
  if (!isOuter && !reader.takes('inner', 'join') && !reader.takes('join')) return null;
  const table = parseTable(reader);
  reader.expect('on');
  return { ...table, isOuter, on: parseCondition(reader, nextParameter) };
}

function parseOrdering(reader: TokenReader, nextParameter: NextParameter): Ordering {
  const expression = parseValue(reader, nextParameter);
  const isDescending = reader.takes('desc');
  if (!isDescending) reader.takes('asc');
  return { expression, isDescending };
}
