import { resourceAnswer, type Answer } from './answer.js';

/** The languages that errors are written in. */
export type Language = 'en' | 'de';

/** One of `o:errorDetails`. Source: Oracle, REST Web Services: Error Handling. */
export interface ProblemDetail {
  /** `USER_ERROR`, `INVALID_CONTENT`, … */
  readonly code: string;
  readonly text: Readonly<Record<Language, string>>;
  /** Where in the body; nearly all errors of the business itself have none. */
  readonly path?: string;
}

/** What the record service and SuiteQL refuse. */
export class Refusal extends Error {
  readonly status: number;
  readonly details: readonly ProblemDetail[];

  constructor(status: number, details: readonly ProblemDetail[]) {
    super(details.map(({ text }) => text.en).join(' '));
    this.name = 'Refusal';
    this.status = status;
    this.details = details;
  }
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  415: 'Unsupported Media Type',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
};

export function refusalAnswer({ status, details }: Refusal, language: Language): Answer {
  return resourceAnswer(status, 'error', {
    type: `https://www.rfc-editor.org/rfc/rfc9110.html#name-${status}`,
    title: TITLES[status] ?? 'Error',
    status,
    'o:errorDetails': details.map(({ code, text, path }) => ({
      detail: text[language],
      ...(path === undefined ? {} : { 'o:errorPath': path }),
      'o:errorCode': code,
    })),
  });
}
