import type { Problem } from '../errors/problem.js';

/** How one item ended, as data. */
export type ItemOutcome =
  | {
      readonly status: 'exported';
      readonly accountingEntryId: string;
      readonly externalId: string;
      readonly externalUrl: string | null;
      /** True where the entry was in the ledger before this job. */
      readonly alreadyExported: boolean;
      /** Receipts that did not make it, in a bookkeeper's words. */
      readonly warnings: readonly string[];
    }
  | {
      readonly status: 'failed';
      readonly accountingEntryId: string;
      readonly problem: Problem;
      /** Given where the entry is in the ledger all the same (a required receipt failed). */
      readonly externalId: string | null;
    }
  | { readonly status: 'parked'; readonly accountingEntryId: string; readonly evidence: string }
  | { readonly status: 'not-attempted'; readonly accountingEntryId: string };
