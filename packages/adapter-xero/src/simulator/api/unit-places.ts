import { unreadable } from '../http/refusal.js';
import type { ApiCall } from './api-call.js';

/** Decimals of a unit amount: 2, or 4 with `unitdp=4`. Source: Xero Accounting API, Requests and Responses: rounding. */
export function unitPlacesOf({ query }: ApiCall): 2 | 4 {
  const given = query.get('unitdp') ?? '2';
  if (given !== '2' && given !== '4') throw unreadable('QueryParseException', 'unitdp must be 2 or 4');
  return given === '4' ? 4 : 2;
}
