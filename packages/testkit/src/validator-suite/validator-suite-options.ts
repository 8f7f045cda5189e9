import type { AccountingEntry, Validator } from '@ledgerferry/core';

/** What a rule is tried on. */
export interface ValidatorSuiteOptions {
  readonly createValidator: () => Validator;
  /** Entries that must pass; at least one. */
  readonly passing: readonly AccountingEntry[];
  /** Entries that must not; at least one. */
  readonly failing: readonly AccountingEntry[];
}
