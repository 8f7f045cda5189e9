import { IntegrationError } from '@ledgerferry/core';
import {
  createManualClock,
  createMemoryCredentials,
  sendJson,
  startServer,
  type RequestHandler,
} from '@ledgerferry/testkit';
import { expect, test } from 'vitest';
import { emptyAnswer, oauthAuthorization, redeemCode, type RedeemCodeOptions } from '../src/index.js';
import { makeClient } from './make-client.js';

const GRANTED = { access_token: 'access-of-consent', refresh_token: 'refresh-of-consent', expires_in: 900 };
const grant: RequestHandler = (response) => sendJson(response, 200, GRANTED);

function redeem(url: string, options: Partial<RedeemCodeOptions<string>> = {}) {
  return redeemCode({
    connection: 'Pleo of Example ApS',
    tokenUrl: `${url}/token`,
    clientId: 'id',
    clientSecret: 'secret',
    request: { redirectUri: 'http://localhost:8085/callback', codeVerifier: 'the-verifier' },
    code: 'the-code',
    confirm: (accessToken) => Promise.resolve(`looked at with ${accessToken}`),
    credentials: createMemoryCredentials(),
    clock: createManualClock({ jumps: true }),
    random: () => 0,
    ...options,
  });
}

test('redeems the code with its verifier, and answers what was found', async () => {
  const { url, seen } = await startServer(grant);

  expect(await redeem(url)).toBe('looked at with access-of-consent');

  expect(seen.map(({ body }) => Object.fromEntries(new URLSearchParams(body)))).toEqual([
    {
      grant_type: 'authorization_code',
      code: 'the-code',
      redirect_uri: 'http://localhost:8085/callback',
      code_verifier: 'the-verifier',
    },
  ]);
  expect(seen[0]?.headers.authorization).toBe(`Basic ${Buffer.from('id:secret').toString('base64')}`);
});

test('without a secret the client names itself in the form, and PKCE is its proof', async () => {
  const { url, seen } = await startServer(grant);

  await redeem(url, { clientSecret: '' });

  expect(seen[0]?.headers.authorization).toBeUndefined();
  expect(new URLSearchParams(seen[0]?.body).get('client_id')).toBe('id');
  expect(seen[0]?.body).not.toContain('client_secret');
});

test('the kept tokens are what the connection goes on with, whatever refresh token is configured', async () => {
  const store = createMemoryCredentials();
  store.secrets.set('Pleo of Example ApS', 'what an earlier consent left');
  const { url, seen } = await startServer(grant);
  const clock = createManualClock({ jumps: true });
  await redeem(url, { credentials: store, clock });
  const authorization = oauthAuthorization({
    connection: 'Pleo of Example ApS',
    tokenUrl: `${url}/token`,
    clientId: 'id',
    clientSecret: 'secret',
    refreshToken: 'configured-long-ago',
    credentials: store,
    clock,
  });
  const { client } = makeClient(url, { authorization, clock });

  await client.request({ method: 'GET', path: '/api', write: false, answer: emptyAnswer });
  await clock.sleep(1_000_000);
  await client.request({ method: 'GET', path: '/api', write: false, answer: emptyAnswer });

  expect(seen[1]?.headers.authorization).toBe('Bearer access-of-consent');
  expect(seen[2]?.body).toBe('grant_type=refresh_token&refresh_token=refresh-of-consent');
});

test('keeps nothing where the look at what it opens fails', async () => {
  const store = createMemoryCredentials();
  store.secrets.set('Pleo of Example ApS', 'what an earlier consent left');
  const { url } = await startServer(grant);

  const redeeming = redeem(url, { credentials: store, confirm: () => Promise.reject(new Error('another company')) });

  await expect(redeeming).rejects.toThrow('another company');
  expect(store.secrets.get('Pleo of Example ApS')).toBe('what an earlier consent left');
});

test.each([
  [400, { error: 'invalid_grant' }, 'HTTP_CODE_REFUSED', 'connection-lost'],
  [401, { error: 'invalid_client' }, 'HTTP_CLIENT_REFUSED', 'misconfigured'],
  [401, 'no', 'HTTP_CLIENT_REFUSED', 'misconfigured'],
])('a refusal with %i %j is %s', async (status, body, code, kind) => {
  const store = createMemoryCredentials();
  const { url } = await startServer((response) => sendJson(response, status, body));

  const error: unknown = await redeem(url, { credentials: store }).catch((reason: unknown) => reason);

  expect(IntegrationError.isInstance(error) && error).toMatchObject({ code, kind });
  expect(String(error)).not.toMatch(/the-code|the-verifier|secret"?:/);
  expect(store.secrets.size).toBe(0);
});
