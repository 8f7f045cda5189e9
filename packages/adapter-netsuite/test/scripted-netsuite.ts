import { silentLogger, type Document, type DocumentQuery, type Logger, type PostCall } from '@ledgerferry/core';
import { createManualClock, startServer, type SeenRequest } from '@ledgerferry/testkit';
import { createNetsuiteAdapter } from '../src/netsuite-adapter.js';
import { netsuiteConnectionSchema } from '../src/netsuite-connection.js';
import { APP, createNoCredentials } from './netsuite-fixture.js';

/** What is answered: JSON, or a text as it is. */
export interface ScriptedAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** A server that says what a test wants NetSuite to say, and an adapter over it. Access tokens are given to everybody. */
export async function scriptNetsuite(
  answer: (request: SeenRequest) => ScriptedAnswer | undefined,
  settings: object = {},
  logger: Logger = silentLogger,
) {
  const { url, seen } = await startServer((response, request, number) => {
    const { status = 200, body = '', headers } = answer(request) ?? tokenFor(number);
    response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  const connection = netsuiteConnectionSchema.parse({
    accountId: '1234567',
    baseUrl: `${url}/services/rest`,
    restlet: `${url}/app/site/hosting/restlet.nl?script=7&deploy=1`,
    auth: APP,
    ...settings,
  });
  const clock = createManualClock({ jumps: true });
  const credentials = createNoCredentials();
  return { adapter: createNetsuiteAdapter({ connection, credentials, clock, logger }), seen, clock };
}

function tokenFor(place: number): ScriptedAnswer {
  return { body: { access_token: `token-${place}`, expires_in: '3600', token_type: 'bearer' } };
}

export function isTokenRequest({ path }: SeenRequest): boolean {
  return path === '/services/rest/auth/oauth2/v1/token';
}

/** Rows as SuiteQL answers them. */
export function rowsAnswer(items: readonly object[]): ScriptedAnswer {
  return { body: { items, totalResults: items.length, hasMore: false } };
}

/** A refusal as the record service and SuiteQL word it. */
export function refusalAnswer(status: number, code: string, detail: string, path?: string): ScriptedAnswer {
  const placed = path === undefined ? {} : { 'o:errorPath': path };
  return { status, body: { status, 'o:errorDetails': [{ detail, 'o:errorCode': code, ...placed }] } };
}

/** A journal of an entry, over 10.00 DKK. */
export function journalOf(key: string): Document {
  const summary = {
    date: '2026-03-11',
    total: { currency: 'DKK', minorUnits: 1_000, exponent: 2 },
    accounts: ['2750'],
  };
  const items = [
    { account: { id: '1' }, debit: '10.00' },
    { account: { id: '2' }, credit: '10.00' },
  ];
  const body = { tranDate: '2026-03-11', line: { items } };
  return { key, role: 'booking', recordType: 'journal-entry', body, dependsOn: [], summary };
}

/** One call that posts this document, under a reference made of its key. */
export function callOf(document: Document): PostCall {
  return { requestKey: 'key-1', documents: [{ document, reference: referenceOf(document) }], resolved: new Map() };
}

export function queryOf(document: Document): DocumentQuery {
  const { key, recordType } = document;
  const reference = referenceOf(document);
  return { key, reference, recordTypes: [recordType], date: null, firstDate: null, externalId: null, document };
}

function referenceOf({ key }: Document): string {
  return key.replaceAll('/', '_');
}
