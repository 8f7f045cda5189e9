import type { XeroBooks } from './books/xero-books.js';
import type { RecordedRequest } from './http/recorded-request.js';

/** Why a call was refused for its number. */
export type RateLimitProblem = 'minute' | 'day' | 'concurrent' | 'appminute';

/** A running Xero on a port of its own: strict in what it takes, open about what it holds. Writes are PUT and POST below the API. */
export interface XeroSimulator {
  /** Without a trailing slash; everything is below it. */
  readonly url: string;
  readonly port: number;
  /** Ends in `/api.xro/2.0`. */
  readonly baseUrl: string;
  readonly connectionsUrl: string;
  readonly tokenUrl: string;
  readonly authorizeUrl: string;
  readonly revocationUrl: string;
  /** The back door of the first organisation. */
  readonly books: XeroBooks;
  /** The back door of any. @throws where there is no such tenant. */
  booksOf(tenantId: string): XeroBooks;
  /** Every request since the start, in order. */
  readonly requests: readonly RecordedRequest[];
  /** The most requests of one organisation that were in hand at once, refused ones too. */
  readonly mostRequestsAtOnce: number;
  /** Calls refused with 429, by reason. */
  readonly refusals: Readonly<Record<RateLimitProblem, number>>;

  /** Answers everything 503 from now on, without effect. */
  disconnect(): void;
  /** Ends that. */
  reconnect(): void;
  /** From now on refuses every token that was ever given, and the fixed one. */
  revokeTokens(): void;
  /** Ends the life of the access tokens given so far; refresh tokens stay good. */
  expireAccessTokens(): void;
  /** The next write takes effect and is kept under its key, and its connection breaks. */
  loseNextAnswer(): void;
  /** The next write is answered 429 for its minute, without effect. */
  throttleNextWrite(retryAfterSeconds: number): void;
  /** The next write is answered so, `before` or `after` its effect. A 500 is kept under the key; what a gateway says (502, 503, 504) is not. */
  failNextWrite(status: number, when: 'before' | 'after'): void;
  /** The connection of the next write breaks at once, and it takes effect so many milliseconds later. */
  lingerNextWrite(lingerMs: number): void;
  /** Every later request takes so many milliseconds. */
  setLatency(latencyMs: number): void;
  /** Stops the server and breaks open connections. */
  close(): Promise<void>;
}
