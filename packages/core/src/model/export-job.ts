/** Where an Export Job stands. Source: Pleo Export API v3, `ExportJobStatus`. Other values may arrive and are kept as text. */
export type ExportJobStatus =
  | 'pending'
  | 'in_progress'
  | 'failed'
  | 'completed'
  | 'completed_with_errors'
  | (string & {});

/** A company's request to export a set of entries. Source: Pleo Export API v3, `ExportJobV3`. */
export interface ExportJob {
  readonly id: string;
  readonly companyId: string;
  readonly status: ExportJobStatus;
  /** ISO 8601; the oldest job goes first. */
  readonly createdAt: string;
  readonly numberOfItems: number;
  readonly vendorBasedBookkeeping: boolean;
  /** Seconds from `lastUpdatedAt` until Pleo ends the job. */
  readonly expiresIn: number;
  readonly startedAt: string | null;
  readonly lastUpdatedAt: string | null;
  readonly failureReason: string | null;
  readonly failureReasonType: string | null;
}

/** True once no event can change a job in this status any more. */
export function isOver({ status }: Pick<ExportJob, 'status'>): boolean {
  return status !== 'pending' && status !== 'in_progress';
}

/** Where an item of a job stands. Source: Pleo Export API v3, `ExportJobItemStatus`. */
export type ExportJobItemStatus = 'pending' | 'in_progress' | 'failed' | 'successful' | 'abandoned' | (string & {});

/** One row of the control layer: an entry's id and status within a job. Source: Pleo Export API v3, `ExportJobItemV3`. */
export interface ExportJobItem {
  readonly exportJobId: string;
  readonly accountingEntryId: string;
  readonly status: ExportJobItemStatus;
  readonly externalId: string | null;
  readonly externalUrl: string | null;
  readonly failureReason: string | null;
  readonly failureReasonType: string | null;
}
