import type { NetsuiteBooks } from './books/netsuite-books.js';
import type { RecordedRequest } from './http/recorded-request.js';

/**
 * A running NetSuite on a port of its own: strict in what it takes, open about what it holds. Writes are all requests to the record
 * service but GET, and uploads through the RESTlet.
 */
export interface NetsuiteSimulator {
  /** Without a trailing slash; everything is below it. */
  readonly url: string;
  readonly port: number;
  readonly accountId: string;
  /** Ends in `/services/rest`. */
  readonly baseUrl: string;
  readonly tokenUrl: string;
  /** With script and deployment; empty where it is not installed. */
  readonly restletUrl: string;
  readonly books: NetsuiteBooks;
  /** Every request since the start, in order. */
  readonly requests: readonly RecordedRequest[];
  /** The most requests that were in hand at once, refused ones too; sign-ins do not count. */
  readonly mostRequestsAtOnce: number;
  /** How many were refused because too many were in hand. */
  readonly refusals: number;

  /** Answers everything 503 from now on, without effect. */
  disconnect(): void;
  /** Ends that. */
  reconnect(): void;
  /** From now on refuses every token, certificate and signature with 401 `INVALID_LOGIN`. */
  revokeAccess(): void;
  /** Ends the life of the access tokens given so far. */
  expireAccessTokens(): void;
  /** The next write takes effect, and its connection breaks. */
  loseNextAnswer(): void;
  /** The next write is refused as one too many, without effect. NetSuite never says when to come back. */
  throttleNextWrite(): void;
  /** The next write is answered so, `before` or `after` its effect: 500 `UNEXPECTED_ERROR` with an Error ID, 403 `INSUFFICIENT_PERMISSION`, 502 to 504 of a gateway. */
  failNextWrite(status: number, when: 'before' | 'after'): void;
  /** The connection of the next write breaks at once, and it takes effect so many milliseconds later. */
  lingerNextWrite(lingerMs: number): void;
  /** Every later request takes so many milliseconds. */
  setLatency(latencyMs: number): void;
  /** So many of the account's places are taken by others from now on. */
  occupy(places: number): void;
  /** Stops the server and breaks open connections. */
  close(): Promise<void>;
}
