import type { AdapterCapabilities } from '../ports/accounting-adapter.js';
import type { StoredDocument } from '../ports/state-store.js';
import { isOfAnotherStore, othersMayHavePosted, type SendingFacts } from './others-may-have-posted.js';

/*
 * When may a call that writes be sent? For four reasons, and this file is the only one that can grant any of them:
 *
 *   1. nobody can have sent it before,
 *   2. a look-up answered that the ledger does not hold it,
 *   3. the ledger said that it did not apply the last attempt,
 *   4. the ledger recognises a repeat and says so.
 *
 * That a call is in doubt is no reason, so code that sends such a call again without looking does not compile.
 */

/** The right to send one call, once. Its private field makes it a type that nothing else can pass for. */
class RightToSend {
  /** True where an earlier attempt at this call is in doubt: until one is answered, it stays so. */
  readonly isRepeat: boolean;
  /** From when on it is worth nothing any more. Milliseconds since the epoch. */
  readonly lapsesAt: number;
  /** True where an earlier call may have carried the document, so that what is answered now may speak of that one. */
  readonly mayHaveBeenSent: boolean;
  #isSpent = false;

  constructor({ isRepeat, lapsesAt, mayHaveBeenSent }: Pick<RightToSend, 'isRepeat' | 'lapsesAt' | 'mayHaveBeenSent'>) {
    this.isRepeat = isRepeat;
    this.lapsesAt = lapsesAt;
    this.mayHaveBeenSent = mayHaveBeenSent;
  }

  /** Gives the right away. @throws where it is gone already: something is about to be sent twice. */
  spend(): void {
    if (this.#isSpent) throw new Error('A call is about to be sent twice under one clearance. Nothing was sent.');
    this.#isSpent = true;
  }
}

/** The right to send one call, once. Had from the functions of this file alone. */
export type Clearance = RightToSend;

/**
 * Reason 1, for a document: the store knows of no sending, and it would know of one. Undefined where it must be looked up first; so must
 * what entries share, where it can be. Where nothing can be looked up, unique references spare that question: a repeat is refused.
 */
export function clearUnsent(
  facts: SendingFacts,
  { intendedAt, accountingEntryId }: { readonly intendedAt: number | null; readonly accountingEntryId: string | null },
): Clearance | undefined {
  const { lookup, unique } = facts.reader.capabilities.reference;
  if (intendedAt !== null) return undefined;
  if (lookup === 'none' && (unique || accountingEntryId === null)) return grant();
  if (accountingEntryId === null) return undefined;
  const isDoubtful = lookup === 'none' ? isOfAnotherStore : othersMayHavePosted;
  return isDoubtful(facts, accountingEntryId) ? undefined : grant();
}

/** Reason 1, for a receipt: this run booked its document, so nobody can have attached anything to it before. */
export function clearUnsentReceipt(
  { by }: { readonly by: 'this-run' | 'this-job' | 'before' },
  stored: StoredDocument | undefined,
): Clearance | undefined {
  return by === 'this-run' && stored === undefined ? grant() : undefined;
}

/** Reason 2, for a document. Whoever looks has waited until a lost call would show, or knows that of two twins the later is refused. */
export function clearAbsent(_absent: { readonly status: 'absent' }): Clearance {
  return grant({ mayHaveBeenSent: true });
}

/** Reason 2, for a receipt: it is not among those that hang on its document. */
export function clearAbsentReceipt(_found: undefined): Clearance {
  return grant();
}

/** Reason 3: what was spent on the attempt is given back. Not to a repeat: the attempt before it is still in doubt. */
export function clearNotApplied(spent: Clearance): Clearance | undefined {
  return spent.isRepeat ? undefined : grant();
}

/** Reason 3, for a document: the ledger refused it, so it does not hold it. */
export function clearRefused(_refused: { readonly status: 'refused' }): Clearance {
  return grant();
}

/**
 * Reason 4: the same bytes under the same key, while the key is sure to be recognised for as long as the request may take, and errors
 * are not answered again under it. Times in milliseconds since the epoch.
 */
export function clearRepeat(
  { repeat, timeLimitMs }: Pick<AdapterCapabilities, 'repeat' | 'timeLimitMs'>,
  { firstSentAt, againAt }: { readonly firstSentAt: number; readonly againAt: number },
): Clearance | undefined {
  const lapsesAt = firstSentAt + repeat.windowMs - timeLimitMs;
  // a clock that was set back tells nothing of how long ago that was
  const isRecognised = !repeat.cachesErrors && firstSentAt <= againAt && againAt < lapsesAt;
  return isRecognised ? new RightToSend({ isRepeat: true, lapsesAt, mayHaveBeenSent: true }) : undefined;
}

/** One call for several documents: their rights become its own. */
export function clearTogether(clearances: readonly Clearance[]): Clearance {
  for (const clearance of clearances) clearance.spend();
  return grant();
}

function grant({ mayHaveBeenSent } = { mayHaveBeenSent: false }): Clearance {
  return new RightToSend({ isRepeat: false, lapsesAt: Infinity, mayHaveBeenSent });
}
