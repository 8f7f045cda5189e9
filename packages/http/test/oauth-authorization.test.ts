import { IntegrationError, type CredentialStore } from '@ledgerferry/core';
import {
  createManualClock,
  createMemoryCredentials,
  sendJson,
  startServer,
  type RequestHandler,
  type SeenRequest,
} from '@ledgerferry/testkit';
import { describe, expect, test } from 'vitest';
import { emptyAnswer, oauthAuthorization, type HttpRequest, type OauthAuthorizationOptions } from '../src/index.js';
import { makeClient } from './make-client.js';

const call = { method: 'GET', path: '/api', write: false, answer: emptyAnswer } satisfies HttpRequest<unknown>;

/** An API whose tokens rotate: each refresh token works once. */
function createAuthorizationServer({ expiresIn = 900 } = {}) {
  let generation = 0;
  const revoked = { access: false };
  const handle: RequestHandler = (response, request) => {
    if (request.url === '/api') {
      const isCurrent = request.headers.authorization === `Bearer access-${generation}` && !revoked.access;
      return sendJson(response, isCurrent ? 200 : 401, {});
    }
    const presented = new URLSearchParams(request.body).get('refresh_token');
    const expected = generation === 0 ? 'refresh-configured' : `refresh-${generation}`;
    if (presented !== expected) return sendJson(response, 400, { error: 'invalid_grant' });
    generation += 1;
    revoked.access = false;
    const tokens = {
      access_token: `access-${generation}`,
      refresh_token: `refresh-${generation}`,
      expires_in: expiresIn,
    };
    return sendJson(response, 200, tokens);
  };
  return { handle, revoked };
}

function tokenRequests(seen: readonly SeenRequest[]): string[] {
  return seen.filter(({ url }) => url === '/token').map(({ body }) => body);
}

function setUp(url: string, credentials: CredentialStore, options: Partial<OauthAuthorizationOptions> = {}) {
  const clock = createManualClock({ jumps: true });
  const oauth: OauthAuthorizationOptions = {
    connection: 'Pleo of Example ApS',
    tokenUrl: `${url}/token`,
    clientId: 'id',
    clientSecret: 'secret',
    refreshToken: 'refresh-configured',
    credentials,
    clock,
    random: () => 0,
    ...options,
  };
  const { client } = makeClient(url, { authorization: oauthAuthorization(oauth), clock });
  return { client, clock };
}

async function failureOf(promise: Promise<unknown>): Promise<IntegrationError> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!IntegrationError.isInstance(error)) throw new Error(`no IntegrationError but ${String(error)}`);
  return error;
}

