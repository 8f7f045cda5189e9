import { resourceAnswer, type Answer } from '../http/answer.js';
import { JsonNumber } from '@ledgerferry/http';
import { invalidParameter, invalidRequest } from '../http/problems.js';
import { pageOf } from '../http/page-of.js';
import { parseObject } from '../http/read-object.js';
import { isSince, type ServiceCall } from '../http/service-call.js';
import type { SimulatedRole } from '../netsuite-simulator-options.js';
import { badQuery } from './bad-query.js';
import { readUserDate, writeUserDate } from './dates.js';
import { parseQuery } from './parse-query.js';
import { runQuery, type ResultRow } from './run-query.js';
import { sqlNumber, sqlText, type SqlValue } from './sql-value.js';
import { tableSeen } from './tables/table-seen.js';

/** Answers a query. Source: Oracle, Executing SuiteQL Queries Through REST Web Services. */
export function answerQuery(call: ServiceCall, role: SimulatedRole): Answer {
  const { books, headers, method } = call;
  if (method !== 'POST') throw invalidRequest('SuiteQL is asked by POST.', 'SuiteQL wird mit POST abgefragt.', 405);
  if (headers['prefer'] !== 'transient') {
    throw invalidParameter('The header Prefer must be set to transient.', 'Der Header Prefer muss transient sein.');
  }
  const { q, params, ...others } = parseObject(call);
  if (typeof q !== 'string' || Object.keys(others).length > 0) throw badQuery('The body holds q, a text, and params');
  const dateFormat = books.account.dateFormat;
  const query = parseQuery(q, boundParameters(params, call));
  const rows = runQuery(query, (name) => tableSeen(name, books, role), {
    readDate: (text) => readUserDate(text, dateFormat),
  });
  const { page, ...paging } = pageOf(rows, call);
  const isOrdered = query.orderBy.length > 0;
  const shown = isOrdered ? page : pageOf(shuffled(rows, paging.offset), call).page;
  const items = shown.map((row) => ({ links: [], ...itemOf(row, (date) => writeUserDate(date, dateFormat)) }));
  return resourceAnswer(200, 'collection', { ...paging, items });
}

/** Source: Oracle, What's New in 2026.2: bound parameters. */
function boundParameters(params: unknown, call: ServiceCall): readonly SqlValue[] {
  if (params === undefined) return [];
  if (!isSince(call, '2026.2')) throw invalidRequest('Unknown property params.', 'Unbekannte Eigenschaft params.');
  if (!Array.isArray(params)) throw badQuery('params must be an array');
  return params.map((parameter: unknown) => {
    if (parameter instanceof JsonNumber) return sqlNumber(parameter.text);
    if (typeof parameter === 'string') return sqlText(parameter);
    if (parameter === null) return null;
    throw badQuery('A parameter is a text, a number or null');
  });
}

/** Without ORDER BY pages of more than one do not fit together: each begins elsewhere. */
function shuffled(rows: readonly ResultRow[], offset: number): readonly ResultRow[] {
  const start = offset === 0 ? 0 : 1;
  return [...rows.slice(start), ...rows.slice(0, start)];
}

/** All values are texts; what is null is left out. */
function itemOf(row: ResultRow, writeDate: (date: string) => string): Readonly<Record<string, string>> {
  const filled = Object.entries(row).flatMap(([name, value]) =>
    value === null ? [] : [[name, value.type === 'date' ? writeDate(value.text) : value.text] as const],
  );
  return Object.fromEntries(filled);
}
