import type { EndpointName } from '../http/endpoints.js';
import type { RecordedRequest } from '../http/recorded-request.js';
import type { ItemUpdateErrorType } from '../model/statuses.js';

/** Which request a fault hits. All given conditions must hold; counts begin with 1 at the start of the simulator. */
export interface FaultPoint {
  /** The k-th request overall. */
  request?: number;
  /** Requests of this endpoint; with `occurrence` only the k-th of them. */
  endpoint?: EndpointName;
  /** The k-th request of its endpoint. */
  occurrence?: number;
  /** Any other condition. */
  when?: (request: RecordedRequest) => boolean;
  /** How many matching requests are hit; default 1. With `request` or `occurrence`, as many in a row from there on. */
  times?: number;
}

/** How a page of a listing goes wrong. All but `row-missing` and `standing-cursor` still let a careful client read everything. */
export type PageFault =
  /** The rows of the page before once more; the cursor leads to the page that was asked for. */
  | 'repeated'
  /** No rows, `hasNextPage` true, a cursor that leads on. */
  | 'empty'
  /** Half the rows, at least one; the cursor follows the last of them. */
  | 'short'
  /** The rows backwards. */
  | 'reordered'
  /** `hasNextPage` true and the cursor that was sent; on the first page none at all. */
  | 'standing-cursor'
  /** `total` is one more than on the other pages. */
  | 'total-changed'
  /** A row in the middle is left out. */
  | 'row-missing'
  /** The first row comes twice. */
  | 'row-twice';

/** What goes wrong. */
export type Fault =
  /** The connection breaks before the request has an effect. */
  | { kind: 'request-lost' }
  /** The request has its effect, then the connection breaks without an answer. */
  | { kind: 'answer-lost' }
  /** The request has its effect, then the connection breaks in the middle of the body. */
  | { kind: 'answer-torn' }
  /** 429 without effect; without `retryAfterSeconds` there is no `Retry-After`. */
  | { kind: 'rate-limited'; retryAfterSeconds?: number }
  /** A server error, before or after the effect. 502 has an HTML body, 503 plain text. */
  | { kind: 'server-error'; status: 500 | 502 | 503; effect: 'before' | 'after'; retryAfterSeconds?: number }
  /** The answer comes after a real delay; the effect does not wait. */
  | { kind: 'slow-answer'; delayMs: number }
  /** 401; an OAuth access token is dead from now on. */
  | { kind: 'token-expired' }
  /** A listing's page goes wrong; on other endpoints nothing happens. */
  | { kind: 'page'; page: PageFault }
  /** An item update refuses these entries, the others are stored. */
  | { kind: 'items-refused'; accountingEntryIds: readonly string[]; type: ItemUpdateErrorType }
  /** Just before the request is looked at, the job (default: every unfinished one) expires. */
  | { kind: 'job-expired'; jobId?: string }
  /** Just before the request is looked at, a user cancels the job (default: every unfinished one). */
  | { kind: 'job-cancelled'; jobId?: string };

/** The fault of one kind. */
export type FaultOf<Kind extends Fault['kind']> = Extract<Fault, { kind: Kind }>;
