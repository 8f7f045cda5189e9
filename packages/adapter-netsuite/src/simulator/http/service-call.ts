import type { Books } from '../books/books.js';

/** A request to one of the services that may be served. */
export interface ServiceCall {
  readonly books: Books;
  readonly method: string;
  /** Below the service, decoded, such as `['vendorBill', '10001']`. */
  readonly segments: readonly string[];
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
  /** Address of the service, without a trailing slash, such as one that ends in `/record/v1`. */
  readonly serviceUrl: string;
  /** Such as `2026.2`. */
  readonly release: string;
}

/** Whether this release has what came with another: `2026.2` has what `2026.1` has. */
export function isSince({ release }: ServiceCall, first: string): boolean {
  return release >= first;
}
