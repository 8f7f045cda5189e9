import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import axios, { type AxiosRequestConfig, type AxiosResponse } from 'axios';
import { beginInTime, NeverConnected, TooLateToBegin } from './begin-in-time.js';
import type { HttpErrorCode } from './http-errors.js';
import type { HttpBody, HttpMethod } from './http-request.js';
import { errorCode, scrubbedCause } from './redact.js';

/** A request ready for the wire. */
export interface OutgoingRequest {
  readonly method: HttpMethod;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: HttpBody | undefined;
  readonly timeLimitMs: number;
  /** Longest time until a connection stands; not minded where redirects are followed. */
  readonly connectingMs: number;
  readonly maximumResponseBytes: number;
  readonly redirects: number;
  /** Asked when the connection stands: where it says no, nothing is sent and {@link TooLateToBegin} is thrown. Default: it may. */
  readonly mayStillBegin?: (() => boolean) | undefined;
}

/** Whatever came back, unread. */
export interface IncomingAnswer {
  readonly status: number;
  readonly header: (name: string) => string | undefined;
  readonly bytes: Uint8Array;
}

/** Why no whole answer came back. Holds nothing of the request. */
export class SendFailure extends Error {
  override readonly name = 'SendFailure';
  readonly code: HttpErrorCode;
  readonly hint: string | undefined;

  constructor(code: HttpErrorCode, hint: string | undefined, cause: Error) {
    super(code, { cause });
    this.code = code;
    this.hint = hint;
  }
}

/** An idle connection is dropped before servers usually do, so that a write does not meet one just being closed. */
const IDLE_CONNECTION_MS = 15_000;

// One pool for the process: hundreds of companies talk to the same few hosts.
const httpAgent = new HttpAgent({ keepAlive: true, timeout: IDLE_CONNECTION_MS });
const httpsAgent = new HttpsAgent({ keepAlive: true, timeout: IDLE_CONNECTION_MS });

const transport = axios.create({
  adapter: 'http',
  httpAgent,
  httpsAgent,
  responseType: 'arraybuffer',
  validateStatus: null,
  transformRequest: [],
  transformResponse: [],
  maxBodyLength: Infinity,
  headers: { common: {}, 'User-Agent': 'ledgerferry' },
});

/** Sends one request, once, and returns any answer. The time limit covers everything up to the last byte. */
export async function send(request: OutgoingRequest): Promise<IncomingAnswer> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), request.timeLimitMs);
  try {
    const { data, headers } = encodeBody(request.body);
    const settings: AxiosRequestConfig = {
      method: request.method,
      url: request.url,
      headers: { ...headers, ...request.headers },
      data,
      signal: limit.signal,
      maxRedirects: request.redirects,
      maxContentLength: request.maximumResponseBytes,
    };
    const { connectingMs, mayStillBegin } = request;
    // axios follows redirects by a transport of its own
    if (mayStillBegin || request.redirects === 0)
      settings.transport = beginInTime({ connectingMs, mayStillBegin: mayStillBegin ?? (() => true) });
    const response: AxiosResponse<Uint8Array> = await transport.request(settings);
    return { status: response.status, header: headerReader(response), bytes: response.data };
  } catch (error) {
    const original = axios.isAxiosError(error) ? error.cause : error;
    if (original instanceof TooLateToBegin) throw original;
    if (original instanceof NeverConnected) throw new SendFailure('HTTP_UNREACHABLE', original.message, original);
    throw limit.signal.aborted ? new SendFailure('HTTP_TIMED_OUT', undefined, timedOut()) : toSendFailure(error);
  } finally {
    clearTimeout(timer);
  }
}

function encodeBody(body: HttpBody | undefined): { data: string | Buffer | null; headers: Record<string, string> } {
  if (body === undefined) return { data: null, headers: {} };
  if ('json' in body)
    return { data: JSON.stringify(body.json), headers: typed(body.contentType ?? 'application/json') };
  if ('bytes' in body) return { data: toBuffer(body.bytes), headers: typed(body.contentType) };
  return { data: new URLSearchParams(body.form).toString(), headers: typed('application/x-www-form-urlencoded') };
}

/** axios takes no other view of bytes. */
function toBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

function typed(contentType: string): Record<string, string> {
  return { 'Content-Type': contentType };
}

function headerReader(response: AxiosResponse): (name: string) => string | undefined {
  return (name) => {
    const value: unknown = response.headers[name.toLowerCase()];
    return typeof value === 'string' ? value : undefined;
  };
}

/** Errors that come before a byte of the request is sent, by Node's name. */
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL']);

/** Errors of building a request, by the name that Node or axios gives them. */
const IMPOSSIBLE = /^ERR_(?:INVALID_|BAD_OPTION|BAD_REQUEST|UNSUPPORTED_|NOT_SUPPORT|UNESCAPED_)/;

const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_(?:VERIFY|GET_ISSUER)/;

function toSendFailure(error: unknown): SendFailure {
  const cause = scrubbedCause(error);
  const code = errorCode(error);
  if (code !== undefined && CERTIFICATE.test(code)) return new SendFailure('HTTP_CERTIFICATE_REFUSED', code, cause);
  if ((code !== undefined && NEVER_SENT.has(code)) || failedToConnect(error)) {
    return new SendFailure('HTTP_UNREACHABLE', code, cause);
  }
  if (code !== undefined && IMPOSSIBLE.test(code)) return new SendFailure('HTTP_REQUEST_IMPOSSIBLE', code, cause);
  if (cause.message.startsWith('maxContentLength')) return new SendFailure('HTTP_ANSWER_TOO_LARGE', undefined, cause);
  return new SendFailure('HTTP_CONNECTION_BROKEN', code, cause);
}

/** True where the system call that failed is the connecting itself. axios keeps the system's error as its cause. */
function failedToConnect(error: unknown): boolean {
  const original = axios.isAxiosError(error) ? error.cause : error;
  if (original instanceof AggregateError) return original.errors.every(failedToConnect);
  return original instanceof Error && 'syscall' in original && original.syscall === 'connect';
}

function timedOut(): Error {
  return new Error('the time limit has passed');
}
