import { IntegrationError, type ItemSource } from '@ledgerferry/core';
import type { MemoryPleo } from '../../src/memory-pleo.js';

/** An item source with one thing wrong. */
export interface BrokenSource {
  /** Completes "a source that …". */
  readonly defect: string;
  readonly spoil: (source: ItemSource, pleo: MemoryPleo) => Partial<ItemSource>;
  /** The one behaviour that must fail. */
  readonly fails: string;
  /** What its message must say. */
  readonly says: RegExp;
}

export const OVER = 'PLEO_JOB_IS_OVER';

export function codeOf(error: unknown): string | null {
  return IntegrationError.isInstance(error) ? error.code : null;
}

export function onlyWhereOver<Answer>(answer: () => Promise<Answer>): (error: unknown) => Promise<Answer> {
  return async (error) => {
    if (codeOf(error) !== OVER) throw error;
    return answer();
  };
}
