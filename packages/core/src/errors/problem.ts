import type { ItemFailureReasonType } from './failure-reason.js';

/** Who can put a problem right: the bookkeeper in Pleo or the ledger, an administrator in the settings, or we. */
export type ProblemOwner = 'bookkeeper' | 'administrator' | 'ledgerferry';

/** Why one entry cannot be booked, as data. */
export interface Problem {
  /** Stable and upper case, such as `MISSING_CATEGORY`. */
  readonly code: string;
  /** What Pleo is told. */
  readonly reason: ItemFailureReasonType;
  readonly owner: ProblemOwner;
  /** One sentence a bookkeeper can act on, naming the code, account or setting in question. */
  readonly message: string;
}
