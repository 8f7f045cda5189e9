import { spoilPage } from '../faults/spoil-page.js';
import { type Answer, serializedAnswer } from '../http/answer.js';
import { paginate, type Row, writePage } from '../http/paginate.js';
import { parsePageRequest } from '../http/parse-query.js';
import type { SimulatedPleo } from '../simulated-pleo.js';
import { faultsOf, type SimulatedRequest } from './simulated-request.js';

/** Answers the page of a listing that the request asks for, spoiled by the page faults that hit it. */
export function serveListing(
  pleo: SimulatedPleo,
  request: SimulatedRequest,
  listing: { collection: string; rows: readonly Row[] },
): Answer {
  const { cursors, largestPage } = pleo;
  let page = paginate({ ...listing, request: parsePageRequest(request.query), largestPage, cursors });
  for (const { page: fault } of faultsOf(request.faults, 'page')) {
    page = spoilPage({ page, fault, rows: listing.rows, cursors });
  }
  return serializedAnswer(200, writePage(page));
}
