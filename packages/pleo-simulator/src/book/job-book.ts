import type { JobEvent, JobFailureReasonType, JobStatus } from '../model/statuses.js';
import type { ItemBook } from './item-book.js';

/** One event that an integration posted. */
export interface EventRecord {
  readonly event: JobEvent;
  readonly at: Date;
  /** Whether it was answered 202 or 422. */
  readonly accepted: boolean;
  readonly failureReason: string | null;
  readonly failureReasonType: JobFailureReasonType | null;
}

/** Everything a judge needs to know about a job, read from Pleo's side. */
export interface JobBook {
  readonly id: string;
  readonly companyId: string;
  readonly status: JobStatus;
  readonly createdAt: string;
  readonly startedAt: Date | null;
  /** When the job reached a final status, in whatever way. */
  readonly completedAt: Date | null;
  readonly expiredAt: Date | null;
  readonly lastUpdatedAt: Date;
  readonly failureReason: string | null;
  readonly failureReasonType: JobFailureReasonType | null;
  /** Every event posted, refused ones included, in order. */
  readonly events: readonly EventRecord[];
  /** In the order of the control layer. */
  readonly items: readonly ItemBook[];
  /** True when `completed` or `completed_with_errors` was accepted although an item had no final status. Pleo documents no refusal. */
  readonly finalEventBeforeAllItems: boolean;
  /** Item updates stored before the job was started. Pleo documents no refusal. */
  readonly itemUpdatesBeforeStart: number;
  /** Answers 200 to the listing of export items, before and after the start. */
  readonly exportItemReads: number;
}
