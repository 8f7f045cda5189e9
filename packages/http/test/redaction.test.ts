import { inspect } from 'node:util';
import { createManualClock, startServer, type RequestHandler } from '@ledgerferry/testkit';
import { expect, test } from 'vitest';
import { z } from 'zod';
import {
  basicAuthorization,
  bearerAuthorization,
  bytesAnswer,
  jsonAnswer,
  oauthAuthorization,
  redactText,
  type HttpClientOptions,
  type HttpRequest,
} from '../src/index.js';
import { makeClient } from './make-client.js';

const SECRETS = [
  'pl-secret',
  'planted-query',
  'planted-body',
  'planted-answer',
  Buffer.from('pl-secret:').toString('base64'),
];

const breakConnection: RequestHandler = (response) => response.destroy();
const stayMute: RequestHandler = () => {};
const answerWith =
  (status: number, body: string): RequestHandler =>
  (response) =>
    response.writeHead(status, { 'Content-Type': 'application/json', 'X-Echo': 'planted-answer' }).end(body);

const failures: [string, RequestHandler][] = [
  ['a broken connection', breakConnection],
  ['a time-out', stayMute],
  ['refused credentials', answerWith(401, '{"token":"planted-answer"}')],
  ['a missing permission', answerWith(403, '{"token":"planted-answer"}')],
  ['a server error', answerWith(500, '{"token":"planted-answer"}')],
  ['a torn body', answerWith(200, '{"token":"planted-answer')],
  ['a body of another form', answerWith(200, '{"name":"planted-answer"}')],
  ['an endless body', answerWith(200, 'planted-answer'.repeat(500))],
];

const request = {
  method: 'POST',
  path: '/things',
  query: { after: 'planted-query' },
  body: { json: { note: 'planted-body' } },
  write: false,
  answer: jsonAnswer(z.object({ name: z.literal('x') })),
} satisfies HttpRequest<unknown>;

/** Everything that a log or an error shows, in every way it could be printed. */
async function everythingShownBy(options: Partial<HttpClientOptions>, baseUrl: string, sent: HttpRequest<unknown>) {
  const shown: unknown[] = [];
  const log = (...line: unknown[]) => void shown.push(line);
  const logger = { debug: log, info: log, warn: log, error: log, child: () => logger };
  const retry = { attempts: 2, firstDelayMs: 1, factor: 1, longestDelayMs: 1 };
  const { client } = makeClient(baseUrl, { logger, retry, timeLimitMs: 200, maximumResponseBytes: 1000, ...options });
  const error: unknown = await client.request(sent).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Error);
  shown.push(error, client);
  return [
    inspect(shown, { depth: Infinity, showHidden: true, getters: true }),
    JSON.stringify(shown),
    JSON.stringify(error, Object.getOwnPropertyNames(error)),
  ].join('\n');
}

test.each(failures)('%s shows no secret in any log line, error or cause', async (_name, handle) => {
  const { url } = await startServer(handle);
  for (const authorization of [basicAuthorization('pl-secret'), bearerAuthorization('pl-secret')]) {
    const shown = await everythingShownBy({ authorization }, url, request);
    for (const secret of SECRETS) expect(shown).not.toContain(secret);
    expect(shown).toContain('/things');
  }
});

// A file's body is not looked into, so that these two are no failures of a download.
const fileFailures = failures.filter(([name]) => name !== 'a torn body' && name !== 'a body of another form');

test.each(fileFailures)('%s shows nothing of a signed URL but its origin', async (_name, handle) => {
  const { url } = await startServer(handle);
  const path = `${url}/pl-secret/1?sig=planted-query`;
  const shown = await everythingShownBy({}, '', { method: 'GET', path, write: false, answer: bytesAnswer });
  for (const secret of SECRETS) expect(shown).not.toContain(secret);
  expect(shown).toContain(url);
});

test.each(failures)('%s of the token endpoint shows no secret', async (_name, handle) => {
  const { url } = await startServer(handle);
  const clock = createManualClock({ jumps: true });
  const authorization = oauthAuthorization({
    connection: 'Pleo',
    tokenUrl: `${url}/token`,
    clientId: 'id',
    clientSecret: 'pl-secret-2',
    refreshToken: 'pl-secret-3',
    clientAuthentication: 'body',
    credentials: {
      read: () => Promise.resolve(undefined),
      write: () => Promise.resolve(),
      exclusively: (_name, action) => action(),
    },
    clock,
    timeLimitMs: 200,
    retry: { attempts: 1, firstDelayMs: 1, factor: 1, longestDelayMs: 1 },
  });
  const shown = await everythingShownBy({ authorization }, url, request);
  for (const secret of SECRETS) expect(shown).not.toContain(secret);
});

test('an unreachable address shows no credentials in it', async () => {
  const shown = await everythingShownBy({}, 'http://user:pl-secret@127.0.0.1:1', request);
  for (const secret of SECRETS) expect(shown).not.toContain(secret);
});

test("takes credentials and URL queries out of a far end's own words", () => {
  expect(redactText('Authorization: Bearer abc.def was refused')).toBe('Authorization: Bearer [removed] was refused');
  expect(redactText('see https://files.example.com/a.pdf?sig=abc now')).toBe(
    'see https://files.example.com/a.pdf?[removed] now',
  );
  expect(redactText('refresh_token=abc&x=1')).toBe('refresh_token=[removed]&x=1');
  expect(redactText('{"apiKey":"abc"}')).toBe('{"apiKey":[removed]}');
  expect(redactText('Contra accounts are missing for: SEK, GBP')).toBe('Contra accounts are missing for: SEK, GBP');
  expect(redactText('x'.repeat(500))).toHaveLength(300);
});
