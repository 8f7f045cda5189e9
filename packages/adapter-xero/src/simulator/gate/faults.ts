/** What becomes of the next write. */
export type WriteFault =
  | { readonly kind: 'lose-answer' }
  | { readonly kind: 'throttle'; readonly retryAfterSeconds: number }
  | { readonly kind: 'fail'; readonly status: number; readonly when: 'before' | 'after' }
  | { readonly kind: 'linger'; readonly lingerMs: number };

/** What shall go wrong. Faults of writes are used up in the order in which they were asked for, one a write. */
export class Faults {
  isConnected = true;
  latencyMs: number;
  readonly #writes: WriteFault[] = [];

  constructor(latencyMs: number) {
    this.latencyMs = latencyMs;
  }

  add(fault: WriteFault): void {
    this.#writes.push(fault);
  }

  takeForWrite(): WriteFault | null {
    return this.#writes.shift() ?? null;
  }
}
