import type { ErrorCatalogue } from '@ledgerferry/core';

/** What stops a call, and mostly the job. */
export const CALL_ERRORS = {
  NETSUITE_SIGN_IN_REFUSED: {
    meaning:
      'NetSuite does not accept the sign-in: the certificate or token is unknown, expired or revoked, or its role may not sign in so.',
    kind: 'connection-lost',
    itemReason: 'accounting_system_authentication_failure',
    jobReason: 'accounting_system_authentication_failure',
    owner: 'administrator',
    fix: 'See the Login Audit Trail in NetSuite. Renew the certificate (Setup, Integration, OAuth 2.0 Client Credentials) or the token, and correct connection.auth.',
  },
  NETSUITE_PRIVATE_KEY_UNREADABLE: {
    meaning: 'The private key of the settings cannot be read, or is not an EC P-256 key.',
    kind: 'misconfigured',
    itemReason: 'accounting_system_authentication_failure',
    jobReason: 'accounting_system_authentication_failure',
    owner: 'administrator',
    fix: 'Set connection.auth.privateKey to the EC P-256 key of the certificate, in PEM form (PKCS#8).',
  },
  NETSUITE_PERMISSION_MISSING: {
    meaning: 'The role that Ledgerferry signs in with lacks a permission.',
    kind: 'misconfigured',
    itemReason: 'authorization_failure',
    jobReason: 'authorization_failure',
    owner: 'administrator',
    fix: "Give the role the permission that the message names; the adapter's README lists all that are needed.",
  },
  NETSUITE_LIST_NOT_SHOWN: {
    meaning:
      'NetSuite refuses to show a list that Ledgerferry needs: the role lacks a permission, or the account the feature that brings it.',
    kind: 'misconfigured',
    itemReason: 'authorization_failure',
    jobReason: 'authorization_failure',
    owner: 'administrator',
    fix: "Give the role the permission that the message names, at the level that the adapter's README says; or enable the feature that the list belongs to.",
  },
  NETSUITE_FEATURE_MISSING: {
    meaning:
      'A feature that Ledgerferry needs is not enabled in the NetSuite account, or the role lacks its permission.',
    kind: 'misconfigured',
    itemReason: 'invalid_configuration',
    jobReason: 'invalid_configuration',
    owner: 'administrator',
    fix: 'Enable the feature that the message names under Setup, Company, Enable Features, and give the role its permission; REST Web Services and SuiteAnalytics Workbook are needed.',
  },
  NETSUITE_SUBSIDIARY_NEEDED: {
    meaning: 'The account has several subsidiaries, and the settings name none of them.',
    kind: 'misconfigured',
    itemReason: 'missing_configuration',
    jobReason: 'missing_configuration',
    owner: 'administrator',
    fix: 'Set connection.subsidiary to the internal id of the subsidiary; the message lists them.',
  },
  NETSUITE_CURRENCY_NEEDED: {
    meaning: 'The account uses one currency alone, which NetSuite does not name, and neither do the settings.',
    kind: 'misconfigured',
    itemReason: 'missing_configuration',
    jobReason: 'missing_configuration',
    owner: 'administrator',
    fix: 'Set connection.currency to the ISO code of the currency that the books are kept in, such as DKK. Entries in others are refused.',
  },
  NETSUITE_SUBSIDIARY_UNKNOWN: {
    meaning:
      'The account has no active subsidiary of the internal id that the settings name, or no subsidiaries at all.',
    kind: 'misconfigured',
    itemReason: 'invalid_configuration',
    jobReason: 'invalid_configuration',
    owner: 'administrator',
    fix: 'Correct connection.subsidiary, or leave it out where the account has no subsidiaries; the message lists those there are.',
  },
  NETSUITE_CONCURRENCY: {
    meaning:
      'More calls were in flight than the account or the integration allows; others share the limit. Nothing was applied.',
    kind: 'transient',
    itemReason: 'accounting_system_rate_limit',
    jobReason: 'accounting_system_rate_limit',
    owner: 'administrator',
    fix: 'Ledgerferry slows down by itself; where a job failed for it, export again once the account is less busy. If it stays, lower connection.limits.concurrent, or see which other integrations share the limit.',
  },
  NETSUITE_LIST_TOO_LONG: {
    meaning: 'A list has more rows than NetSuite gives out: 100,000.',
    kind: 'misconfigured',
    jobReason: 'invalid_configuration',
    owner: 'ledgerferry',
    fix: "Tell Ledgerferry's makers which list the message names.",
  },
  NETSUITE_LIST_CHANGED: {
    meaning:
      'A list changed while its pages were read, so that something may have slipped through. Nothing was applied.',
    kind: 'transient',
    owner: 'administrator',
    fix: 'Nothing: Ledgerferry reads it again.',
  },
  NETSUITE_UNEXPECTED_ERROR: {
    meaning: 'NetSuite failed while it made a record, which may be there all the same.',
    kind: 'outcome-unknown',
    itemReason: 'accounting_system_unreachable',
    jobReason: 'accounting_system_unreachable',
    owner: 'administrator',
    fix: "Nothing, at first: Ledgerferry looks the entry up. If it stays, give Oracle's support the Error ID of the message.",
  },
  NETSUITE_UNEXPECTED_REFUSAL: {
    meaning: 'NetSuite answered with a refusal that the call should not meet.',
    kind: 'misconfigured',
    jobReason: 'invalid_configuration',
    owner: 'administrator',
    fix: "Check connection.accountId and connection.baseUrl; if they are right, tell Ledgerferry's makers what the message says.",
  },
} as const satisfies ErrorCatalogue;
