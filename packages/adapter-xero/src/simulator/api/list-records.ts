import type { HeldRecord } from '../books/held-records.js';
import { unreadable } from '../http/refusal.js';
import { comparable } from '../where/comparable.js';
import { fieldOf, matchesWhere } from '../where/matches-where.js';
import { parseWhere } from '../where/parse-where.js';
import type { QueryFields } from '../where/query-fields.js';
import type { ApiCall } from './api-call.js';

/** A page of a list; without paging the whole of it, and then `pagination` is left out. */
export interface RecordPage<T> {
  readonly records: readonly T[];
  readonly isPaged: boolean;
  readonly pagination: Readonly<Record<string, unknown>>;
}

const USUAL_PAGE = 100;
const LARGEST_PAGE = 1_000;

/** Filters, orders and pages records as a call asks. @throws {Refusal} 400 `QueryParseException`. */
export function listRecords<T extends HeldRecord>(
  call: ApiCall,
  records: readonly T[],
  fields: QueryFields<T>,
): RecordPage<T> {
  return paged(call, ordered(call, filtered(call, records, fields), fields));
}

function filtered<T extends HeldRecord>(call: ApiCall, records: readonly T[], fields: QueryFields<T>): readonly T[] {
  const where = call.query.get('where');
  const since = modifiedSince(call);
  const matches = where === null ? () => true : matchesWhere(parseWhere(where), fields);
  return records.filter((record) => record.updatedAt > since && matches(record));
}

function modifiedSince({ ifModifiedSince }: ApiCall): number {
  if (ifModifiedSince === undefined) return -Infinity;
  const since = Date.parse(/(?:Z|[+-]\d\d:\d\d|GMT)$/.test(ifModifiedSince) ? ifModifiedSince : `${ifModifiedSince}Z`);
  if (Number.isNaN(since)) throw unreadable('QueryParseException', 'If-Modified-Since is no date.');
  return since;
}

function ordered<T>({ query }: ApiCall, records: readonly T[], fields: QueryFields<T>): readonly T[] {
  const order = query.get('order');
  if (order === null) return records;
  const [, name, direction = 'ASC'] = /^\s*([\w.]+)(?:\s+(ASC|DESC))?\s*$/i.exec(order) ?? [];
  if (name === undefined) throw unreadable('QueryParseException', `Cannot order by "${order}"`);
  const { kind, read } = fieldOf(name, fields);
  const sign = direction.toUpperCase() === 'ASC' ? 1 : -1;
  const keyOf = (record: T) => comparable(kind, read(record) ?? '');
  return records.toSorted((left, right) => sign * compare(keyOf(left), keyOf(right)));
}

function compare(left: string | number | boolean, right: string | number | boolean): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function paged<T>({ query }: ApiCall, records: readonly T[]): RecordPage<T> {
  const isPaged = query.has('page') || query.has('pageSize');
  if (!isPaged) return { records, isPaged, pagination: {} };
  const page = wholeNumber(query, 'page', 1, Number.MAX_SAFE_INTEGER);
  const pageSize = wholeNumber(query, 'pageSize', USUAL_PAGE, LARGEST_PAGE);
  const itemCount = records.length;
  const pagination = { page, pageSize, pageCount: Math.ceil(itemCount / pageSize), itemCount };
  return { records: records.slice((page - 1) * pageSize, page * pageSize), isPaged, pagination: { pagination } };
}

function wholeNumber(query: URLSearchParams, name: string, usual: number, largest: number): number {
  const given = query.get(name);
  if (given === null) return usual;
  const number = /^\d{1,15}$/.test(given) ? Number(given) : 0;
  if (number < 1 || number > largest)
    throw unreadable('QueryParseException', `${name} must be a whole number from 1 to ${largest}`);
  return number;
}

/** The values of a list filter such as `IDs=a,b`; null where it was not sent. */
export function listFilter({ query }: ApiCall, name: string): ReadonlySet<string> | null {
  const given = query.get(name);
  return given === null ? null : new Set(given.split(',').map((value) => value.trim().toLowerCase()));
}
