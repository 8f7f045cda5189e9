import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { openBackDoor } from './books/back-door.js';
import { readBody } from './http/read-body.js';
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
  const server = createServer((incoming, outgoing) => {
    void receive({ netsuite, requests, closing: closing.signal }, incoming, outgoing);
  });
  const { port = 0, host = '127.0.0.1' } = options;
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  const address = server.address();
  const ownPort = typeof address === 'object' && address !== null ? address.port : port;
  const close = async () => {
    closing.abort();
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeAllConnections();
    await closed;
  };
  return describeSimulator(netsuite, { url: `http://${host}:${ownPort}`, port: ownPort, requests, close });
}

interface Reception {
  readonly netsuite: SimulatedNetsuite;
  readonly requests: RecordedRequest[];
  readonly closing: AbortSignal;
}

async function receive(reception: Reception, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const { netsuite, requests, closing } = reception;
  try {
    const arrival = await readArrival(incoming);
    const record = recordOf(arrival, netsuite.clock.now());
    requests.push(record);
    const outcome = await handleArrival(arrival, netsuite, closing);
    if (outcome !== 'broken') record.status = outcome.status;
    send(outgoing, outcome);
  } catch {
    // the client went away, or sent what is no request
    outgoing.destroy();
  }
}

async function readArrival(incoming: IncomingMessage): Promise<Arrival> {
  const { method = 'GET', headers } = incoming;
  const url = new URL(`http://${headers.host ?? 'simulator'}${incoming.url ?? '/'}`);
  const singles = Object.entries(headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(', ') : value,
  ]);
  return {
    method,
    url,
    route: routeOf(url.pathname),
    headers: Object.fromEntries(singles),
    body: await readBody(incoming),
  };
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

function send(outgoing: ServerResponse, outcome: Outcome): void {
  if (outcome === 'broken') {
    outgoing.destroy();
    return;
  }
  const { status, headers, body } = outcome;
  outgoing.writeHead(status, { ...headers, 'X-N-OperationId': randomUUID() });
  outgoing.end(body);
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
