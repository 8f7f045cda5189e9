/** What goes wrong with a write. */
export type WriteFault =
  | { readonly kind: 'answer-lost' }
  | { readonly kind: 'throttled' }
  | { readonly kind: 'failed'; readonly status: number; readonly when: 'before' | 'after' }
  | { readonly kind: 'lingering'; readonly lingerMs: number };

/** What is wrong with the service, and what will go wrong next. */
export class Faults {
  isConnected = true;
  isRevoked = false;
  latencyMs: number;
  readonly #nextWrites: WriteFault[] = [];

  constructor(latencyMs: number) {
    this.latencyMs = latencyMs;
  }

  /** For the first write that has none yet. */
  plan(fault: WriteFault): void {
    this.#nextWrites.push(fault);
  }

  /** Hands a write what was planned for it. */
  take(): WriteFault | null {
    return this.#nextWrites.shift() ?? null;
  }
}
