import {
  IntegrationError,
  type ErrorDefinition,
  type ItemFailureReasonType,
  type JobFailureReasonType,
} from '@ledgerferry/core';
import type { HttpRequest } from './http-request.js';

interface Failure extends ErrorDefinition {
  /** A sentence for people: what happened and what to do. */
  readonly says: (facts: FailureFacts) => string;
}

interface FailureFacts {
  readonly system: string;
  readonly status: number | undefined;
  readonly hint: string;
  readonly timeLimitMs: number;
  /** Empty, or ` with` and the command that a person connects with. */
  readonly withCommand: string;
}

/** Every error of this package, with the reasons that fit an accounting system. The one place where a failed call is given its kind. */
export const HTTP_ERRORS = {
  HTTP_UNREACHABLE: {
    meaning: 'No connection: name not found, refused, no route. Nothing was sent.',
    kind: 'transient',
    ...sameReason('accounting_system_unreachable'),
    owner: 'administrator',
    fix: 'Check the network and the configured address, then run again: the next run goes on.',
    says: ({ system, hint }) => `${system} cannot be reached${hint}. Check the network and the configured address.`,
  },
  HTTP_CERTIFICATE_REFUSED: {
    meaning: "The far end's TLS certificate is not trusted. Nothing was sent.",
    kind: 'misconfigured',
    ...sameReason('accounting_system_unreachable'),
    owner: 'administrator',
    fix: 'Correct the configured address; or have the certificate renewed, or trusted on this machine.',
    says: ({ system, hint }) => `The certificate of ${system} is not trusted${hint}. Check the configured address.`,
  },
  HTTP_REQUEST_IMPOSSIBLE: {
    meaning: 'The request cannot be built, as with a broken address. Nothing was sent.',
    kind: 'misconfigured',
    owner: 'administrator',
    fix: 'Correct the configured address.',
    says: ({ system, hint }) => `No request to ${system} can be built${hint}. Check the configured address.`,
  },
  HTTP_TIMED_OUT: {
    meaning: 'No whole answer within the time limit.',
    kind: 'transient',
    writeKind: 'outcome-unknown',
    ...sameReason('accounting_system_timeout'),
    owner: 'administrator',
    fix: 'Nothing, at first: a read is tried again, and a write is looked up. If it stays, ask the far end.',
    says: ({ system, timeLimitMs }) => `${system} gave no whole answer within ${timeLimitMs / 1000} s.`,
  },
  HTTP_CONNECTION_BROKEN: {
    meaning: 'The connection broke before the whole answer was in.',
    kind: 'transient',
    writeKind: 'outcome-unknown',
    ...sameReason('accounting_system_unreachable'),
    owner: 'administrator',
    fix: 'Nothing, at first: a read is tried again, and a write is looked up. If it stays, check the network.',
    says: ({ system, hint }) => `The connection to ${system} broke before the whole answer was in${hint}.`,
  },
  HTTP_SERVER_ERROR: {
    meaning: 'The far end answered 5xx or 408.',
    kind: 'transient',
    writeKind: 'outcome-unknown',
    ...sameReason('accounting_system_unreachable'),
    owner: 'administrator',
    fix: 'Wait and run again: the next run goes on. If it stays, ask the far end.',
    says: ({ system, status }) => `${system} is in trouble of its own: it answered ${status}.`,
  },
  HTTP_UNREADABLE_ANSWER: {
    meaning: 'A successful status with a body that is torn or not what was agreed.',
    kind: 'transient',
    writeKind: 'outcome-unknown',
    owner: 'administrator',
    fix: 'Run again. If it stays, check the configured address: something else may answer there.',
    says: ({ system, hint }) => `${system} sent an answer that cannot be read${hint}.`,
  },
  HTTP_RATE_LIMITED: {
    meaning: 'The far end answered 429: too many calls. Nothing was applied.',
    kind: 'transient',
    ...sameReason('accounting_system_rate_limit'),
    owner: 'administrator',
    fix: 'Nothing, at first: Ledgerferry slows down. If it stays, see which other programs share the limit.',
    says: ({ system }) => `${system} asks for fewer calls.`,
  },
  HTTP_BUDGET_SPENT: {
    meaning: 'The calls allowed are spent for longer than a call may wait. Nothing was sent.',
    kind: 'transient',
    ...sameReason('accounting_system_rate_limit'),
    owner: 'administrator',
    fix: 'Run again when calls are allowed again, mostly the next day; or have the limit raised.',
    says: ({ system, hint }) => `The calls that ${system} allows are spent${hint}.`,
  },
  HTTP_UNAUTHORIZED: {
    meaning: 'The far end answered 401, also after new credentials were obtained where possible.',
    kind: 'connection-lost',
    ...sameReason('accounting_system_authentication_failure'),
    owner: 'administrator',
    fix: 'Check the credentials of the far end that the message names, or connect again.',
    says: ({ system }) => `${system} does not accept the credentials. Check them or connect again.`,
  },
  HTTP_FORBIDDEN: {
    meaning: 'The far end answered 403: the credentials lack a scope or a permission.',
    kind: 'misconfigured',
    ...sameReason('authorization_failure'),
    owner: 'administrator',
    fix: 'Grant the missing permission to the user or app that the credentials belong to, or use others.',
    says: ({ system }) => `The credentials for ${system} lack a permission. Grant it, or use other credentials.`,
  },
  HTTP_REDIRECTED: {
    meaning: 'The far end answered 3xx where an API does not redirect.',
    kind: 'misconfigured',
    ...sameReason('invalid_configuration'),
    owner: 'administrator',
    fix: 'Correct the configured address.',
    says: ({ system, status }) => `${system} answered with a redirect (${status}). Check the configured address.`,
  },
  HTTP_ANSWER_TOO_LARGE: {
    meaning: 'The answer is larger than the client takes.',
    kind: 'misconfigured',
    writeKind: 'outcome-unknown',
    owner: 'administrator',
    fix: "Check the configured address; if it is right, tell Ledgerferry's makers.",
    says: ({ system, hint }) => `The answer of ${system} is larger than allowed${hint}.`,
  },
  HTTP_CONNECT_AGAIN: {
    meaning: 'The refresh token is refused, unreadable or missing: a person must connect again.',
    kind: 'connection-lost',
    ...sameReason('accounting_system_authentication_failure'),
    owner: 'administrator',
    fix: 'Connect again, as a user who may grant access.',
    says: ({ system, hint, withCommand }) =>
      `The connection ${system} is no longer valid${hint}. Connect again${withCommand}.`,
  },
  HTTP_NOT_CONNECTED: {
    meaning: 'Nobody has consented yet, and no refresh token is configured: there is nothing to sign in with.',
    kind: 'misconfigured',
    ...sameReason('accounting_system_authentication_failure'),
    owner: 'administrator',
    fix: 'Connect, as a user who may grant access; or set "refreshToken" where the settings take one.',
    says: ({ system, withCommand }) => `The connection ${system} was never made. Connect${withCommand}.`,
  },
  HTTP_CODE_REFUSED: {
    meaning:
      'The token endpoint does not take the code of a consent: too old, used, or meant for another redirect URI.',
    kind: 'connection-lost',
    ...sameReason('accounting_system_authentication_failure'),
    owner: 'administrator',
    fix: 'Connect again, and consent without delay. If it stays, register the redirect URI that is shown while connecting.',
    says: ({ system, hint }) =>
      `The consent for ${system} was not taken${hint}. Connect again, and consent without delay.`,
  },
  HTTP_CLIENT_REFUSED: {
    meaning: 'The token endpoint does not accept the client id, the client secret or the grant.',
    kind: 'misconfigured',
    ...sameReason('accounting_system_authentication_failure'),
    owner: 'administrator',
    fix: 'Correct "clientId" and "clientSecret" of the connection; where the app acts for a user, connect.',
    says: ({ system, hint, withCommand }) =>
      `The sign-in for ${system} is refused${hint}. Check "clientId" and "clientSecret"` +
      (withCommand === '' ? '.' : `; an app that acts for a user is connected first,${withCommand}.`),
  },
} as const satisfies Record<string, Failure>;

