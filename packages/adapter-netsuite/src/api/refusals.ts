import type { IntegrationError } from '@ledgerferry/core';
import { netsuiteError } from '../errors/netsuite-errors.js';
import { wordsOfDetails } from '../errors/problem-of-details.js';
import { errorDetailsOf } from './error-details.js';

interface Refusal {
  readonly status: number;
  readonly body: unknown;
}

/** A 403: the role lacks a permission. `needed` names those that the call needs. */
export function forbidden({ body }: Refusal, needed: string): IntegrationError {
  const words = wordsOfDetails(errorDetailsOf(body));
  return netsuiteError(
    'NETSUITE_PERMISSION_MISSING',
    `NetSuite refuses the role that Ledgerferry signs in with, which needs ${needed}: "${words}".`,
  );
}

/** A query that is refused: the role lacks a permission, or the account the feature that brings the list. */
export function listNotShown(
  { list, permission }: { readonly list: string; readonly permission: string },
  { status, body }: Refusal,
): IntegrationError {
  if (status !== 400) return unexpectedRefusal(`the query for ${list}`, { status, body });
  const words = wordsOfDetails(errorDetailsOf(body));
  return netsuiteError(
    'NETSUITE_LIST_NOT_SHOWN',
    `NetSuite does not show the ${list} to the role that Ledgerferry signs in with, which needs ${permission}: "${words}".`,
  );
}

/** The catalog does not know a record. `records` names each with the permission that it needs. */
export function recordsNotShown(records: readonly string[], { status, body }: Refusal): IntegrationError {
  if (status !== 400) return unexpectedRefusal('the question which records the account has', { status, body });
  const words = wordsOfDetails(errorDetailsOf(body));
  const named = records.join(', ');
  return netsuiteError(
    'NETSUITE_FEATURE_MISSING',
    `The account does not show one of these records to the role that Ledgerferry signs in with: ${named}. NetSuite says: "${words}".`,
  );
}

/** A refusal where there is no record or entry to blame. */
export function unexpectedRefusal(what: string, { status, body }: Refusal): IntegrationError {
  const words = wordsOfDetails(errorDetailsOf(body));
  return netsuiteError('NETSUITE_UNEXPECTED_REFUSAL', `NetSuite answered ${status} to ${what}: "${words}".`);
}

/** A write that NetSuite failed in: it may have taken effect. Source: Oracle, REST Web Services: Error Handling and Error Codes. */
export function unexpectedError({ body }: Pick<Refusal, 'body'>): IntegrationError {
  const words = wordsOfDetails(errorDetailsOf(body));
  return netsuiteError('NETSUITE_UNEXPECTED_ERROR', `NetSuite met an unexpected error: "${words}".`);
}
