import type { ErrorCatalogue } from '@ledgerferry/core';

/** What stops a call, and mostly the job. */
export const CALL_ERRORS = {
  XERO_TENANT_NOT_CONNECTED: {
    meaning: 'The token is not, or no longer, for the configured organisation; or for none at all.',
    kind: 'connection-lost',
    itemReason: 'authorization_failure',
    jobReason: 'authorization_failure',
    owner: 'administrator',
    fix: 'Run `ledgerferry connect xero` and choose the organisation; or correct connection.tenantId.',
  },
  XERO_TENANT_UNCLEAR: {
    meaning: 'The token is for several organisations, and the settings name none of them.',
    kind: 'misconfigured',
    jobReason: 'invalid_configuration',
    owner: 'administrator',
    fix: 'Set connection.tenantId to the id of the organisation; the message lists them.',
  },
  XERO_PERMISSION_MISSING: {
    meaning: 'The connecting user or the app lacks a permission or scope.',
    kind: 'misconfigured',
    itemReason: 'authorization_failure',
    jobReason: 'authorization_failure',
    owner: 'administrator',
    fix: 'Give the app the scope, or the user the role in Xero, that the message names; then run `ledgerferry connect xero` again.',
  },
  XERO_REQUEST_KEY_TAKEN: {
    meaning: 'Xero knows the request key for another request: an earlier one may have taken effect.',
    kind: 'outcome-unknown',
    owner: 'ledgerferry',
    fix: "Nothing, at first: Ledgerferry looks the entries up. If it stays, tell Ledgerferry's makers.",
  },
  XERO_LOOK_UP_TOO_LARGE: {
    meaning: 'Xero refuses a look-up because it would touch more than 100,000 records.',
    kind: 'misconfigured',
    jobReason: 'invalid_configuration',
    owner: 'administrator',
    fix: 'Set connection.lookUp to references; then run again.',
  },
  XERO_LIST_CHANGED: {
    meaning:
      'A list changed while its pages were read, so that something may have slipped through. Nothing was applied.',
    kind: 'transient',
    owner: 'administrator',
    fix: 'Nothing: Ledgerferry reads it again.',
  },
  XERO_UNEXPECTED_REFUSAL: {
    meaning: 'Xero answered with a status that its API does not document for the call.',
    kind: 'misconfigured',
    jobReason: 'invalid_configuration',
    owner: 'administrator',
    fix: "Check connection.baseUrl; if it is right, tell Ledgerferry's makers what the message says.",
  },
} as const satisfies ErrorCatalogue;
