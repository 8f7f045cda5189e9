import { IntegrationError } from '@ledgerferry/core';

/** The methods of an adapter that reach the ledger. */
export type MemoryMethod = 'checkReadiness' | 'loadReferenceData' | 'find' | 'post' | 'attach' | 'findAttachments';

/** One call as the ledger saw it. */
export interface MemoryCall {
  readonly method: MemoryMethod;
  /** Keys of the documents or receipts it was about. */
  readonly keys: readonly string[];
  /** Null for a read. */
  readonly requestKey: string | null;
}

/** What goes wrong with one call. */
export interface ScriptedFault {
  readonly method: MemoryMethod;
  /** Which call of that method, counted from 1 over the ledger's life. */
  readonly number: number;
  /**
   * `before`: nothing happens, then it fails. `after`: it takes effect, then it fails. `late`: it fails, and takes effect
   * `lateByMs` afterwards. `unknown-answer` (post only): it takes effect, and the answer does not say so.
   */
  readonly effect: 'before' | 'after' | 'late' | 'unknown-answer';
  /** Milliseconds of the ledger's clock. Default: 1000. */
  readonly lateByMs?: number;
  /** What is thrown. Default: `transient` for `before` and for reads, else `outcome-unknown`. */
  readonly error?: Error;
}

/** What the caller of a broken call gets to see. */
export function errorOf(fault: ScriptedFault): Error {
  if (fault.error) return fault.error;
  const writes = fault.method === 'post' || fault.method === 'attach';
  return fault.effect === 'before' || !writes
    ? new IntegrationError('transient', 'MEMORY_UNREACHABLE', `The ledger did not take the call ${fault.method}.`)
    : new IntegrationError(
        'outcome-unknown',
        'MEMORY_NO_ANSWER',
        `The ledger did not answer the call ${fault.method}.`,
      );
}
