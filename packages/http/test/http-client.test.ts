import { gzipSync } from 'node:zlib';
import { IntegrationError } from '@ledgerferry/core';
import { createManualClock, sendJson, startServer, type RequestHandler } from '@ledgerferry/testkit';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { bytesAnswer, emptyAnswer, jsonAnswer, type HttpRequest } from '../src/index.js';
import { makeClient } from './make-client.js';

const answer = jsonAnswer(z.object({ name: z.string() }));
const read = { method: 'GET', path: '/things', write: false, answer } satisfies HttpRequest<unknown>;
const write = {
  method: 'POST',
  path: '/things',
  write: true,
  body: { json: {} },
  answer,
} satisfies HttpRequest<unknown>;
const once = { attempts: 1, firstDelayMs: 1, factor: 1, longestDelayMs: 1 };

async function failureOf(promise: Promise<unknown>): Promise<IntegrationError> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!IntegrationError.isInstance(error)) throw new Error(`no IntegrationError but ${String(error)}`);
  return error;
}

describe('answers', () => {
  test('reads JSON of any media type, drops fields not asked for, and decompresses', async () => {
    const { url } = await startServer((response) => {
      response.writeHead(200, { 'Content-Type': 'application/problem+json', 'Content-Encoding': 'gzip' });
      response.end(gzipSync('{"name":"Ølstykke","more":1}'));
    });
    const result = await makeClient(url).client.request(read);
    expect(result).toMatchObject({ ok: true, status: 200, body: { name: 'Ølstykke' } });
    expect(result.body).toEqual({ name: 'Ølstykke' });
  });

  test('hands a refusal to the caller with its parsed body and headers', async () => {
    const { url } = await startServer((response) => sendJson(response, 422, { type: 'NO' }, { 'X-Left': '7' }));
    const result = await makeClient(url).client.request(write);
    expect(result).toMatchObject({ ok: false, status: 422, body: { type: 'NO' } });
    expect(result.header('x-left')).toBe('7');
  });

  test('hands over a refusal that is no JSON as text', async () => {
    const { url } = await startServer((response) => response.writeHead(404).end('<h1>Not here</h1>'));
    expect(await makeClient(url).client.request(read)).toMatchObject({
      ok: false,
      status: 404,
      body: '<h1>Not here</h1>',
    });
  });

  test('returns a 403 as an answer where the caller asks for it', async () => {
    const { url } = await startServer((response) => sendJson(response, 403, { reason: 'period' }));
    const result = await makeClient(url).client.request({ ...read, returnStatuses: [403] });
    expect(result).toMatchObject({ ok: false, status: 403, body: { reason: 'period' } });
  });

  test('sends query, JSON, forms and bytes as they are written down', async () => {
    const { url, seen } = await startServer((response) => response.writeHead(202).end());
    const { client } = makeClient(`${url}/v3`);
    const query = { statuses: ['pending', 'in_progress'], limit: 100, after: undefined, text: 'a b&c' };
    await client.request({ method: 'GET', path: '/x', query, write: false, answer: emptyAnswer });
    await client.request({ method: 'PUT', path: '/x', body: { json: [1] }, write: true, answer: emptyAnswer });
    await client.request({
      method: 'POST',
      path: '/x',
      body: { form: { a: '1&2' } },
      write: true,
      answer: emptyAnswer,
    });
    const bytes = new Uint8Array([0, 255]);
    await client.request({
      method: 'POST',
      path: '/x',
      body: { bytes, contentType: 'image/png' },
      write: true,
      answer: emptyAnswer,
    });
    expect(seen.map(({ url, body, headers }) => [url, body.length, headers['content-type']])).toEqual([
      ['/v3/x?statuses=pending&statuses=in_progress&limit=100&text=a+b%26c', 0, undefined],
      ['/v3/x', 3, 'application/json'],
      ['/v3/x', 7, 'application/x-www-form-urlencoded'],
      ['/v3/x', expect.any(Number), 'image/png'],
    ]);
    expect(seen[2]?.body).toBe('a=1%262');
  });

  test('uses one connection for calls that follow each other', async () => {
    const ports = new Set<number | undefined>();
    const { url } = await startServer((response) => {
      ports.add(response.socket?.remotePort);
      sendJson(response, 200, { name: 'x' });
    });
    const { client } = makeClient(url);
    for (let call = 0; call < 5; call += 1) await client.request(read);
    expect(ports.size).toBe(1);
  });
});

