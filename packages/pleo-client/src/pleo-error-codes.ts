import { errorsOf, type ErrorCatalogue } from '@ledgerferry/core';

/** Every error and problem of this package. Codes that begin with `HTTP_` are those of `@ledgerferry/http`. */
export const PLEO_ERRORS = {
  PLEO_JOB_NOT_FOUND: {
    meaning: 'Pleo knows no such job: the id is wrong, or belongs to another company or environment.',
    kind: 'misconfigured',
    owner: 'administrator',
    fix: 'Check the id, the company and the setting pleo.baseUrl.',
  },
  PLEO_JOB_IS_OVER: {
    meaning: 'The job has ended (finished, expired or cancelled): Pleo takes nothing more for it.',
    kind: 'connection-lost',
    owner: 'bookkeeper',
    fix: 'Export the remaining entries again in Pleo: what is in the ledger already is linked, not booked twice.',
  },
  PLEO_MISSING_CONTRA_ACCOUNTS: {
    meaning: 'A Pleo account has no contra account, so Pleo hands out no items of the job.',
    kind: 'misconfigured',
    jobReason: 'missing_configuration',
    owner: 'bookkeeper',
    fix: 'Set the contra accounts in Pleo under Settings > Accounting > Contra accounts, then export again.',
  },
  PLEO_EXPORT_IN_PROGRESS: {
    meaning: 'The company has an unfinished job, so Pleo creates no other.',
    kind: 'transient',
    owner: 'administrator',
    fix: 'Finish the unfinished job with `run`, or wait until it expires.',
  },
  PLEO_EVENT_REFUSED: {
    meaning: 'Pleo refused a status change, and the job is not in the wanted status.',
    kind: 'transient',
    owner: 'administrator',
    fix: 'Run again; if it stays, ask Pleo, with the id of the job.',
  },
  PLEO_EVENT_NOT_APPLIED: {
    meaning: 'Pleo took an event but does not show its effect yet.',
    kind: 'transient',
    owner: 'administrator',
    fix: 'Run again in a while; if it stays, ask Pleo, with the id of the job.',
  },
  PLEO_PAGING_STUCK: {
    meaning: 'Pleo says that more pages follow but gives no cursor that leads to them.',
    kind: 'transient',
    owner: 'administrator',
    fix: 'Run again in a while; if it stays, ask Pleo, with the id of the job.',
  },
  PLEO_REQUEST_REFUSED: {
    meaning: 'Pleo refused a request for another reason; the message carries its own words.',
    kind: 'misconfigured',
    owner: 'administrator',
    fix: "Read Pleo's words; if they do not help, ask Pleo or tell Ledgerferry's makers.",
  },
  PLEO_CREDENTIALS_STORE_MISSING: {
    meaning: 'OAuth tokens rotate and need a credential store, but none was given.',
    kind: 'misconfigured',
    owner: 'administrator',
    fix: 'Set secrets.key in the configuration; in code, give `credentials`.',
  },
  PLEO_ITEM_UNREADABLE: {
    meaning: 'An entry lacks a field that is needed, or has it in another form.',
    kind: 'item-rejected',
    itemReason: 'validation_failure',
    owner: 'ledgerferry',
    fix: 'Export the entry again; if it stays, book it by hand and tell whoever runs Ledgerferry for you.',
  },
  PLEO_FRACTIONAL_AMOUNT: {
    meaning: 'An amount is not a whole number of minor units.',
    kind: 'item-rejected',
    itemReason: 'validation_failure',
    owner: 'bookkeeper',
    fix: 'Book the entry by hand and tell whoever runs Ledgerferry for you: nothing is rounded.',
  },
  PLEO_UNKNOWN_CURRENCY: {
    meaning: 'An amount is in a currency whose decimal places are not known.',
    kind: 'item-rejected',
    itemReason: 'validation_failure',
    owner: 'administrator',
    fix: 'Set the decimal places of the currency under currencyExponents, then have the entry exported again.',
  },
  PLEO_RECEIPT_UNAVAILABLE: {
    meaning: 'A receipt cannot be downloaded: its link has expired, or the file server fails.',
    kind: 'item-rejected',
    itemReason: 'receipt_download_failure',
    owner: 'bookkeeper',
    fix: 'Export the entry again, which renews the link; or add the receipt to the ledger by hand.',
  },
  PLEO_RECEIPT_TOO_LARGE: {
    meaning: 'A receipt is larger than 30 MB.',
    kind: 'item-rejected',
    itemReason: 'receipt_file_size_limit_exceeded',
    owner: 'bookkeeper',
    fix: 'Replace the receipt in Pleo by a smaller file, or add it to the ledger by hand.',
  },
  PLEO_RECEIPT_EMPTY: {
    meaning: 'A receipt has no bytes.',
    kind: 'item-rejected',
    itemReason: 'receipt_download_failure',
    owner: 'bookkeeper',
    fix: 'Upload the receipt again in Pleo, then export the entry again.',
  },
} as const satisfies ErrorCatalogue;

export type PleoErrorCode = keyof typeof PLEO_ERRORS;

/** Makes this package's errors and problems. */
export const pleoErrors = errorsOf(PLEO_ERRORS);
