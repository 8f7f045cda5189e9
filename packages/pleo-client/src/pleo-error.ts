import type { IntegrationError } from '@ledgerferry/core';
import { redactText, type HttpAnswer } from '@ledgerferry/http';
import { pleoErrors, type PleoErrorCode } from './pleo-error-codes.js';
import { exceptionSchema } from './pleo-responses.js';

/** A refusal of Pleo's: its status and its own words. */
export interface PleoRefusal {
  readonly status: number;
  /** Pleo's code in upper case; null where the body is none of Pleo's. One old page writes a code in lower case. */
  readonly type: string | null;
  readonly message: string | null;
}

interface Meaning {
  readonly code: PleoErrorCode;
  readonly says: (about: string) => string;
}

const JOB_NOT_FOUND: Meaning = {
  code: 'PLEO_JOB_NOT_FOUND',
  says: (about) => `Pleo does not know ${about}. Check the id, the company and the configured address.`,
};

const JOB_IS_OVER: Meaning = {
  code: 'PLEO_JOB_IS_OVER',
  says: (about) => `Pleo has ended ${about}. Nothing more can be reported for it; export the remaining entries again.`,
};

/** Pleo's codes and what they mean to us. Source: Pleo Export API v3, answers of each operation. */
const MEANINGS: Readonly<Record<string, Meaning>> = {
  EXPORT_NOT_FOUND: JOB_NOT_FOUND,
  EXPORT_JOB_STATUS_UNPROCESSABLE: JOB_IS_OVER,
  MISSING_CONTRA_ACCOUNTS: {
    code: 'PLEO_MISSING_CONTRA_ACCOUNTS',
    says: () =>
      'Some Pleo accounts have no contra account. Set them in Pleo under Settings > Accounting > Contra accounts, then export again.',
  },
  EXPORT_ALREADY_IN_PROGRESS: {
    code: 'PLEO_EXPORT_IN_PROGRESS',
    says: () => 'The company has an unfinished export job. Finish it before another is created.',
  },
  INVALID_EXPORT_JOB_STATUS_CHANGE: {
    code: 'PLEO_EVENT_REFUSED',
    says: (about) => `Pleo refused the status change of ${about}.`,
  },
};

/** What a status means where the body does not say. */
const MEANINGS_BY_STATUS: Readonly<Record<number, Meaning>> = { 404: JOB_NOT_FOUND, 422: JOB_IS_OVER };

const REQUEST_REFUSED: Meaning = {
  code: 'PLEO_REQUEST_REFUSED',
  says: (about) => `Pleo refused a request about ${about}.`,
};

/** Reads Pleo's own words from a refusal. */
export function readRefusal(answer: HttpAnswer<unknown>): PleoRefusal {
  const exception = exceptionSchema.safeParse(answer.body);
  if (!exception.success) return { status: answer.status, type: null, message: null };
  return { status: answer.status, type: exception.data.type.toUpperCase(), message: exception.data.message };
}

/** Makes our error of a refusal; `about` names what was asked for. */
export function toPleoError(refusal: PleoRefusal, about: string): IntegrationError {
  const known = refusal.type === null ? MEANINGS_BY_STATUS[refusal.status] : MEANINGS[refusal.type];
  const { code, says } = known ?? REQUEST_REFUSED;
  const words = refusal.message === null ? '' : ` Pleo says: ${redactText(refusal.message)}`;
  return pleoError(code, says(about) + words, { status: refusal.status, type: refusal.type });
}

/** The error of a job that has ended. */
export function jobIsOver(jobId: string, status: string): IntegrationError {
  return pleoError(JOB_IS_OVER.code, JOB_IS_OVER.says(`job ${jobId} (${status})`), { status });
}

/** An error with one of this package's codes. */
export function pleoError(
  code: PleoErrorCode,
  message: string,
  { status = null, type = null }: { readonly status?: number | string | null; readonly type?: string | null } = {},
): IntegrationError {
  return pleoErrors.error(code, message, { details: { status, type } });
}