describe('failures', () => {
  const breakConnection: RequestHandler = (response) => response.destroy();
  const tear: RequestHandler = (response) => {
    response.writeHead(200, { 'Content-Length': '100' });
    response.write('{"name":', () => response.destroy());
  };
  const truncate: RequestHandler = (response) => response.writeHead(200).end('{"name":');
  const stayMute: RequestHandler = () => {};
  const drip: RequestHandler = (response) => {
    response.writeHead(200).write('{');
    const timer = setInterval(() => response.write(' '), 5);
    response.on('close', () => clearInterval(timer));
  };
  const answerStatus =
    (status: number, headers: Record<string, string> = {}): RequestHandler =>
    (response) =>
      sendJson(response, status, {}, headers);

  const table: [string, RequestHandler, string, string, string][] = [
    ['a broken connection', breakConnection, 'HTTP_CONNECTION_BROKEN', 'transient', 'outcome-unknown'],
    ['a body torn by the connection', tear, 'HTTP_CONNECTION_BROKEN', 'transient', 'outcome-unknown'],
    ['a body that is not whole', truncate, 'HTTP_UNREADABLE_ANSWER', 'transient', 'outcome-unknown'],
    [
      'a body of another form',
      (r) => sendJson(r, 200, { name: 5 }),
      'HTTP_UNREADABLE_ANSWER',
      'transient',
      'outcome-unknown',
    ],
    ['no answer at all', stayMute, 'HTTP_TIMED_OUT', 'transient', 'outcome-unknown'],
    ['a body that only drips', drip, 'HTTP_TIMED_OUT', 'transient', 'outcome-unknown'],
    ['a server in trouble', answerStatus(503), 'HTTP_SERVER_ERROR', 'transient', 'outcome-unknown'],
    ['too many calls', answerStatus(429), 'HTTP_RATE_LIMITED', 'transient', 'transient'],
    ['refused credentials', answerStatus(401), 'HTTP_UNAUTHORIZED', 'connection-lost', 'connection-lost'],
    ['a missing permission', answerStatus(403), 'HTTP_FORBIDDEN', 'misconfigured', 'misconfigured'],
    ['a redirect', answerStatus(302, { Location: '/' }), 'HTTP_REDIRECTED', 'misconfigured', 'misconfigured'],
    [
      'an endless body',
      (r) => r.writeHead(200).end('x'.repeat(5000)),
      'HTTP_ANSWER_TOO_LARGE',
      'misconfigured',
      'outcome-unknown',
    ],
  ];

  test.each(table)('%s is sorted by what may have been applied', async (_name, handle, code, onRead, onWrite) => {
    const { url } = await startServer(handle);
    const { client } = makeClient(url, {
      retry: once,
      timeLimitMs: code === 'HTTP_TIMED_OUT' ? 40 : 5_000,
      maximumResponseBytes: 1000,
    });
    expect(await failureOf(client.request(read))).toMatchObject({ code, kind: onRead });
    expect(await failureOf(client.request(write))).toMatchObject({ code, kind: onWrite });
  });

  test('a refused connection and an unknown host prove that nothing was sent', async () => {
    for (const address of ['http://127.0.0.1:1', 'http://localhost:1', 'http://nowhere.invalid']) {
      const { client } = makeClient(address, { retry: once });
      expect(await failureOf(client.request(write))).toMatchObject({ code: 'HTTP_UNREACHABLE', kind: 'transient' });
    }
  });

  test('a request that cannot be built proves that nothing was sent', async () => {
    for (const address of ['no-url', 'ftp://127.0.0.1']) {
      const error = await failureOf(makeClient(address, { retry: once }).client.request(write));
      expect(error).toMatchObject({ code: 'HTTP_REQUEST_IMPOSSIBLE', kind: 'misconfigured' });
    }
  });

  test('carries the reasons that Pleo shall be told, and who failed', async () => {
    const { url } = await startServer(answerStatus(429, { 'Retry-After': '7' }));
    const error = await failureOf(makeClient(url, { retry: once }).client.request(read));
    expect(error).toMatchObject({
      message: 'The ledger asks for fewer calls.',
      retryAfterMs: 7000,
      itemReason: 'accounting_system_rate_limit',
      jobReason: 'accounting_system_rate_limit',
      details: { system: 'The ledger', method: 'GET', path: '/things', status: 429 },
    });
  });

  test('reads Retry-After as a date too', async () => {
    const at = new Date(Math.ceil(Date.now() / 1000) * 1000 + 90_000);
    const { url } = await startServer(answerStatus(503, { 'Retry-After': at.toUTCString() }));
    const now = at.getTime() - 30_000;
    const clock = { now: () => now, sleep: () => Promise.resolve() };
    const error = await failureOf(makeClient(url, { retry: once, clock }).client.request(read));
    expect(error.retryAfterMs).toBe(30_000);
  });
});

