/**
 * Reasons Pleo accepts for a failed item.
 *
 * Source: Pleo Export API v3, `UpdateExportJobItemV3.failureReasonType`.
 */
export const ITEM_FAILURE_REASON_TYPES = [
  'missing_configuration',
  'invalid_configuration',
  'account_unknown',
  'tax_code_unknown',
  'tag_unknown',
  'vendor_unknown',
  'accounting_system_validation_failure',
  'validation_failure',
  'receipt_download_failure',
  'receipt_upload_failure',
  'receipt_conversion_failure',
  'receipt_file_size_limit_exceeded',
  'accounting_system_authentication_failure',
  'authorization_failure',
  'accounting_system_unreachable',
  'accounting_system_timeout',
  'accounting_system_rate_limit',
  'unexpected_failure',
] as const;

export type ItemFailureReasonType = (typeof ITEM_FAILURE_REASON_TYPES)[number];

/**
 * Reasons an integration may send for a failed job. Pleo sets the others (`job_expired`, `canceled_by_user`, …) itself.
 *
 * Source: Pleo Export API v3, `CreateExportJobEvent.failureReasonType`.
 */
export const JOB_FAILURE_REASON_TYPES = [
  'invalid_configuration',
  'missing_configuration',
  'accounting_system_authentication_failure',
  'authorization_failure',
  'accounting_system_unreachable',
  'accounting_system_timeout',
  'accounting_system_rate_limit',
  'pleo_rate_limit',
  'validation_failure',
] as const;

export type JobFailureReasonType = (typeof JOB_FAILURE_REASON_TYPES)[number];
