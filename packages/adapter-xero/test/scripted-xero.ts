import { silentLogger, type Document, type DocumentQuery, type PostCall } from '@ledgerferry/core';
import { createManualClock, createMemoryCredentials, startServer, type SeenRequest } from '@ledgerferry/testkit';
import { createXeroAdapter } from '../src/xero-adapter.js';
import { xeroConnectionSchema } from '../src/xero-connection.js';

/** What is answered: JSON, or a text as it is. */
export interface ScriptedAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** A server that says what a test wants Xero to say, and an adapter over it. Paths are those below `/api.xro/2.0`. */
export async function scriptXero(answer: (request: SeenRequest) => ScriptedAnswer, settings: object = {}) {
  const seen: SeenRequest[] = [];
  const { url } = await startServer((response, arrived) => {
    const request = { ...arrived, path: arrived.path.replace('/api.xro/2.0', '') };
    seen.push(request);
    const { status = 200, body, headers } = answer(request);
    response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  const connection = xeroConnectionSchema.parse({
    baseUrl: `${url}/api.xro/2.0`,
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
