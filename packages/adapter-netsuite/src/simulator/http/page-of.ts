import { invalidParameter } from './problems.js';
import type { ServiceCall } from './service-call.js';

/** Most rows of a page, and of all pages together. Source: Oracle, Collection Paging. */
const LARGEST_PAGE = 1_000;
const MOST_ROWS = 100_000;

/** One page, and what the service says about it. */
export interface Page<T> {
  readonly page: readonly T[];
  readonly links: readonly { readonly rel: string; readonly href: string }[];
  readonly count: number;
  readonly offset: number;
  readonly totalResults: number;
  readonly hasMore: boolean;
}

/** Cuts the page out that `limit` and `offset` ask for. @throws {Refusal} 400 unless the offset is a multiple of the limit. */
export function pageOf<T>(
  rows: readonly T[],
  { query, serviceUrl }: Pick<ServiceCall, 'query' | 'serviceUrl'>,
): Page<T> {
  const limit = wholeNumber(query.get('limit') ?? String(LARGEST_PAGE), 'limit');
  const offset = wholeNumber(query.get('offset') ?? '0', 'offset');
  if (limit < 1 || limit > LARGEST_PAGE) throw invalid(`limit must be between 1 and ${LARGEST_PAGE}`);
  if (offset % limit !== 0) throw invalid('offset must be divisible by limit');
  const reachable = rows.slice(0, MOST_ROWS);
  const page = reachable.slice(offset, offset + limit);
  const hasMore = offset + limit < reachable.length;
  const link = (rel: string, at: number) => ({ rel, href: `${serviceUrl}?limit=${limit}&offset=${at}` });
  const last = Math.max(0, Math.ceil(reachable.length / limit) - 1) * limit;
  return {
    page,
    links: [...(hasMore ? [link('next', offset + limit), link('last', last)] : []), link('self', offset)],
    count: page.length,
    offset,
    totalResults: rows.length,
    hasMore,
  };
}

function wholeNumber(text: string, name: string): number {
  if (!/^\d{1,9}$/.test(text)) throw invalid(`${name} must be a whole number`);
  return Number(text);
}

function invalid(why: string) {
  return invalidParameter(`Invalid paging: ${why}.`, 'Ungültige Seitenangabe.');
}
