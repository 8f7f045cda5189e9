import type { Route } from '../http/route.js';

/** A request that was read. */
export interface Arrival {
  readonly method: string;
  /** As the client wrote it, with its query. */
  readonly url: URL;
  readonly route: Route;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}
