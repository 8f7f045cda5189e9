import type { Books } from '../books/books.js';

/** A request to the API that may be served. */
export interface ApiCall {
  readonly books: Books;
  /** What stands in the braces of the path's pattern. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly ifModifiedSince: string | undefined;
  readonly contentType: string | undefined;
  readonly body: Uint8Array;
  /** Refuses unknown fields. */
  readonly strict: boolean;
  /** Where records can be linked to: ends in `/api.xro/2.0`. */
  readonly baseUrl: string;
}
