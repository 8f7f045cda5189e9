import { serve, type RunningServer, type ServedRequest } from '@ledgerferry/http/server';
import { openXeroBooks } from './books/open-xero-books.js';
import { jsonAnswer, textAnswer, type Answer } from './http/answer.js';
import { RequestLog } from './http/request-log.js';
import { createSimulatedXero, type SimulatedXero } from './simulated-xero.js';
import { serveApi, type Outcome } from './serve-api.js';
import { serveIdentity } from './serve-identity.js';
import type { XeroSimulatorOptions } from './xero-simulator-options.js';
import type { XeroSimulator } from './xero-simulator.js';

/** Starts a simulated Xero on a real port. */
export async function startXeroSimulator(options: XeroSimulatorOptions = {}): Promise<XeroSimulator> {
  const xero = createSimulatedXero(options);
  const log = new RequestLog(() => xero.clock.now());
  const server = await serve((request, url) => receive({ xero, log, url }, request), options);
  return simulatorOf(xero, log, server);
}

function simulatorOf(xero: SimulatedXero, log: RequestLog, server: RunningServer): XeroSimulator {
  const { faults, identity, limits } = xero;
  const { url } = server;
  const backDoors = new Map([...xero.books].map(([tenantId, books]) => [tenantId, openXeroBooks(books)]));
  const booksOf = (tenantId: string) => {
    const found = backDoors.get(tenantId);
    if (!found) throw new Error(`The simulator has no tenant ${tenantId}.`);
    return found;
  };
  return {
    ...server,
    baseUrl: `${url}/api.xro/2.0`,
    connectionsUrl: `${url}/connections`,
    tokenUrl: `${url}/connect/token`,
    authorizeUrl: `${url}/identity/connect/authorize`,
    revocationUrl: `${url}/connect/revocation`,
    books: booksOf([...backDoors.keys()][0] ?? ''),
    booksOf,
    requests: log.requests,
    get mostRequestsAtOnce() {
      return limits.mostInHand;
    },
    refusals: limits.refusals,
    disconnect: () => void (faults.isConnected = false),
    reconnect: () => void (faults.isConnected = true),
    revokeTokens: () => identity.revokeAll(),
    expireAccessTokens: () => identity.tokens.expireAccessTokens(),
    loseNextAnswer: () => faults.add({ kind: 'lose-answer' }),
    throttleNextWrite: (retryAfterSeconds) => faults.add({ kind: 'throttle', retryAfterSeconds }),
    failNextWrite: (status, when) => faults.add({ kind: 'fail', status, when }),
    lingerNextWrite: (lingerMs) => faults.add({ kind: 'linger', lingerMs }),
    setLatency: (latencyMs) => void (faults.latencyMs = latencyMs),
  };
}

interface Reception {
  readonly xero: SimulatedXero;
  readonly log: RequestLog;
  readonly url: string;
}

/** Source: Xero, Requests and Responses: the largest request. */
const LARGEST_BODY = 10 * 1024 * 1024;

async function receive({ xero, log, url }: Reception, request: ServedRequest): Promise<Answer | 'broken'> {
  const record = log.begin(request);
  const outcome = await outcomeOf(xero, request, url);
  if (outcome === 'broken') return outcome;
  record.isReplay = outcome.isReplay;
  record.status = outcome.answer.status;
  return outcome.answer;
}

async function outcomeOf(xero: SimulatedXero, request: ServedRequest, url: string): Promise<Outcome> {
  if (!xero.faults.isConnected) return answered(textAnswer(503, 'The organisation is offline'));
  if (request.body.byteLength > LARGEST_BODY)
    return answered(jsonAnswer(413, { Message: 'The request is larger than 10 MB.' }));
  if (request.path.startsWith('/api.xro/2.0/')) return serveApi(xero, request, `${url}/api.xro/2.0`);
  return answered(serveIdentity(xero.identity, request));
}

function answered(answer: Answer): Outcome {
  return { answer, isReplay: false };
}
