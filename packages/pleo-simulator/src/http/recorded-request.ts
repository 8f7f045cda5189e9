import type { EndpointName } from './endpoints.js';

/** One request that reached the simulator. Carries no credential and no signature. */
export interface RecordedRequest {
  /** 1 for the first request since the start. */
  readonly number: number;
  /** 1 for the first request of this endpoint since the start. */
  readonly occurrence: number;
  readonly endpoint: EndpointName;
  readonly method: string;
  readonly path: string;
  /** The raw query string without `?`; empty for files, whose query is a secret. */
  readonly query: string;
  /** The simulator's clock when the request arrived. */
  readonly at: Date;
  readonly authorization: 'none' | 'basic' | 'bearer' | 'other';
  /** The status sent, or `null` while it is being answered and when a fault swallowed the answer. */
  status: number | null;
  /** Faults that hit this request. */
  faults: readonly string[];
  /** The parsed body of an event or an item update; only with `recordBodies`. */
  body?: unknown;
}
