import { CALL_NOT_BEGUN, IntegrationError, silentLogger, type Clock, type Logger } from '@ledgerferry/core';
import { readRefusal, UnreadableAnswer } from './answer-readers.js';
import type { Authorization, AuthorizationHeaders } from './authorization.js';
import {
  accountingSystemReasons,
  errorCodeOfStatus,
  httpError,
  type FailureReasons,
  type HttpErrorCode,
} from './http-errors.js';
import type { HttpAnswer, HttpRequest } from './http-request.js';
import { BudgetSpent, type Pace, type PaceCorrection } from './pace.js';
import { parseRetryAfter } from './retry-after.js';
import { defaultRetryPolicy, jitteredDelayMs, type RetryPolicy } from './retry-policy.js';
import { TooLateToBegin } from './begin-in-time.js';
import { send, SendFailure, type IncomingAnswer } from './send.js';

/** What a client works with. Durations are in milliseconds. */
export interface HttpClientOptions {
  /** The far end's name in errors and logs, such as `Pleo`. */
  readonly system: string;
  /** Put before every path. `''` where every path is a URL of its own; errors and logs then show only its origin. */
  readonly baseUrl: string;
  readonly authorization: Authorization;
  readonly clock: Clock;
  /** Default: says nothing. */
  readonly logger?: Logger | undefined;
  /** Budget of calls, shared by every client of the same far end and organisation. Default: unlimited. */
  readonly pace?: Pace | undefined;
  /** What an answer's headers say about the budget. Default: only a 429's `Retry-After` is heeded. */
  readonly observe?: ((answer: Pick<IncomingAnswer, 'status' | 'header'>) => PaceCorrection | undefined) | undefined;
  /** Recognises answers by which a far end asks for fewer calls otherwise than by 429: nothing was applied. Default: none. */
  readonly isThrottled?: ((answer: IncomingAnswer) => boolean) | undefined;
  /** Longest time from sending to the last byte of the answer. Default 30,000. */
  readonly timeLimitMs?: number | undefined;
  /** Longest time until a connection stands: nothing was sent before. Not minded with `redirects`. Default 10,000. */
  readonly connectingMs?: number | undefined;
  /**
   * How long a read is tried again, counted from its first attempt: somebody who waits is told sooner than a job gives up. Pauses that
   * the far end asks for by a 429 are kept all the same. Default: as `retry` says.
   */
  readonly patienceMs?: number | undefined;
  /** Larger answers are refused. Default 50 MB. */
  readonly maximumResponseBytes?: number | undefined;
  /** Redirects followed. Default 0: an API does not redirect. */
  readonly redirects?: number | undefined;
  /** How reads are tried again. */
  readonly retry?: RetryPolicy | undefined;
  /** Evenly spread in [0, 1). Default `Math.random`. */
  readonly random?: (() => number) | undefined;
  /** Pleo's failure reasons for this far end. Default: those of an accounting system. */
  readonly reasons?: FailureReasons | undefined;
}

/** Speaks to one far end. */
export interface HttpClient {
  /**
   * Sends a request and returns the answer: 2xx read by `answer`, other 4xx as `ok: false`.
   *
   * @throws {IntegrationError} everything else, with a code of `HTTP_ERRORS`. Reads were already tried again.
   */
  request<Body>(request: HttpRequest<Body>): Promise<HttpAnswer<Body>>;
}

/** How long a write that must begin at once may take to its first byte: credentials, connecting. In milliseconds. */
const LONGEST_BEGINNING_MS = 500;
const DEFAULT_TIME_LIMIT_MS = 30_000;
const DEFAULT_CONNECTING_MS = 10_000;
const DEFAULT_MAXIMUM_RESPONSE_BYTES = 50 * 1024 * 1024;

