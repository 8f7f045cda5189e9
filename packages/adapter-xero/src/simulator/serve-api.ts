import type { ServedRequest } from '@ledgerferry/http/server';
import { findEndpoint } from './api/find-endpoint.js';
import type { Endpoint } from './api/endpoint.js';
import { notFound } from './api/not-found.js';
import type { Books } from './books/books.js';
import type { WriteFault } from './gate/faults.js';
import type { KeyedCall } from './gate/idempotency-keys.js';
import { gatewayRefusal, textAnswer, type Answer } from './http/answer.js';
import { Refusal, unreadable } from './http/refusal.js';
import { xmlAnswer } from './http/xml-answer.js';
import { isScopeGranted } from './identity/scopes.js';
import type { Caller } from './identity/identity.js';
import type { SimulatedXero } from './simulated-xero.js';

/** What comes back: an answer, or a broken connection. */
export type Outcome = { readonly answer: Answer; readonly isReplay: boolean } | 'broken';

/** About 52 UUIDs in a filter are too many for Xero's gateway. */
const LONGEST_TARGET = 2_048;

/** Serves a request below `/api.xro/2.0`: who is it, may it, how many already, was it here before, and only then what it asks. */
export async function serveApi(xero: SimulatedXero, request: ServedRequest, baseUrl: string): Promise<Outcome> {
  const caller = callerOf(xero, request);
  if ('status' in caller) return answered(caller);
  const books = booksOf(xero, request, caller);
  if ('status' in books) return answered(books);
  const { limits } = xero;
  const { tenantId } = books.seed;
  limits.arrive(tenantId);
  try {
    const outcome = await serveCounted({ xero, request, caller, books, baseUrl });
    if (outcome === 'broken') return outcome;
    const headers = { ...outcome.answer.headers, ...limits.headers(tenantId, caller.appId) };
    return { ...outcome, answer: formOf(request, { ...outcome.answer, headers }) };
  } finally {
    limits.leave(tenantId);
  }
}

interface Served {
  readonly xero: SimulatedXero;
  readonly request: ServedRequest;
  readonly caller: Caller;
  readonly books: Books;
  readonly baseUrl: string;
}

async function serveCounted(served: Served): Promise<Outcome> {
  const { xero, request, caller, books } = served;
  const refused = xero.limits.count(books.seed.tenantId, caller.appId);
  if (refused) return answered(refused);
  const isWrite = request.method === 'PUT' || request.method === 'POST';
  const fault = isWrite ? xero.faults.takeForWrite() : null;
  if (fault?.kind === 'throttle') return answered(xero.limits.refuse('minute', fault.retryAfterSeconds));
  if (xero.faults.latencyMs > 0) await xero.clock.sleep(xero.faults.latencyMs);
  if (request.target.length > LONGEST_TARGET) return answered(textAnswer(414, 'Request-URI Too Long'));
  const key = request.headers['idempotency-key'];
  const { method, target, body } = request;
  if (!isWrite || key === undefined) return withFault(served, fault, null);
  return withFault(served, fault, { appId: caller.appId, key, method, target, body });
}

function withFault(served: Served, fault: WriteFault | null, keyed: KeyedCall | null): Outcome {
  switch (fault?.kind) {
    case 'lose-answer':
      performOnce(served, keyed);
      return 'broken';
    case 'linger':
      void served.xero.clock.sleep(fault.lingerMs).then(() => performOnce(served, keyed));
      return 'broken';
    case 'fail': {
      if (fault.when === 'after') performOnce(served, keyed);
      const failure = textAnswer(fault.status, '<!doctype html><title>Error</title>');
      if (keyed && fault.status === 500) served.xero.keys.keep(keyed, failure);
      return answered(failure);
    }
    case 'throttle':
    case undefined:
      return performOnce(served, keyed);
  }
}

/** Answers from the key where it can, else does what is asked and keeps the answer. */
function performOnce(served: Served, keyed: KeyedCall | null): Exclude<Outcome, 'broken'> {
  const { keys } = served.xero;
  const recalled = keyed && keys.recall(keyed);
  if (recalled) return recalled;
  const answer = perform(served);
  if (keyed && answer.status !== 403) keys.keep(keyed, answer);
  return { answer, isReplay: false };
}

function perform({ xero, request, caller, books, baseUrl }: Served): Answer {
  const segments = segmentsOf(request.path);
  const found = segments && findEndpoint(request.method, segments);
  if (!found) return notFound();
  const { endpoint, parameters } = found;
  if (!isScopeGranted(caller.scopes, endpoint.scope, request.method))
    return gatewayRefusal(403, 'AuthorizationUnsuccessful', {
      'WWW-Authenticate': 'Bearer error="insufficient_scope"',
    });
  const { query, headers, body } = request;
  try {
    if (xero.strict) refuseUnknownParameters(endpoint, query);
    const ifModifiedSince = headers['if-modified-since'];
    const { strict } = xero;
    return endpoint.handle({
      books,
      parameters,
      query,
      ifModifiedSince,
      contentType: headers['content-type'],
      body,
      strict,
      baseUrl,
    });
  } catch (error) {
    if (error instanceof Refusal) return error.answer;
    throw error;
  }
}

function refuseUnknownParameters(endpoint: Endpoint, query: URLSearchParams): void {
  const unknown = [...query.keys()].find((name) => !endpoint.query.includes(name));
  if (unknown !== undefined)
    throw unreadable('QueryParseException', `Unknown query parameter "${unknown}" of ${endpoint.pattern}.`);
}

/** The path below the API, decoded; null where it cannot be, or has brackets that are not encoded. */
function segmentsOf(path: string): readonly string[] | null {
  if (/[[\]]/.test(path)) return null;
  try {
    return path.slice('/api.xro/2.0/'.length).split('/').map(decodeURIComponent);
  } catch {
    return null;
  }
}

function callerOf({ identity }: SimulatedXero, { headers }: ServedRequest): Caller | Answer {
  const token = /^Bearer (\S+)$/i.exec(headers['authorization'] ?? '')?.[1];
  if (token === undefined) return gatewayRefusal(401, 'AuthenticationUnsuccessful');
  const caller = identity.callerOf(token);
  if (caller === 'expired') return gatewayRefusal(401, 'TokenExpired: token expired');
  return caller ?? gatewayRefusal(401, 'AuthenticationUnsuccessful');
}

function booksOf({ identity, books }: SimulatedXero, { headers }: ServedRequest, caller: Caller): Books | Answer {
  const tenantId = headers['xero-tenant-id'] ?? caller.onlyTenantId ?? '';
  const found = books.get(tenantId);
  return found && identity.connections.isConnected(caller.appId, tenantId)
    ? found
    : gatewayRefusal(403, 'AuthenticationUnsuccessful');
}

function formOf({ headers }: ServedRequest, answer: Answer): Answer {
  return headers['accept']?.includes('application/json') ? answer : xmlAnswer(answer);
}

function answered(answer: Answer): Outcome {
  return { answer, isReplay: false };
}
