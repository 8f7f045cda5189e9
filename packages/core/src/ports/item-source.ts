import type { InjectionToken } from 'tsyringe';
import type { ItemFailureReasonType, JobFailureReasonType } from '../errors/failure-reason.js';
import type { ExportItem, ReceiptFile, UnreadableExportItem } from '../model/export-item.js';
import type { ExportJob, ExportJobItem } from '../model/export-job.js';

/** One page of a listing. Cursors stay with the source. */
export interface Page<Row> {
  readonly rows: readonly Row[];
  /** How many rows the source says there are in all; null where it does not say. */
  readonly total: number | null;
}

/** The final status of one item, to be told to Pleo. */
export type ItemUpdate =
  | {
      readonly accountingEntryId: string;
      readonly status: 'successful';
      readonly externalId: string;
      readonly externalUrl: string | null;
      /** ISO 8601. */
      readonly exportedAt: string;
    }
  | {
      readonly accountingEntryId: string;
      readonly status: 'failed';
      readonly failureReason: string;
      readonly failureReasonType: ItemFailureReasonType;
      readonly externalId: string | null;
    };

/** Pleo's answer for one item of an update. `refused` ones are final; `undecided` ones were sent several times without an answer. */
export interface UpdateResult {
  readonly accountingEntryId: string;
  readonly status: 'stored' | 'refused' | 'undecided';
  readonly message: string | null;
}

/** The one event that ends a job. */
export type FinalEvent =
  | { readonly event: 'completed' }
  | { readonly event: 'completed_with_errors' }
  | { readonly event: 'failed'; readonly failureReason: string; readonly failureReasonType: JobFailureReasonType };

/** The bytes of a receipt. */
export interface ReceiptContent {
  readonly bytes: Uint8Array;
  /** MIME type as found in the bytes or stated by the server; `application/octet-stream` where neither says. */
  readonly contentType: string;
}

/**
 * Asked right before each call that tells Pleo something, repeats included. Once it answers false, as where another process may have
 * taken over meanwhile, nothing more is sent: `transient` with code `CALL_NOT_BEGUN` is thrown.
 */
export type MayBegin = () => boolean;

/**
 * Where Export Jobs come from: Pleo. Reading again yields the same logical data in any order.
 *
 * Every method throws an `IntegrationError`: `transient` for throttling and outages (reads were already tried again),
 * `connection-lost` where credentials no longer work, `misconfigured` where a scope or a setting is missing. A job that is
 * over throws `connection-lost` with code `PLEO_JOB_IS_OVER`; missing contra accounts throw `PLEO_MISSING_CONTRA_ACCOUNTS`.
 */
export interface ItemSource {
  /** The company's jobs in one of `statuses` (in any, where none is named), oldest first (`createdAt`, then id). */
  jobs(companyId: string, statuses: readonly ExportJob['status'][]): Promise<readonly ExportJob[]>;

  /** One job as it stands now. @throws `misconfigured` with code `PLEO_JOB_NOT_FOUND` where there is none. */
  job(jobId: string): Promise<ExportJob>;

  /** Posts `started` and returns the job once Pleo shows it `in_progress`. A job that already is counts as started. */
  start(jobId: string, mayBegin?: MayBegin): Promise<ExportJob>;

  /** Control layer: every item's id and status, page by page. */
  jobItems(jobId: string): AsyncIterable<Page<ExportJobItem>>;

  /** Data layer: every item's payload, page by page. An unreadable item does not spoil its page. */
  exportItems(jobId: string): AsyncIterable<Page<ExportItem | UnreadableExportItem>>;

  /** Stores final statuses, at most `maximumUpdates` a call; one result per update. Repeating an update is safe. */
  report(jobId: string, updates: readonly ItemUpdate[], mayBegin?: MayBegin): Promise<readonly UpdateResult[]>;

  /** How many updates `report` takes at once. */
  readonly maximumUpdates: number;

  /** Posts the final event and returns the job once Pleo shows its final status. Repeating it is safe. */
  complete(jobId: string, event: FinalEvent, mayBegin?: MayBegin): Promise<ExportJob>;

  /** Downloads a receipt. @throws `item-rejected` with a `receipt_*` reason where it cannot be had. */
  openFile(file: ReceiptFile): Promise<ReceiptContent>;
}

/** Key under which the runner registers the {@link ItemSource}. */
export const ItemSource = Symbol.for('@ledgerferry/core/ItemSource') as InjectionToken<ItemSource>;