/** Makes a client that sets time limits, paces, authorises, classifies every failure once and tries reads again. */
export function createHttpClient(options: HttpClientOptions): HttpClient {
  const { system, clock, authorization, pace } = options;
  const logger = options.logger ?? silentLogger;
  const retry = options.retry ?? defaultRetryPolicy;
  const random = options.random ?? Math.random;
  const timeLimitMs = options.timeLimitMs ?? DEFAULT_TIME_LIMIT_MS;
  const reasons = options.reasons ?? accountingSystemReasons;

  async function request<Body>(request: HttpRequest<Body>): Promise<HttpAnswer<Body>> {
    const askedAt = clock.now();
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await attemptOnce(request);
      } catch (error) {
        const delayMs = delayBeforeNextAttempt(error, request, attempt);
        if (delayMs === undefined || isTooLate(error, clock.now() + delayMs - askedAt)) throw error;
        logger.warn({ ...shown(request), attempt, delayMs, code: codeOf(error) }, 'trying again');
        await clock.sleep(delayMs);
      }
    }
  }

  function delayBeforeNextAttempt(error: unknown, request: HttpRequest<unknown>, attempt: number): number | undefined {
    if (!IntegrationError.isInstance(error) || error.kind !== 'transient' || attempt >= retry.attempts)
      return undefined;
    if (error.code === CALL_NOT_BEGUN) return undefined;
    const isRepeatable = !request.write || (error.code === 'HTTP_RATE_LIMITED' && request.mayWait === true);
    if (!isRepeatable || error.code === 'HTTP_BUDGET_SPENT') return undefined;
    if (error.retryAfterMs === undefined) return jitteredDelayMs(retry, attempt, random);
    return error.retryAfterMs <= retry.longestDelayMs ? error.retryAfterMs : undefined;
  }

  function isTooLate(error: unknown, elapsedMs: number): boolean {
    return codeOf(error) !== 'HTTP_RATE_LIMITED' && elapsedMs > (options.patienceMs ?? Infinity);
  }

  async function attemptOnce<Body>(request: HttpRequest<Body>): Promise<HttpAnswer<Body>> {
    const url = options.baseUrl + request.path + toQueryString(request.query);
    const first = await sendPaced(request, url);
    if (
      first.incoming.status !== 401 ||
      isThrottled(first.incoming) ||
      !(await authorization.renew(first.sentHeaders))
    ) {
      return read(request, first.incoming);
    }
    if (mustBeginAtOnce(request)) throw notBegun(request, 0);
    const second = await sendPaced(request, url);
    return read(request, second.incoming);
  }

  async function sendPaced(request: HttpRequest<unknown>, url: string) {
    const askedAt = clock.now();
    const isInTime = () => !mustBeginAtOnce(request) || clock.now() - askedAt <= LONGEST_BEGINNING_MS;
    const mayBegin = () => isInTime() && (request.mayBegin?.() ?? true);
    const sentHeaders = await headersAndPlace(request, url, mayBegin);
    const startedAt = clock.now();
    let correction: PaceCorrection | undefined;
    try {
      const incoming = await send({
        method: request.method,
        url,
        headers: { Accept: 'application/json', ...sentHeaders, ...request.headers },
        body: request.body,
        timeLimitMs,
        connectingMs: options.connectingMs ?? DEFAULT_CONNECTING_MS,
        maximumResponseBytes: options.maximumResponseBytes ?? DEFAULT_MAXIMUM_RESPONSE_BYTES,
        redirects: options.redirects ?? 0,
        mayStillBegin: mustBeginAtOnce(request) || request.mayBegin ? mayBegin : undefined,
      });
      correction = correctionFrom(incoming);
      logger.debug(
        { ...shown(request), status: incoming.status, durationMs: clock.now() - startedAt },
        'call answered',
      );
      return { incoming, sentHeaders };
    } catch (error) {
      if (error instanceof TooLateToBegin) throw notBegun(request, 0);
      if (!(error instanceof SendFailure)) throw error;
      throw failed(error.code, request, { hint: error.hint, cause: error.cause });
    } finally {
      pace?.release(correction && { ...correction, sentAt: startedAt });
    }
  }

  /** Takes a place in the budget, with the credentials of the moment. A write that must begin at once waits for neither. */
  async function headersAndPlace(
    request: HttpRequest<unknown>,
    url: string,
    mayBegin: () => boolean,
  ): Promise<AuthorizationHeaders> {
    if (!mustBeginAtOnce(request)) await reserve(request);
    const headers = await headersOrRelease(request, url);
    if (!mustBeginAtOnce(request)) return headers;
    if (!mayBegin()) throw notBegun(request, 0);
    const waitMs = pace?.tryReserve() ?? 0;
    if (waitMs > 0) throw notBegun(request, waitMs);
    return headers;
  }

  async function headersOrRelease(request: HttpRequest<unknown>, url: string): Promise<AuthorizationHeaders> {
    try {
      return await authorization.headers({ method: request.method, url });
    } catch (error) {
      if (!mustBeginAtOnce(request)) pace?.release();
      throw error;
    }
  }

  function mustBeginAtOnce({ write, mayWait }: HttpRequest<unknown>): boolean {
    return write && mayWait !== true;
  }

  function notBegun(request: HttpRequest<unknown>, waitMs: number): IntegrationError {
    const { method, path } = shown(request);
    return new IntegrationError('transient', CALL_NOT_BEGUN, `${method} ${path} of ${system} was not sent yet.`, {
      retryAfterMs: waitMs,
    });
  }

  async function reserve(request: HttpRequest<unknown>): Promise<void> {
    try {
      await pace?.reserve();
    } catch (error) {
      if (!(error instanceof BudgetSpent)) throw error;
      throw failed('HTTP_BUDGET_SPENT', request, { hint: error.message, retryAfterMs: error.waitMs });
    }
  }

  function correctionFrom(incoming: IncomingAnswer): PaceCorrection | undefined {
    const observed = options.observe?.(incoming);
    if (!isThrottled(incoming)) return observed;
    const pauseMs = observed?.pauseMs ?? parseRetryAfter(incoming.header('retry-after'), clock.now());
    return { ...observed, pauseMs, throttled: true };
  }

  function isThrottled(incoming: IncomingAnswer): boolean {
    return incoming.status === 429 || options.isThrottled?.(incoming) === true;
  }

  function read<Body>(request: HttpRequest<Body>, incoming: IncomingAnswer): HttpAnswer<Body> {
    const { status, header } = incoming;
    const code = errorCodeOf(request, incoming);
    if (code !== undefined) {
      const retryAfterMs = parseRetryAfter(header('retry-after'), clock.now());
      throw failed(code, request, { status, retryAfterMs });
    }
    if (status >= 300) return { ok: false, status, header, body: readRefusal(incoming.bytes) };
    try {
      return { ok: true, status, header, body: request.answer(incoming.bytes, header('content-type')) };
    } catch (error) {
      if (!(error instanceof UnreadableAnswer)) throw error;
      throw failed('HTTP_UNREADABLE_ANSWER', request, { status, hint: error.message });
    }
  }

  function errorCodeOf(request: HttpRequest<unknown>, incoming: IncomingAnswer): HttpErrorCode | undefined {
    if (incoming.status !== 429 && isThrottled(incoming)) return 'HTTP_RATE_LIMITED';
    return request.returnStatuses?.includes(incoming.status) ? undefined : errorCodeOfStatus(incoming.status);
  }

  function failed(
    code: HttpErrorCode,
    request: HttpRequest<unknown>,
    facts: { status?: number; hint?: string | undefined; retryAfterMs?: number | undefined; cause?: unknown },
  ): IntegrationError {
    const { status, hint, retryAfterMs } = facts;
    const cause = facts.cause instanceof Error ? facts.cause : undefined;
    const call = { ...shown(request), write: request.write };
    return httpError(code, { system, request: call, timeLimitMs, reasons, status, hint, retryAfterMs, cause });
  }

  function shown(request: HttpRequest<unknown>) {
    const path = options.baseUrl === '' ? originOf(request.path) : request.path;
    return { method: request.method, path };
  }

  return { request };
}

function toQueryString(query: HttpRequest<unknown>['query']): string {
  if (query === undefined) return '';
  const parts = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue;
    for (const one of Array.isArray(value) ? value : [value]) parts.append(name, String(one));
  }
  return parts.size === 0 ? '' : `?${parts.toString()}`;
}

function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : 'an unreadable URL';
}

function codeOf(error: unknown): string | undefined {
  return IntegrationError.isInstance(error) ? error.code : undefined;
}