export type HttpErrorCode = keyof typeof HTTP_ERRORS;

const DEFINITIONS: Readonly<Record<HttpErrorCode, Failure>> = HTTP_ERRORS;

/** Pleo's failure reasons by code, where a failure of this far end has one. */
export type FailureReasons = Readonly<
  Partial<Record<HttpErrorCode, Pick<ErrorDefinition, 'itemReason' | 'jobReason'>>>
>;

/** The reasons that fit where the far end is an accounting system: those of the table. */
export const accountingSystemReasons: FailureReasons = DEFINITIONS;

/** What is known about a failed call. Never a query, a header or a body. */
export interface FailedCall {
  /** The far end's name, as people know it. */
  readonly system: string;
  readonly request: Pick<HttpRequest<unknown>, 'method' | 'path' | 'write'>;
  readonly timeLimitMs?: number;
  readonly reasons?: FailureReasons | undefined;
  readonly status?: number | undefined;
  /** What exactly went wrong, already fit for people. */
  readonly hint?: string | undefined;
  /** What a person runs to connect, where that helps. */
  readonly connectCommand?: string | undefined;
  readonly retryAfterMs?: number | undefined;
  readonly cause?: Error | undefined;
}

/** Makes the error of a failed call: kind and sentence from the table, facts from the call. */
export function httpError(code: HttpErrorCode, call: FailedCall): IntegrationError {
  const failure = DEFINITIONS[code];
  const { method, path, write } = call.request;
  const hint = call.hint === undefined ? '' : ` (${call.hint})`;
  const withCommand = call.connectCommand === undefined ? '' : ` with \`${call.connectCommand}\``;
  const { system, status, timeLimitMs = 0 } = call;
  const sentence = failure.says({ system, status, hint, timeLimitMs, withCommand });
  return new IntegrationError((write && failure.writeKind) || failure.kind, code, sentence, {
    cause: call.cause,
    retryAfterMs: call.retryAfterMs,
    itemReason: call.reasons?.[code]?.itemReason,
    jobReason: call.reasons?.[code]?.jobReason,
    details: { system: call.system, method, path, status: call.status ?? null },
  });
}

/** The code of a status that is thrown; undefined where the answer goes to the caller. */
export function errorCodeOfStatus(status: number): HttpErrorCode | undefined {
  if (status === 401) return 'HTTP_UNAUTHORIZED';
  if (status === 403) return 'HTTP_FORBIDDEN';
  if (status === 429) return 'HTTP_RATE_LIMITED';
  if (status === 408 || status >= 500) return 'HTTP_SERVER_ERROR';
  if (status >= 300 && status < 400) return 'HTTP_REDIRECTED';
  return undefined;
}

function sameReason<Reason extends ItemFailureReasonType & JobFailureReasonType>(reason: Reason) {
  return { itemReason: reason, jobReason: reason };
}
