import type { IntegrationError } from '@ledgerferry/core';
import { redactText } from '@ledgerferry/http';
import { xeroError } from '../errors/xero-errors.js';
import { refusalAnswer } from './record-answers.js';

interface Refusal {
  readonly status: number;
  readonly header: (name: string) => string | undefined;
  readonly body: unknown;
}

/** More than 100,000 records would be touched. Source: Xero Accounting API, Response codes and errors. */
const TOO_LARGE_TO_FILTER = 51;

/**
 * What a 403 means: the organisation is not connected to the app, or a permission or scope is missing.
 * Source: Xero Accounting API, Response codes and errors; OAuth 2.0 scopes.
 */
export function forbidden(
  refusal: Refusal,
  { tenantId, scope }: { tenantId: string; scope: string },
): IntegrationError {
  const isScope = /insufficient.?scope/i.test(refusal.header('WWW-Authenticate') ?? '');
  if (!isScope && /AuthenticationUnsuccessful/i.test(wordsOf(refusal.body)))
    return xeroError('XERO_TENANT_NOT_CONNECTED', `The token is not for the organisation ${tenantId}.`);
  return xeroError(
    'XERO_PERMISSION_MISSING',
    `Xero refuses the call: the app needs the scope ${scope}, and its user the role.`,
  );
}

/** A refusal where there is no record or entry to blame. */
export function unexpectedRefusal(path: string, { status, body }: Refusal): IntegrationError {
  const read = refusalAnswer.safeParse(body);
  if (read.success && read.data.ErrorNumber === TOO_LARGE_TO_FILTER)
    return xeroError(
      'XERO_LOOK_UP_TOO_LARGE',
      'Xero refuses a look-up: it has more than 100,000 records to look through.',
    );
  return xeroError(
    'XERO_UNEXPECTED_REFUSAL',
    `Xero answered ${status} to ${path}: ${wordsOf(body) || 'no reason given'}.`,
  );
}

/** What Xero says, in few words. */
export function wordsOf(body: unknown): string {
  const read = refusalAnswer.safeParse(body);
  const words = read.success ? [read.data.Message, read.data.Title, read.data.Detail] : [];
  return redactText(words.filter((word) => word !== null).join(' '));
}
