import type { ItemFailureReasonType, JobFailureReasonType } from './failure-reason.js';
import type { ProblemOwner } from './problem.js';

/**
 * What the engine does next about an error:
 * - `item-rejected`: reports the item failed and goes on.
 * - `transient`: nothing was applied; tries again within the policy, after `retryAfterMs` where given.
 * - `outcome-unknown`: it may have been applied; looks it up before any further attempt.
 * - `connection-lost`: every further item would fail too; stops and fails the job with Pleo's matching reason.
 * - `misconfigured`: a person must change a setting; stops and names it.
 */
export type ErrorKind = 'item-rejected' | 'transient' | 'outcome-unknown' | 'connection-lost' | 'misconfigured';

export interface IntegrationErrorOptions {
  /** The original error. Never shown to a person. */
  readonly cause?: unknown;
  /** How long the far end asked us to wait, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
  /** Pleo's reason where one entry is affected. */
  readonly itemReason?: ItemFailureReasonType | undefined;
  /** Pleo's reason where the whole job is affected. */
  readonly jobReason?: JobFailureReasonType | undefined;
  /** Who can put it right. Default: nobody is known. */
  readonly owner?: ProblemOwner | undefined;
  /** Facts for the operator. Never a secret, never a payload. */
  readonly details?: Readonly<Record<string, string | number | boolean | null>> | undefined;
}

/**
 * Code of a `transient` error that says: nothing was sent, because the call could not begin at once (its budget is spent for the
 * moment, a token had to be renewed). The engine waits `retryAfterMs`, writes the call down anew and does not count the attempt.
 * A write that waited under an old intent could still take effect when nobody waits for it any more.
 */
export const CALL_NOT_BEGUN = 'CALL_NOT_BEGUN';

const MARKER = Symbol.for('@ledgerferry/core/IntegrationError');

/**
 * The one error of Ledgerferry. `code` is stable and upper case, `message` is a sentence for people: what happened, to what,
 * and what to do.
 */
export class IntegrationError extends Error {
  override readonly name = 'IntegrationError';
  readonly kind: ErrorKind;
  readonly code: string;
  readonly retryAfterMs: number | undefined;
  readonly itemReason: ItemFailureReasonType | undefined;
  readonly jobReason: JobFailureReasonType | undefined;
  readonly owner: ProblemOwner | undefined;
  readonly details: Readonly<Record<string, string | number | boolean | null>>;

  constructor(kind: ErrorKind, code: string, message: string, options: IntegrationErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.kind = kind;
    this.code = code;
    this.retryAfterMs = options.retryAfterMs;
    this.itemReason = options.itemReason;
    this.jobReason = options.jobReason;
    this.owner = options.owner;
    this.details = options.details ?? {};
    Object.defineProperty(this, MARKER, { value: true });
  }

  /** Recognises an IntegrationError also where a partner's package brought a second copy of core. */
  static isInstance(value: unknown): value is IntegrationError {
    return typeof value === 'object' && value !== null && MARKER in value;
  }
}
