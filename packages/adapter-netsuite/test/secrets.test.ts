import { inspect } from 'node:util';
import { silentLogger, type Logger } from '@ledgerferry/core';
import type { SeenRequest } from '@ledgerferry/testkit';
import { expect, onTestFinished, test } from 'vitest';
import { APP, startNetsuite, TOKEN } from './netsuite-fixture.js';
import { callOf, isTokenRequest, journalOf, queryOf, scriptNetsuite } from './scripted-netsuite.js';

const JOURNAL = journalOf('e1/booking');

/** Everything that is said while a job meets all that can go wrong. */
async function heardWith(settings: object): Promise<string> {
  const { simulator, open } = await startNetsuite();
  onTestFinished(() => simulator.close());
  const heard: unknown[] = [];
  const hear = (fields: object, message: string) => void heard.push(fields, message);
  const logger: Logger = { ...silentLogger, debug: hear, info: hear, warn: hear, error: hear };
  const mishaps = [
    () => simulator.reconnect(),
    () => simulator.failNextWrite(500, 'before'),
    () => simulator.expireAccessTokens(),
    () => simulator.revokeAccess(),
    () => simulator.disconnect(),
  ];
  for (const happen of mishaps) {
    happen();
    const adapter = open(settings, { logger });
    const calls = [adapter.checkReadiness(), adapter.loadReferenceData(), adapter.find([queryOf(JOURNAL)])];
    heard.push(await Promise.allSettled([...calls, adapter.post(callOf(JOURNAL))]));
  }
  return inspect(heard, { depth: 20, showHidden: true, maxArrayLength: null, maxStringLength: null });
}

test('no log, error or answer shows the private key, an assertion or an access token', async () => {
  const heard = await heardWith({});
  const lines = APP.privateKey.split('\n').filter((line) => line.length > 20);
  expect(lines.some((line) => heard.includes(line))).toBe(false);
  expect(heard).not.toMatch(/eyJ[\w-]+\.|Bearer (?!\[removed\])/);
  expect(heard).toContain('NETSUITE_SIGN_IN_REFUSED');
});

test('no log, error or answer shows the secrets of a token, or a signature', async () => {
  const heard = await heardWith({ auth: TOKEN });
  expect([TOKEN.consumerSecret, TOKEN.tokenSecret].some((secret) => heard.includes(secret))).toBe(false);
  expect(heard).not.toContain('oauth_signature');
});

test('no refusal of the sign-in repeats what was sent, even where the far end does', async () => {
  const echo = (request: SeenRequest) =>
    isTokenRequest(request)
      ? { status: 400, body: { error: request.body, error_description: request.body } }
      : { status: 404 };
  const { adapter, seen } = await scriptNetsuite(echo);
  const error: unknown = await adapter.checkReadiness().catch((thrown: unknown) => thrown);
  const assertion = new URLSearchParams(seen[0]?.body).get('client_assertion') ?? '';
  expect(assertion).toMatch(/^eyJ/);
  expect(inspect(error, { depth: 10, showHidden: true })).not.toContain(assertion.slice(0, 40));
});
