import type { AnswerReader } from './answer-readers.js';

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What a request carries: JSON, a form, or bytes of a stated type. JSON is sent as `application/json` unless stated. */
export type HttpBody =
  | { readonly json: unknown; readonly contentType?: string }
  | { readonly form: Readonly<Record<string, string>> }
  | { readonly bytes: Uint8Array; readonly contentType: string };

/** One call to the far end. */
export interface HttpRequest<Body> {
  readonly method: HttpMethod;
  /** Appended to the client's `baseUrl`; begins with `/`. Shown in logs and errors, so it never carries a secret. */
  readonly path: string;
  /** An array repeats its name, undefined leaves the name out. Never logged. */
  readonly query?: Readonly<Record<string, string | number | readonly string[] | undefined>> | undefined;
  readonly body?: HttpBody | undefined;
  /** Win over the client's own headers. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /**
   * True where a repeat could apply something twice. Such a request is sent once, and its failures become
   * `outcome-unknown` unless nothing can have been applied.
   */
  readonly write: boolean;
  /** Reads the body of a 2xx answer. */
  readonly answer: AnswerReader<Body>;
  /**
   * True where a write may be sent later: it waits for its budget, and is sent again after a 429, which was not applied. Default
   * false: a write is sent at once or throws `CALL_NOT_BEGUN`, so that whoever wrote it down can do so anew. Reads always wait.
   */
  readonly mayWait?: boolean | undefined;
  /**
   * Asked before each sending, repeats included, once the connection stands. Where it says no, nothing is sent and `CALL_NOT_BEGUN` is
   * thrown. Default: it may.
   */
  readonly mayBegin?: (() => boolean) | undefined;
  /** Statuses that come back as an answer although they would otherwise be thrown, such as 403. Default none. */
  readonly returnStatuses?: readonly number[] | undefined;
}

interface AnswerFacts {
  readonly status: number;
  /** A header's value by its name in any case. */
  readonly header: (name: string) => string | undefined;
}

/**
 * What the far end said. `ok: false` is a refusal that the caller maps by its own table; its `body` is parsed JSON where it
 * is JSON, else text (shortened), else null.
 */
export type HttpAnswer<Body> =
  | (AnswerFacts & { readonly ok: true; readonly body: Body })
  | (AnswerFacts & { readonly ok: false; readonly body: unknown });
