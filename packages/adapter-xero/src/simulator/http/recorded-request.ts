/** A request that the simulator got, also one that it refused. No token, no body. */
export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  /** Without the question mark. */
  readonly query: string;
  /** Null for none. */
  readonly tenantId: string | null;
  readonly idempotencyKey: string | null;
  /** When it arrived, by the simulator's clock. */
  readonly at: number;
  /** How many bytes its body had. */
  readonly byteLength: number;
  /** What was answered; null while it is in hand, or where the connection was broken instead. */
  readonly status: number | null;
  /** Whether the answer was kept from an earlier call under the same key. */
  readonly isReplay: boolean;
}
