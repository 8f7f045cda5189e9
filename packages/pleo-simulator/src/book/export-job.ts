import type { CreateExportJobEvent, UpdateExportJobItem } from '../request-schemas.js';
import { Refusal } from '../http/refusal.js';
import type { JobEvent, JobFailureReasonType, JobStatus } from '../model/statuses.js';
import { isFinalItem, isFinishedJob } from '../model/statuses.js';
import type { ExportItemRow } from './export-item-row.js';
import { ExportJobItem } from './item-book.js';
import type { EventRecord, JobBook } from './job-book.js';

/** What is known of a job when it is created. */
export interface NewExportJob {
  id: string;
  companyId: string;
  createdAt: string;
  createdBy: string | null;
  isInteractive: boolean;
  vendorBasedBookkeeping: boolean;
  accountingEntryIds: readonly string[];
  exportItems: readonly ExportItemRow[];
  ordinal: number;
  expiresInSeconds: number;
  addedAt: Date;
}

interface PendingEvent extends CreateExportJobEvent {
  appliesAt: Date;
}

const NEXT_STATUSES: Readonly<Partial<Record<JobStatus, Partial<Record<JobEvent, JobStatus>>>>> = {
  pending: { started: 'in_progress' },
  in_progress: { completed: 'completed', completed_with_errors: 'completed_with_errors', failed: 'failed' },
};

/**
 * One export job and its state machine:
 *
 * pending --started--> in_progress --completed, completed_with_errors, failed--> finished;
 * pending, in_progress --an hour without an action, or a user's cancellation--> failed.
 *
 * A finished job takes nothing more. An accepted event is applied `applyEventsAfterMs` later; until then the job shows its
 * old status, but a further event is judged as if it had been applied. Source: Pleo, Create an Export Job Event v3.
 */
export class ExportJob {
  readonly ordinal: number;
  readonly items: readonly ExportJobItem[];
  /** Wallet currencies of the export items, each once. */
  readonly walletCurrencies: readonly string[];
  readonly #itemsById: ReadonlyMap<string, ExportJobItem>;
  readonly #job: NewExportJob;
  readonly #events: EventRecord[] = [];
  readonly #pendingEvents: PendingEvent[] = [];
  #status: JobStatus = 'pending';
  #statusAfterPendingEvents: JobStatus = 'pending';
  #lastUpdatedAt: Date;
  #startedAt: Date | null = null;
  #completedAt: Date | null = null;
  #expiredAt: Date | null = null;
  #failureReason: string | null = null;
  #failureReasonType: JobFailureReasonType | null = null;
  #finalEventBeforeAllItems = false;
  #itemUpdatesBeforeStart = 0;
  #exportItemReads = 0;

  constructor(job: NewExportJob) {
    this.#job = job;
    this.ordinal = job.ordinal;
    this.#lastUpdatedAt = job.addedAt;
    this.walletCurrencies = [...new Set(job.exportItems.map((row) => row.walletCurrency))];
    this.items = job.accountingEntryIds.map(
      (accountingEntryId, ordinal) => new ExportJobItem({ jobId: job.id, accountingEntryId, ordinal }),
    );
    this.#itemsById = new Map(this.items.map((item) => [item.book.accountingEntryId.toLowerCase(), item]));
  }

  get id(): string {
    return this.#job.id;
  }

  get companyId(): string {
    return this.#job.companyId;
  }

  get status(): JobStatus {
    return this.#status;
  }

  get exportItems(): readonly ExportItemRow[] {
    return this.#job.exportItems;
  }

  /** Lets happen what is due by now: accepted events first come first, then the expiry. */
  settle(now: Date): void {
    while (this.#pendingEvents[0] && this.#pendingEvents[0].appliesAt <= now) {
      const event = this.#pendingEvents.shift();
      if (event && !this.#expireIfDue(event.appliesAt)) this.#apply(event);
    }
    this.#expireIfDue(now);
  }

  /** Accepts or refuses an event; an accepted one is applied at `appliesAt`. */
  post(event: CreateExportJobEvent, now: Date, appliesAt: Date): void {
    const next = NEXT_STATUSES[this.#statusAfterPendingEvents]?.[event.event];
    this.#events.push({
      event: event.event,
      at: now,
      accepted: next !== undefined,
      failureReason: event.failureReason ?? null,
      failureReasonType: event.failureReasonType ?? null,
    });
    if (next === undefined) throw this.#badTransition(event.event);
    if (next.startsWith('completed') && this.items.some((item) => !isFinalItem(item.book.status))) {
      this.#finalEventBeforeAllItems = true;
    }
    this.#statusAfterPendingEvents = next;
    this.#pendingEvents.push({ ...event, appliesAt });
    this.settle(now);
  }

