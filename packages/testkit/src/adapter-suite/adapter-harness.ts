import type { AccountingAdapter, AccountingEntry, Money } from '@ledgerferry/core';
import type { LedgerBackDoor } from '../ledger-back-door.js';

/**
 * One adapter over one empty accounting system, made anew for every behaviour. What is optional opens further behaviours: each
 * that is left out leaves out those that need it.
 */
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
  /** Currencies it can book besides that of `buildEntry`: those of other decimal places (`JPY`, `KWD`) are tried. Default: none. */
  readonly currencies?: readonly string[];
  /** Makes the accounting system fail every further call, without anything taking effect. */
  disconnect(): void | Promise<void>;
  /** Lets `visibilityMs` pass. Default: nothing need pass. */
  settle?(): void | Promise<void>;
  /** Texts that no error, outcome or finding may show: tokens, passwords, also as they are sent (base64). */
  readonly secrets: readonly string[];
  /** Stops what the harness started. */
  close?(): void | Promise<void>;

  /** The next write takes effect, but its answer never arrives: the connection breaks, or a 5xx comes. */
  loseNextAnswer?(): void | Promise<void>;
  /**
   * The next write is refused for now, without effect (429), with the word to come back after so many milliseconds. Answers after how many
   * the system really says to come back: null where it never says when.
   */
  throttleNextWrite?(retryAfterMs: number): number | null | Promise<number | null>;
  /** From now on the login is refused (401). */
  revokeAccess?(): void | Promise<void>;
  /** An adapter over the same accounting system whose budget of calls is spent for the moment. */
  openWithoutBudget?(): AccountingAdapter | Promise<AccountingAdapter>;
  /** The most calls that the accounting system has had in hand at once. */
  mostCallsAtOnce?(): number;
  /** What a person does in the accounting system: voids a document, which stays visible as voided. */
  voidDocument?(externalId: string): void | Promise<void>;
  /** What a person does in the accounting system: deletes a document without a trace. */
  deleteDocument?(externalId: string): void | Promise<void>;
  /** What a person does in the accounting system: changes the total of a document. */
  changeTotal?(externalId: string, total: Money): void | Promise<void>;
  /** What a person does in the accounting system: moves a document to another day, `YYYY-MM-DD`. */
  moveToDay?(externalId: string, date: string): void | Promise<void>;
  /** What a person does in the accounting system: puts another text where the reference was. */
  overwriteReference?(externalId: string, text: string): void | Promise<void>;
}
