import type { DocumentSummary } from '../model/document.js';
import type { Finding } from './accounting-adapter.js';

/** A document that an accounting system holds under the reference that was asked for. */
export interface HeldDocument {
  readonly externalId: string;
  readonly externalUrl: string | null;
  /** A deleted one that is still shown is `voided`. */
  readonly state: 'live' | 'draft' | 'voided';
  /** Null where the system does not tell all of it. */
  readonly summary: DocumentSummary | null;
}

/**
 * What a look-up answers by all that is held under one reference, in the system's order: the first that is not voided, with the ids of its
 * like; else the voided one; else that there is none.
 */
export function findingAmong(key: string, held: readonly HeldDocument[]): Finding {
  const [first, ...others] = held.filter(({ state }) => state !== 'voided');
  if (first) {
    const status = first.state === 'draft' ? 'draft' : 'live';
    const { externalId, externalUrl, summary } = first;
    return { status, key, externalId, externalUrl, summary, others: others.map((other) => other.externalId) };
  }
  const [voided] = held;
  return voided ? { status: 'voided', key, externalId: voided.externalId } : { status: 'absent', key };
}
