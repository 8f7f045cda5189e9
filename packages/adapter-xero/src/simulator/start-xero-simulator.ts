import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { openXeroBooks } from './books/open-xero-books.js';
import { jsonAnswer, textAnswer, type Answer } from './http/answer.js';
import { readRequest } from './http/incoming-request.js';
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
  const host = options.host ?? '127.0.0.1';
  let url = '';
  const server = createServer((incoming, outgoing) => void respond({ xero, log, url }, incoming, outgoing));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port ?? 0, host, resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  url = `http://${host}:${port}`;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return simulatorOf(xero, log, { url, port, close });
}

function simulatorOf(
  xero: SimulatedXero,
  log: RequestLog,
  server: { readonly url: string; readonly port: number; close(): Promise<void> },
): XeroSimulator {
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

async function respond(reception: Reception, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const record = reception.log.begin(incoming);
  try {
    const outcome = await serve(reception, incoming, record);
    if (outcome === 'broken') return void outgoing.destroy();
    record.isReplay = outcome.isReplay;
    record.status = outcome.answer.status;
    outgoing.writeHead(outcome.answer.status, outcome.answer.headers).end(outcome.answer.body);
  } catch (error) {
    if (incoming.destroyed && !incoming.complete) return;
    // a defect of the simulator is loud, and no answer that Xero would give
    outgoing.writeHead(599).end(error instanceof Error ? error.stack : String(error));
  }
}

async function serve(
  { xero, url }: Reception,
  incoming: IncomingMessage,
  record: { byteLength: number },
): Promise<Outcome> {
  const { body, ...head } = await readRequest(incoming);
  if (!xero.faults.isConnected) return answered(textAnswer(503, 'The organisation is offline'));
  if (body === null) return answered(jsonAnswer(413, { Message: 'The request is larger than 10 MB.' }));
  record.byteLength = body.byteLength;
  const request = { ...head, body };
  if (request.path.startsWith('/api.xro/2.0/')) return serveApi(xero, request, `${url}/api.xro/2.0`);
  return answered(serveIdentity(xero.identity, request));
}

function answered(answer: Answer): Outcome {
  return { answer, isReplay: false };
}
