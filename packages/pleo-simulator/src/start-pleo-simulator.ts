import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { openPleoBooks, type PleoBooks } from './book/pleo-books.js';
import type { Fault } from './faults/fault.js';
import { type FaultSchedule, ScheduledFaults } from './faults/fault-schedule.js';
import { answerRequest } from './handlers/answer-request.js';
import { faultsOf } from './handlers/simulated-request.js';
import { type Answer, jsonAnswer, refusalAnswer } from './http/answer.js';
import { readBody } from './http/read-body.js';
import type { RecordedRequest } from './http/recorded-request.js';
import { Refusal } from './http/refusal.js';
import { sendAnswer } from './http/send-answer.js';
import type { GeneratedExportJob } from './model/generated-export-job.js';
import type { PleoSimulatorOptions } from './pleo-simulator-options.js';
import { RequestLog } from './request-log.js';
import { createSimulatedPleo, type SimulatedPleo } from './simulated-pleo.js';

/** A running simulator. */
export interface PleoSimulator {
  /** Base URL without a trailing slash; the API, `/oauth/token` and `/files` are all below it. */
  readonly url: string;
  readonly port: number;
  /** Adds a job as if a user had clicked Export. Throws when a job with this id exists. */
  addJob(job: GeneratedExportJob): void;
  /** The back door for judges. */
  readonly books: PleoBooks;
  /** What shall go wrong. */
  readonly faults: FaultSchedule;
  /** Every request since the start, in order. */
  readonly requests: readonly RecordedRequest[];
  /** Stops the server and breaks open connections. */
  close(): Promise<void>;
}

/**
 * Starts a strict Pleo Export API v3 on a real port. It refuses what Pleo would refuse; where Pleo documents no refusal it
 * answers and writes down in `books` what was odd.
 */
export async function startPleoSimulator(options: PleoSimulatorOptions = {}): Promise<PleoSimulator> {
  const pleo = createSimulatedPleo(options);
  const faults = new ScheduledFaults();
  const log = new RequestLog();
  const closing = new AbortController();
  const recordBodies = options.recordBodies ?? false;
  const server = createServer((incoming, outgoing) => {
    void handleRequest({ pleo, faults, log, recordBodies, closing: closing.signal }, incoming, outgoing);
  });
  const host = options.host ?? '127.0.0.1';
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port ?? 0, host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  const url = `http://${host}:${port}`;
  pleo.files.origin = url;
  const { ledger, now, missingContraAccounts, credentials } = pleo;
  return {
    url,
    port,
    addJob(job) {
      ledger.add(job);
      pleo.files.add(job.receipts);
    },
    books: openPleoBooks({ ledger, now, missingContraAccounts, oauthTokens: credentials.oauthTokens }),
    faults,
    requests: log.requests,
    async close() {
      closing.abort();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

interface Reception {
  pleo: SimulatedPleo;
  faults: ScheduledFaults;
  log: RequestLog;
  recordBodies: boolean;
  closing: AbortSignal;
}

async function handleRequest(reception: Reception, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const { pleo, log, closing } = reception;
  const target = incoming.url?.startsWith('/') ? incoming.url : '/';
  const url = new URL(`http://simulator${target}`);
  const { record, id } = log.record(incoming, url, pleo.now());
  const faults = reception.faults.take(record);
  record.faults = faults.map((fault) => fault.kind);
  try {
    const body = await readBody(incoming);
    if (faultsOf(faults, 'request-lost').length > 0) {
      outgoing.destroy();
      return;
    }
    const answer = answerOne(reception, { incoming, url, id, body, record, faults });
    for (const { delayMs } of faultsOf(faults, 'slow-answer')) await delay(delayMs, undefined, { signal: closing });
    if (sendAnswer(outgoing, answer, faults)) record.status = answer.status;
  } catch (error) {
    if (outgoing.headersSent || incoming.destroyed || closing.aborted) outgoing.destroy();
    else if (sendAnswer(outgoing, answerOf(error), [])) record.status = answerOf(error).status;
  }
}

interface Arrival {
  incoming: IncomingMessage;
  url: URL;
  id: string;
  body: string;
  record: RecordedRequest;
  faults: readonly Fault[];
}

function answerOne(reception: Reception, { incoming, url, id, body, record, faults }: Arrival): Answer {
  const isKept = record.endpoint === 'create-export-job-event' || record.endpoint === 'update-export-job-items';
  if (reception.recordBodies && isKept) record.body = parseLeniently(body);
  const { 'content-type': contentType, authorization } = incoming.headers;
  const request = { id, query: url.searchParams, contentType, authorization, body, caller: null, faults, record };
  return answerRequest(reception.pleo, request);
}

function parseLeniently(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

/** A defect of the simulator is loud: 500 with its own type, never one that Pleo would send. */
function answerOf(error: unknown): Answer {
  if (error instanceof Refusal) return refusalAnswer(error);
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return jsonAnswer(500, { type: 'SIMULATOR_DEFECT', message });
}