describe('a renewal', () => {
  test('happens once for many callers, and both tokens are stored before either is used', async () => {
    const store = createMemoryCredentials();
    const server = createAuthorizationServer();
    const storedAtUse: unknown[] = [];
    const { url, seen } = await startServer((response, request, number) => {
      if (request.url === '/api') storedAtUse.push(store.secrets.get('Pleo of Example ApS'));
      server.handle(response, request, number);
    });
    const { client } = setUp(url, store);
    await Promise.all([client.request(call), client.request(call), client.request(call)]);
    expect(store.locksTaken).toBe(1);
    expect(storedAtUse).toEqual(Array(3).fill(expect.stringMatching(/access-1.*refresh-1/)));
    expect(tokenRequests(seen)).toEqual(['grant_type=refresh_token&refresh_token=refresh-configured']);
    expect(seen[0]?.headers.authorization).toBe(`Basic ${Buffer.from('id:secret').toString('base64')}`);
  });

  test('puts the client into the body where asked to', async () => {
    const { url, seen } = await startServer(createAuthorizationServer().handle);
    await setUp(url, createMemoryCredentials(), { clientAuthentication: 'body' }).client.request(call);
    expect(tokenRequests(seen)).toEqual([
      'grant_type=refresh_token&refresh_token=refresh-configured&client_id=id&client_secret=secret',
    ]);
    expect(seen[0]?.headers.authorization).toBeUndefined();
  });

  test('is due a little before the token ends', async () => {
    const { url, seen } = await startServer(createAuthorizationServer({ expiresIn: 900 }).handle);
    const { client, clock } = setUp(url, createMemoryCredentials());
    await client.request(call);
    await clock.sleep(839_000);
    await client.request(call);
    expect(tokenRequests(seen).length).toBe(1);
    await clock.sleep(2_000);
    await client.request(call);
    expect(tokenRequests(seen)).toEqual([
      'grant_type=refresh_token&refresh_token=refresh-configured',
      'grant_type=refresh_token&refresh_token=refresh-1',
    ]);
  });

  test('follows a 401, after which the call is sent once more, also a write that may wait', async () => {
    const server = createAuthorizationServer();
    const { url, seen } = await startServer(server.handle);
    const { client } = setUp(url, createMemoryCredentials());
    await client.request(call);
    server.revoked.access = true;
    expect(await client.request({ ...call, write: true, mayWait: true })).toMatchObject({ status: 200 });
    expect(seen.map((request) => request.url)).toEqual(['/token', '/api', '/api', '/token', '/api']);
  });

  test('follows a 401 of a write that must begin at once, which is then left to be written down anew', async () => {
    const server = createAuthorizationServer();
    const { url, seen } = await startServer(server.handle);
    const { client } = setUp(url, createMemoryCredentials());
    await client.request(call);
    server.revoked.access = true;
    const write = { ...call, write: true };
    await expect(client.request(write)).rejects.toMatchObject({ kind: 'transient', code: 'CALL_NOT_BEGUN' });
    expect(await client.request(write)).toMatchObject({ status: 200 });
    expect(seen.map((request) => request.url)).toEqual(['/token', '/api', '/api', '/token', '/api']);
  });

  test('uses what another process has stored instead of renewing again', async () => {
    const store = createMemoryCredentials();
    const server = createAuthorizationServer();
    const { url, seen } = await startServer(server.handle);
    const one = setUp(url, store);
    const other = setUp(url, store);
    await Promise.all([one.client.request(call), other.client.request(call)]);
    server.revoked.access = true;
    await Promise.all([one.client.request(call), other.client.request(call)]);
    expect(tokenRequests(seen).length).toBe(2);
  });

  test('never replays the configured token once the store has one, until a person configures another', async () => {
    const store = createMemoryCredentials();
    const { url, seen } = await startServer(createAuthorizationServer().handle);
    await setUp(url, store).client.request(call);
    const restarted = setUp(url, store);
    await restarted.client.request(call);
    await restarted.clock.sleep(10_000_000);
    await restarted.client.request(call);
    const reconnected = setUp(url, store, { refreshToken: 'refresh-2' });
    await reconnected.client.request(call);
    expect(tokenRequests(seen).map((body) => body.split('=').at(-1))).toEqual([
      'refresh-configured',
      'refresh-1',
      'refresh-2',
    ]);
  });

  test('keeps new tokens that could not be stored, and stores them at the next call', async () => {
    const store = createMemoryCredentials();
    const { url, seen } = await startServer(createAuthorizationServer().handle);
    let isFull = true;
    const { client } = setUp(url, {
      ...store,
      write: (name, secret) => (isFull ? Promise.reject(new Error('no space left')) : store.write(name, secret)),
    });
    await expect(client.request(call)).rejects.toThrow('no space left');
    isFull = false;
    await client.request(call);
    expect(tokenRequests(seen).length).toBe(1);
    expect(store.secrets.get('Pleo of Example ApS')).toContain('refresh-1');
  });
});

describe('a refused renewal', () => {
  test('names the connection, says what to do, and is not tried again', async () => {
    const { url, seen } = await startServer((response) => sendJson(response, 400, { error: 'invalid_grant' }));
    const { client } = setUp(url, createMemoryCredentials());
    const error = await failureOf(client.request(call));
    expect(error).toMatchObject({ kind: 'connection-lost', code: 'HTTP_CONNECT_AGAIN' });
    expect(error.message).toBe(
      'The connection "Pleo of Example ApS" is no longer valid (its refresh token has expired, was revoked, or was replaced by one whose answer was lost). Connect again.',
    );
    expect(await failureOf(client.request(call))).toMatchObject({ code: 'HTTP_CONNECT_AGAIN' });
    expect(seen.length).toBe(1);
  });

  test('is the end when the answer that carried the new tokens was lost', async () => {
    const server = createAuthorizationServer();
    const { url } = await startServer((response, request, number) => {
      if (number > 1) return server.handle(response, request, number);
      server.handle(Object.assign(response, { end: () => response.destroy() }), request, number);
    });
    const error = await failureOf(setUp(url, createMemoryCredentials()).client.request(call));
    expect(error).toMatchObject({ kind: 'connection-lost', code: 'HTTP_CONNECT_AGAIN' });
    expect(error.message).toContain('replaced by one whose answer was lost');
  });

  test('points to the settings where the client itself is refused', async () => {
    const { url } = await startServer((response) => sendJson(response, 401, { error: 'invalid_client' }));
    const error = await failureOf(setUp(url, createMemoryCredentials()).client.request(call));
    expect(error).toMatchObject({ kind: 'misconfigured', code: 'HTTP_CLIENT_REFUSED' });
    expect(error.message).toContain('401 invalid_client');
  });

  test('is transient while the token endpoint cannot answer', async () => {
    const { url, seen } = await startServer((response) => response.writeHead(503).end());
    const error = await failureOf(
      setUp(url, createMemoryCredentials(), {
        retry: { attempts: 2, firstDelayMs: 1, factor: 1, longestDelayMs: 1 },
      }).client.request({
        ...call,
        write: true,
      }),
    );
    expect(error).toMatchObject({ kind: 'transient', code: 'HTTP_SERVER_ERROR' });
    expect(seen.length).toBe(2);
  });
});

