/** Statuses of an export job. Source: Export API v3, `ExportJobStatus`. */
export const JOB_STATUSES = ['pending', 'in_progress', 'failed', 'completed', 'completed_with_errors'] as const;
export type JobStatus = (typeof JOB_STATUSES)[number];

/** Statuses of an export job item. Source: Export API v3, `ExportJobItemStatus`. */
export const ITEM_STATUSES = ['pending', 'in_progress', 'failed', 'successful', 'abandoned'] as const;
export type ItemStatus = (typeof ITEM_STATUSES)[number];

/** Events that an integration posts. Source: Export API v3, `ExportJobEventType`. */
export const JOB_EVENTS = ['started', 'failed', 'completed', 'completed_with_errors'] as const;
export type JobEvent = (typeof JOB_EVENTS)[number];

/** Why a job failed. Source: Export API v3, `ExportJobFailureReasonType`. */
export const JOB_FAILURE_REASON_TYPES = [
  'invalid_configuration',
  'missing_configuration',
  'authentication_failure',
  'accounting_system_authentication_failure',
  'pleo_rate_limit',
  'accounting_system_rate_limit',
  'service_unreachable',
  'accounting_system_unreachable',
  'validation_failure',
  'authorization_failure',
  'integration_unusable',
  'job_expired',
  'service_timeout',
  'accounting_system_timeout',
  'canceled_by_user',
] as const;
export type JobFailureReasonType = (typeof JOB_FAILURE_REASON_TYPES)[number];

/** Why an item failed. Source: Export API v3, `ExportJobItemFailureReasonType`. */
export const ITEM_FAILURE_REASON_TYPES = [
  'receipt_upload_failure',
  'receipt_download_failure',
  'receipt_file_size_limit_exceeded',
  'receipt_conversion_failure',
  'unexpected_failure',
  'invalid_configuration',
  'missing_configuration',
  'accounting_system_authentication_failure',
  'accounting_system_rate_limit',
  'accounting_system_unreachable',
  'validation_failure',
  'accounting_system_validation_failure',
  'authorization_failure',
  'accounting_system_timeout',
  'vendor_unknown',
  'account_unknown',
  'tax_code_unknown',
  'tag_unknown',
] as const;
export type ItemFailureReasonType = (typeof ITEM_FAILURE_REASON_TYPES)[number];

/** Why a single item of a PUT was refused. Source: Export API v3, `ExportJobItemUpdateErrorType`. */
export type ItemUpdateErrorType =
  | 'ACCOUNTING_ENTRY_DOES_NOT_EXIST'
  | 'EXPORT_ENTRY_STATUS_UPDATE_FAILED'
  | 'ACCOUNTING_ENTRY_UPDATE_FAILED';

/** Whether a job with this status takes no more events, updates or reads of export items. */
export function isFinishedJob(status: JobStatus): boolean {
  return status !== 'pending' && status !== 'in_progress';
}

/** Whether an item with this status has its outcome. */
export function isFinalItem(status: ItemStatus): boolean {
  return status !== 'pending' && status !== 'in_progress';
}
