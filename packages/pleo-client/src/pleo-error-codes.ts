/** Every error and problem code of this package, with one line of meaning. Codes that begin with `HTTP_` are those of `@ledgerferry/http`. */
export const pleoErrorCodes = {
  PLEO_JOB_NOT_FOUND: 'Pleo knows no such job: the id is wrong, or belongs to another company or environment.',
  PLEO_JOB_IS_OVER: 'The job has ended (finished, expired or cancelled): Pleo takes nothing more for it.',
  PLEO_MISSING_CONTRA_ACCOUNTS: 'A Pleo account has no contra account, so Pleo hands out no items of the job.',
  PLEO_EXPORT_IN_PROGRESS: 'The company has an unfinished job, so Pleo creates no other.',
  PLEO_EVENT_REFUSED: 'Pleo refused a status change, and the job is not in the wanted status.',
  PLEO_EVENT_NOT_APPLIED: 'Pleo took an event but does not show its effect yet.',
  PLEO_PAGING_STUCK: 'Pleo says that more pages follow but gives no cursor that leads to them.',
  PLEO_REQUEST_REFUSED: 'Pleo refused a request for another reason; the message carries its own words.',
  PLEO_CREDENTIALS_STORE_MISSING: 'OAuth tokens rotate and need a credential store, but none was given.',
  PLEO_ITEM_UNREADABLE: 'An entry lacks a field that is needed, or has it in another form.',
  PLEO_FRACTIONAL_AMOUNT: 'An amount is not a whole number of minor units.',
  PLEO_UNKNOWN_CURRENCY: 'An amount is in a currency whose decimal places are not known.',
  PLEO_RECEIPT_UNAVAILABLE: 'A receipt cannot be downloaded: its link has expired, or the file server fails.',
  PLEO_RECEIPT_TOO_LARGE: 'A receipt is larger than 30 MB.',
  PLEO_RECEIPT_EMPTY: 'A receipt has no bytes.',
} as const;

export type PleoErrorCode = keyof typeof pleoErrorCodes;