  findItem(accountingEntryId: string): ExportJobItem | undefined {
    return this.#itemsById.get(accountingEntryId.toLowerCase());
  }

  updateItem(item: ExportJobItem, update: UpdateExportJobItem, now: Date): void {
    if (this.#status === 'pending') this.#itemUpdatesBeforeStart += 1;
    item.update(update);
    this.#lastUpdatedAt = now;
  }

  refuseIfFinished(): void {
    if (!isFinishedJob(this.#status)) return;
    throw new Refusal({
      status: 422,
      type: 'EXPORT_JOB_STATUS_UNPROCESSABLE',
      message: `Export job ${this.id} is ${this.#status} and can no longer be processed.`,
    });
  }

  countExportItemRead(): void {
    this.#exportItemReads += 1;
  }

  /** Pleo ends the job: expiry or a user's cancellation. */
  end(reason: 'job_expired' | 'canceled_by_user', now: Date): void {
    if (isFinishedJob(this.#status)) return;
    this.#pendingEvents.length = 0;
    if (reason === 'job_expired') this.#expiredAt = now;
    this.#failureReason = reason === 'job_expired' ? 'The job was not updated in time.' : 'Canceled by a user.';
    this.#failureReasonType = reason;
    this.#finish('failed', now);
  }

  book(): JobBook {
    return {
      id: this.id,
      companyId: this.companyId,
      status: this.#status,
      createdAt: this.#job.createdAt,
      startedAt: this.#startedAt,
      completedAt: this.#completedAt,
      expiredAt: this.#expiredAt,
      lastUpdatedAt: this.#lastUpdatedAt,
      failureReason: this.#failureReason,
      failureReasonType: this.#failureReasonType,
      events: [...this.#events],
      items: this.items.map((item) => ({ ...item.book, refusals: [...item.book.refusals] })),
      finalEventBeforeAllItems: this.#finalEventBeforeAllItems,
      itemUpdatesBeforeStart: this.#itemUpdatesBeforeStart,
      exportItemReads: this.#exportItemReads,
    };
  }

  /** The job as `ExportJobV3`; empty fields are null on every second job and absent on the others. */
  json(): string {
    const empty = this.ordinal % 2 === 0 ? null : undefined;
    return JSON.stringify({
      id: this.id,
      companyId: this.companyId,
      status: this.#status,
      createdAt: this.#job.createdAt,
      createdBy: this.#job.createdBy ?? empty,
      isInteractive: this.#job.isInteractive,
      vendorBasedBookkeeping: this.#job.vendorBasedBookkeeping,
      numberOfItems: this.items.length,
      expiresIn: this.#job.expiresInSeconds,
      lastUpdatedAt: this.#lastUpdatedAt,
      startedAt: this.#startedAt ?? empty,
      completedAt: this.#completedAt ?? empty,
      expiredAt: this.#expiredAt ?? empty,
      failureReason: this.#failureReason ?? empty,
      failureReasonType: this.#failureReasonType ?? empty,
    });
  }

  #apply(event: PendingEvent): void {
    const next = NEXT_STATUSES[this.#status]?.[event.event];
    if (next === undefined) return;
    this.#lastUpdatedAt = event.appliesAt;
    if (next === 'in_progress') {
      this.#status = next;
      this.#startedAt = event.appliesAt;
      return;
    }
    this.#failureReason = event.failureReason ?? null;
    this.#failureReasonType = event.failureReasonType ?? null;
    this.#finish(next, event.appliesAt);
  }

  #finish(status: JobStatus, now: Date): void {
    this.#status = status;
    this.#statusAfterPendingEvents = status;
    this.#completedAt = now;
    if (status === 'failed') for (const item of this.items) item.abandon();
  }

  #expireIfDue(now: Date): boolean {
    const expiresAt = new Date(this.#lastUpdatedAt.getTime() + this.#job.expiresInSeconds * 1000);
    if (isFinishedJob(this.#status) || now < expiresAt) return false;
    this.end('job_expired', expiresAt);
    return true;
  }

  #badTransition(event: JobEvent): Refusal {
    return new Refusal({
      status: 422,
      type: 'INVALID_EXPORT_JOB_STATUS_CHANGE',
      message: `Export job ${this.id} is ${this.#statusAfterPendingEvents}: the event "${event}" is not possible.`,
    });
  }
}