describe('trying again', () => {
  const failTwice: RequestHandler = (response, _request, number) =>
    number <= 2 ? sendJson(response, 500, {}) : sendJson(response, 200, { name: 'third' });

  test('a read is tried again with growing, jittered waits', async () => {
    const { url, seen } = await startServer(failTwice);
    const { client, slept } = makeClient(url);
    expect(await client.request(read)).toMatchObject({ body: { name: 'third' } });
    expect(seen.length).toBe(3);
    expect(slept).toEqual([500, 1000]);
  });

  test('a wait that the server asks for is kept, one that is too long ends the attempts', async () => {
    const { url, seen } = await startServer((response, _request, number) =>
      sendJson(response, 429, {}, { 'Retry-After': number === 1 ? '3' : '3600' }),
    );
    const { client, slept } = makeClient(url);
    expect(await failureOf(client.request(read))).toMatchObject({ kind: 'transient', retryAfterMs: 3_600_000 });
    expect(slept).toEqual([3000]);
    expect(seen.length).toBe(2);
  });

  test('a write is sent once, whatever happens', async () => {
    const { url, seen } = await startServer(failTwice);
    expect(await failureOf(makeClient(url).client.request(write))).toMatchObject({ kind: 'outcome-unknown' });
    expect(seen.length).toBe(1);
  });

  test('a refused write is sent again only where 429 proves that nothing was applied', async () => {
    const handle: RequestHandler = (response, _request, number) =>
      number === 1 ? sendJson(response, 429, {}) : sendJson(response, 201, { name: 'made' });
    const cautious = await startServer(handle);
    expect(await failureOf(makeClient(cautious.url).client.request(write))).toMatchObject({ kind: 'transient' });
    expect(cautious.seen.length).toBe(1);
    const bold = await startServer(handle);
    const result = await makeClient(bold.url).client.request({ ...write, mayWait: true });
    expect(result).toMatchObject({ status: 201, body: { name: 'made' } });
  });

  test('is given up once somebody has waited long enough', async () => {
    const { url, seen } = await startServer((response) => sendJson(response, 503, {}));
    const { client, slept } = makeClient(url, { patienceMs: 3_000 });
    expect(await failureOf(client.request(read))).toMatchObject({ kind: 'transient', code: 'HTTP_SERVER_ERROR' });
    // the next wait would have ended after 3.5 s
    expect(slept).toEqual([500, 1000]);
    expect(seen.length).toBe(3);
  });

  test('is given up too where the first answer took longer than that', async () => {
    const clock = createManualClock({ jumps: true });
    const { url, seen } = await startServer((response) => {
      clock.leap(30_000);
      sendJson(response, 503, {});
    });
    await failureOf(makeClient(url, { patienceMs: 10_000, clock }).client.request(read));
    expect(seen.length).toBe(1);
  });

  test('waits for as long as a 429 asks, however short the patience', async () => {
    const { url } = await startServer((response, _request, number) =>
      number === 1 ? sendJson(response, 429, {}, { 'Retry-After': '40' }) : sendJson(response, 200, { name: 'late' }),
    );
    const { client, slept } = makeClient(url, { patienceMs: 1_000 });
    expect(await client.request(read)).toMatchObject({ body: { name: 'late' } });
    expect(slept).toEqual([40_000]);
  });

  test('gives up after the last attempt', async () => {
    const { url, seen } = await startServer((response) => response.destroy());
    await failureOf(makeClient(url, { retry: { ...once, attempts: 3 } }).client.request(read));
    expect(seen.length).toBe(3);
  });
});

describe('downloads', () => {
  test('follow redirects where allowed, and show only the origin of their URL', async () => {
    const { url, seen } = await startServer((response, { url: asked }) => {
      if (asked.startsWith('/secret')) response.writeHead(302, { Location: '/file' }).end();
      else if (asked === '/file') response.writeHead(200).end('bytes');
      else response.writeHead(500).end();
    });
    const { client } = makeClient('', { redirects: 5, retry: once });
    const request = { method: 'GET', write: false, answer: bytesAnswer } as const;
    const found = await client.request({ ...request, path: `${url}/secret/1?sig=abc` });
    expect(Buffer.from(found.body as Uint8Array).toString()).toBe('bytes');
    expect(seen.length).toBe(2);
    const error = await failureOf(client.request({ ...request, path: `${url}/other/1?sig=abc` }));
    expect(error.details).toMatchObject({ path: url, status: 500 });
  });
});
