import type { InjectionToken } from 'tsyringe';
import type { Problem } from '../errors/problem.js';
import type { AccountingEntry } from '../model/accounting-entry.js';

/**
 * One rule: an entry in, problems out; none means the entry passes. Pure, synchronous, never throws. Rules compose: the
 * engine's own come first, then the adapter's, and an entry's first problem is the one reported.
 */
export interface Validator {
  /** What the rule demands, in a few words, for logs: `account exists`. */
  readonly name: string;
  validate(entry: AccountingEntry): readonly Problem[];
}

/** Key under which further rules are registered; all registrations apply. */
export const Validator = Symbol.for('@ledgerferry/core/Validator') as InjectionToken<Validator>;
