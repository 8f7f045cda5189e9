import { randomUUID } from 'node:crypto';
import { serve, type ServedRequest } from '@ledgerferry/http/server';
import { openBackDoor } from './books/back-door.js';
import type { RecordedRequest } from './http/recorded-request.js';
import { REST_PATH, RESTLET_PATH, routeOf } from './http/route.js';
import type { NetsuiteSimulator } from './netsuite-simulator.js';
import type { NetsuiteSimulatorOptions } from './netsuite-simulator-options.js';
import type { Arrival } from './serve/arrival.js';
import { handleArrival, type Outcome } from './serve/handle-arrival.js';
import { createSimulatedNetsuite, type SimulatedNetsuite } from './serve/simulated-netsuite.js';

/** Starts a strict NetSuite on a real port, with the books of an account. It refuses what NetSuite is known or assumed to refuse. */
export async function startNetsuiteSimulator(options: NetsuiteSimulatorOptions = {}): Promise<NetsuiteSimulator> {
  const netsuite = createSimulatedNetsuite(options);
  const requests: RecordedRequest[] = [];
  const closing = new AbortController();
  const { url, port, close } = await serve(
    (request) => receive({ netsuite, requests, closing: closing.signal }, request),
    options,
  );
  const stop = () => {
    closing.abort();
    return close();
  };
  return describeSimulator(netsuite, { url, port, requests, close: stop });
}

interface Reception {
  readonly netsuite: SimulatedNetsuite;
  readonly requests: RecordedRequest[];
  readonly closing: AbortSignal;
}

async function receive({ netsuite, requests, closing }: Reception, request: ServedRequest): Promise<Outcome> {
  const arrival = arrivalOf(request);
  const record = recordOf(arrival, netsuite.clock.now());
  requests.push(record);
  const outcome = await handleArrival(arrival, netsuite, closing);
  if (outcome === 'broken') return outcome;
  record.status = outcome.status;
  return { ...outcome, headers: { ...outcome.headers, 'X-N-OperationId': randomUUID() } };
}

function arrivalOf({ method, target, headers, body }: ServedRequest): Arrival {
  const url = new URL(`http://${headers['host'] ?? 'simulator'}${target}`);
  return { method, url, route: routeOf(url.pathname), headers, body: body.toString() };
}

function recordOf({ method, url, route, headers, body }: Arrival, at: number): RecordedRequest {
  const isKept = (route.service === 'record' || route.service === 'suiteql') && body !== '';
  return {
    method,
    path: url.pathname,
    query: url.search.slice(1),
    body: isKept ? body : null,
    propertyNameValidation: headers['x-netsuite-propertynamevalidation'] ?? null,
    at,
    status: null,
  };
}

function describeSimulator(
  { books, concurrency, faults, accessTokens, restlet }: SimulatedNetsuite,
  { url, port, requests, close }: Pick<NetsuiteSimulator, 'url' | 'port' | 'requests' | 'close'>,
): NetsuiteSimulator {
  const restletQuery = restlet && new URLSearchParams({ script: restlet.script, deploy: restlet.deploy });
  return {
    url,
    port,
    accountId: books.account.accountId,
    baseUrl: `${url}${REST_PATH}`,
    tokenUrl: `${url}${REST_PATH}/auth/oauth2/v1/token`,
    restletUrl: restletQuery ? `${url}${RESTLET_PATH}?${restletQuery.toString()}` : '',
    books: openBackDoor(books),
    requests,
    get mostRequestsAtOnce() {
      return concurrency.most;
    },
    get refusals() {
      return concurrency.refusals;
    },
    disconnect: () => {
      faults.isConnected = false;
    },
    reconnect: () => {
      faults.isConnected = true;
    },
    revokeAccess: () => {
      faults.isRevoked = true;
    },
    expireAccessTokens: () => accessTokens.expire(),
    loseNextAnswer: () => faults.plan({ kind: 'answer-lost' }),
    throttleNextWrite: () => faults.plan({ kind: 'throttled' }),
    failNextWrite: (status, when) => faults.plan({ kind: 'failed', status, when }),
    lingerNextWrite: (lingerMs) => faults.plan({ kind: 'lingering', lingerMs }),
    setLatency: (latencyMs) => {
      faults.latencyMs = latencyMs;
    },
    occupy: (places) => concurrency.occupy(places),
    close,
  };
}
