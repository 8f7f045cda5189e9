import { createServer, type IncomingHttpHeaders } from 'node:http';
import { silentLogger, type Document, type DocumentQuery, type PostCall } from '@ledgerferry/core';
import { createManualClock } from '@ledgerferry/testkit';
import { onTestFinished } from 'vitest';
import { createXeroAdapter } from '../src/xero-adapter.js';
import { xeroConnectionSchema } from '../src/xero-connection.js';
import { createMemoryCredentials } from './memory-credentials.js';

/** A request as it arrived. */
export interface SeenRequest {
  readonly method: string;
  /** Below `/api.xro/2.0`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What is answered: JSON, or a text as it is. */
export interface ScriptedAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** A server that says what a test wants Xero to say, and an adapter over it. */
export async function scriptXero(answer: (request: SeenRequest) => ScriptedAnswer, settings: object = {}) {
  const seen: SeenRequest[] = [];
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const { pathname, searchParams: query } = new URL(incoming.url ?? '', 'http://xero');
      const { method = '', headers } = incoming;
      const path = pathname.replace('/api.xro/2.0', '');
      const request = { method, path, query, headers, body: Buffer.concat(chunks).toString() };
      seen.push(request);
      const { status = 200, body, headers: more } = answer(request);
      outgoing.writeHead(status, more).end(typeof body === 'string' ? body : JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const baseUrl = `http://127.0.0.1:${port}/api.xro/2.0`;
  const connection = xeroConnectionSchema.parse({
    baseUrl,
    tenantId: 'tenant',
    auth: { accessToken: 'token' },
    ...settings,
  });
  const clock = createManualClock({ jumps: true });
  const adapter = createXeroAdapter({
    connection,
    credentials: createMemoryCredentials(),
    clock,
    logger: silentLogger,
  });
  return { adapter, seen };
}

/** A document of an entry, with a total of 10.00 EUR. */
export function documentOf(key: string, recordType: string, body: Document['body']): Document {
  const total = { currency: 'EUR', minorUnits: 1_000, exponent: 2 };
  const summary = { date: '2026-03-11', total, accounts: ['404'] };
  return { key, role: 'booking', recordType, body, dependsOn: [], summary: recordType === 'contact' ? null : summary };
}

/** One call that posts these documents, each under its key as reference. */
export function callOf(...documents: readonly Document[]): PostCall {
  const outgoing = documents.map((document) => ({ document, reference: document.key }));
  return { requestKey: 'key-1', documents: outgoing, resolved: new Map() };
}

export function queryOf(document: Document, overrides: Partial<DocumentQuery> = {}): DocumentQuery {
  const { key, recordType, summary } = document;
  const date = summary?.date ?? null;
  const asked = { key, reference: key, recordTypes: [recordType], date, firstDate: date, externalId: null, document };
  return { ...asked, ...overrides };
}
