import { z } from 'zod';
import { badRequest } from './refusal.js';

/** The cursors' alphabet as the specification prints it. */
const CURSOR = /^[A-Z2-7=~]+$/;
const PAGING_NAMES = ['before', 'after', 'offset', 'limit', 'sorting_keys', 'sorting_order'];

/** Which page is asked for; at most one of `before`, `after` and `offset` is set. */
export interface PageRequest {
  before?: string;
  after?: string;
  offset?: number;
  limit?: number;
  /** The query as sent, echoed in `currentRequestPagination`. */
  parameters: Record<string, string[]>;
}

/** Refuses parameters that the endpoint does not have, such as `companyId` for `company_id`. */
export function refuseUnknownParameters(query: URLSearchParams, known: readonly string[]): void {
  for (const name of query.keys()) {
    if (!known.includes(name)) {
      throw badRequest(`Unknown query parameter "${name}". Known here: ${known.join(', ') || 'none'}.`);
    }
  }
}

export function refuseUnknownPagedParameters(query: URLSearchParams, known: readonly string[]): void {
  refuseUnknownParameters(query, [...known, ...PAGING_NAMES]);
}

export function parsePageRequest(query: URLSearchParams): PageRequest {
  refuseSorting(query);
  const page: PageRequest = { parameters: {} };
  for (const name of query.keys()) page.parameters[name] = query.getAll(name);
  for (const name of ['before', 'after'] as const) {
    const cursor = singleParameter(query, name);
    if (cursor !== undefined) page[name] = parseCursor(name, cursor);
  }
  for (const name of ['offset', 'limit'] as const) {
    const number = singleParameter(query, name);
    if (number !== undefined) page[name] = parseCount(name, number);
  }
  const positions = (['before', 'after', 'offset'] as const).filter((name) => page[name] !== undefined);
  if (positions.length > 1) throw badRequest(`${positions.join(' and ')} cannot be used together.`);
  return page;
}

/** The value of a parameter that may be given once. */
export function singleParameter(query: URLSearchParams, name: string): string | undefined {
  const values = query.getAll(name);
  if (values.length > 1) throw badRequest(`Query parameter "${name}" is given ${values.length} times.`);
  return values[0];
}

export function uuidParameter(query: URLSearchParams, name: string): string | undefined {
  const value = singleParameter(query, name);
  return value === undefined ? undefined : parseUuid(name, value);
}

export function parseUuid(name: string, value: string): string {
  if (!z.uuid().safeParse(value).success) throw badRequest(`"${name}" is not a UUID: ${value}`);
  return value.toLowerCase();
}

export function parseChoice<Choice extends string>(name: string, value: string, choices: readonly Choice[]): Choice {
  const choice = choices.find((candidate) => candidate === value);
  if (choice === undefined) throw badRequest(`"${name}" must be one of ${choices.join(', ')}, not "${value}".`);
  return choice;
}

// Pleo names no sorting key that it would accept, so a client that sends one relies on nothing.
function refuseSorting(query: URLSearchParams): void {
  for (const name of ['sorting_keys', 'sorting_order']) {
    if (query.has(name)) throw badRequest(`"${name}": no sorting key is documented for this endpoint.`);
  }
}

function parseCursor(name: string, value: string): string {
  if (!CURSOR.test(value)) throw badRequest(`"${name}" is not a cursor: it must match ${CURSOR.source}.`);
  return value;
}

function parseCount(name: 'offset' | 'limit', value: string): number {
  const largest = name === 'limit' ? 2_147_483_647 : Number.MAX_SAFE_INTEGER;
  const number = /^\d+$/.test(value) ? Number(value) : -1;
  if (number < 0 || number > largest) throw badRequest(`"${name}" must be a whole number from 0 to ${largest}.`);
  return number;
}