test('without a refresh token the client signs in as itself', async () => {
  const { url, seen } = await startServer((response, request) =>
    sendJson(response, 200, request.url === '/token' ? { access_token: 'mine', expires_in: '1800' } : {}),
  );
  const { client } = setUp(url, createMemoryCredentials(), {
    refreshToken: undefined,
    scope: 'accounting.transactions',
  });
  await client.request(call);
  expect(tokenRequests(seen)).toEqual(['grant_type=client_credentials&scope=accounting.transactions']);
  expect(seen[1]?.headers.authorization).toBe('Bearer mine');
});

test('a client without a secret only names itself', async () => {
  const { url, seen } = await startServer(createAuthorizationServer().handle);
  await setUp(url, createMemoryCredentials(), { clientSecret: '' }).client.request(call);
  expect(tokenRequests(seen)).toEqual(['grant_type=refresh_token&refresh_token=refresh-configured&client_id=id']);
  expect(seen[0]?.headers.authorization).toBeUndefined();
});

describe('where a person must connect', () => {
  const connectCommand = 'ledgerferry connect pleo';

  test('a client that cannot sign in as itself says so without asking', async () => {
    const { url, seen } = await startServer(createAuthorizationServer().handle);
    const options = { refreshToken: undefined, signsInAsItself: false, connectCommand };
    const error = await failureOf(setUp(url, createMemoryCredentials(), options).client.request(call));
    expect(error).toMatchObject({ kind: 'misconfigured', code: 'HTTP_NOT_CONNECTED' });
    expect(error.message).toBe(
      'The connection "Pleo of Example ApS" was never made. Connect with `ledgerferry connect pleo`.',
    );
    expect(seen).toEqual([]);
  });

  test('a refused client that signs in as itself is told how a user lets it in', async () => {
    const { url } = await startServer((response) => sendJson(response, 400, { error: 'unauthorized_client' }));
    const options = { refreshToken: undefined, connectCommand };
    const error = await failureOf(setUp(url, createMemoryCredentials(), options).client.request(call));
    expect(error.message).toBe(
      'The sign-in for Pleo of Example ApS is refused (400 unauthorized_client). Check "clientId" and "clientSecret"; an app that acts for a user is connected first, with `ledgerferry connect pleo`.',
    );
  });

  test('a refused refresh token names the command', async () => {
    const { url } = await startServer((response) => sendJson(response, 400, { error: 'invalid_grant' }));
    const error = await failureOf(setUp(url, createMemoryCredentials(), { connectCommand }).client.request(call));
    expect(error.message).toMatch(/Connect again with `ledgerferry connect pleo`\.$/);
  });
});

test('tokens of the client itself give way to a refresh token that is configured later', async () => {
  const store = createMemoryCredentials();
  const server = createAuthorizationServer();
  const { url, seen } = await startServer((response, request, number) => {
    if (request.body !== 'grant_type=client_credentials') return server.handle(response, request, number);
    sendJson(response, 200, { access_token: 'access-0', expires_in: 900 });
  });
  await setUp(url, store, { refreshToken: undefined }).client.request(call);
  await setUp(url, store).client.request(call);
  expect(tokenRequests(seen)).toEqual([
    'grant_type=client_credentials',
    'grant_type=refresh_token&refresh_token=refresh-configured',
  ]);
});
