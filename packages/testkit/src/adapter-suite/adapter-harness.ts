import type { AccountingAdapter, AccountingEntry } from '@ledgerferry/core';
import type { LedgerBackDoor } from '../ledger-back-door.js';

/** One adapter over one empty accounting system, made anew for every behaviour. */
export interface AdapterHarness {
  readonly adapter: AccountingAdapter;
  /** Reads the accounting system behind the adapter's back. */
  readonly ledger: LedgerBackDoor;
  /** A further adapter over the same accounting system, as after a restart. */
  reopen(): AccountingAdapter | Promise<AccountingAdapter>;
  /** An entry this system can book. Default: `buildAccountingEntry`. */
  readonly buildEntry?: (overrides: Partial<AccountingEntry>) => AccountingEntry;
  /** An entry over accounts payable that this system can book. Default: `buildPayableEntry`. */
  readonly buildPayable?: (overrides: Partial<AccountingEntry>) => AccountingEntry;
  /** An entry that the accounting system itself refuses; null where it takes whatever passes the adapter's rules. */
  readonly buildRefused: ((overrides: Partial<AccountingEntry>) => AccountingEntry) | null;
  /** Makes the accounting system fail every further call, without anything taking effect. */
  disconnect(): void | Promise<void>;
  /** Lets `visibilityMs` pass. Default: nothing need pass. */
  settle?(): void | Promise<void>;
  /** Texts that no error, outcome or finding may show: tokens, passwords. */
  readonly secrets: readonly string[];
  /** Stops what the harness started. */
  close?(): void | Promise<void>;
}
