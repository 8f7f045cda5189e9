import type { Fault, FaultOf } from '../faults/fault.js';
import type { Caller } from '../http/authenticate.js';
import type { RecordedRequest } from '../http/recorded-request.js';

/** One request as a handler sees it. */
export interface SimulatedRequest {
  /** The id that the path carries; empty without one. */
  readonly id: string;
  readonly query: URLSearchParams;
  readonly contentType: string | undefined;
  readonly authorization: string | undefined;
  readonly body: string;
  /** Who calls; `null` on the endpoints that need no login. */
  readonly caller: Caller | null;
  readonly faults: readonly Fault[];
  /** Where the request is recorded. */
  readonly record: RecordedRequest;
}

export function faultsOf<Kind extends Fault['kind']>(faults: readonly Fault[], kind: Kind): readonly FaultOf<Kind>[] {
  return faults.filter((fault): fault is FaultOf<Kind> => fault.kind === kind);
}
