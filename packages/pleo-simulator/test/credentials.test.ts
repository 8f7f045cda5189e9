import { describe, expect, it } from 'vitest';
import { type PleoSimulator } from '../src/index.js';
import { createClock, start } from './pleo-api.js';

function introspect(simulator: PleoSimulator, authorization?: string): Promise<Response> {
  return fetch(`${simulator.url}/v1/introspect`, { headers: authorization === undefined ? {} : { authorization } });
}

function basic(text: string): string {
  return `Basic ${Buffer.from(text).toString('base64')}`;
}

describe('an API key', () => {
  it('is the Basic user name with an empty password', async () => {
    const simulator = await start({ apiKey: 'plk_1' });
    const response = await introspect(simulator, basic('plk_1:'));

    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ data: { authMethod: 'API_KEY', clientId: 'pleo-simulator' } });
  });

  it.each([
    ['no login', undefined],
    ['a password', basic('plk_1:secret')],
    ['no colon', basic('plk_1')],
    ['another key', basic('plk_2:')],
    ['the bare key', 'Basic plk_1'],
    ['the key as bearer token', 'Bearer plk_1'],
    ['another scheme', 'ApiKey plk_1'],
  ])('is refused with %s', async (_, authorization) => {
    const simulator = await start({ apiKey: 'plk_1' });
    const response = await introspect(simulator, authorization);

    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ type: 'UNAUTHORIZED' });
  });
});

describe('an access token', () => {
  it('is taken as bearer', async () => {
    const simulator = await start({ accessToken: 'token-1' });

    expect((await introspect(simulator, 'Bearer token-1')).status).toBe(200);
    expect((await introspect(simulator, 'Bearer token-2')).status).toBe(401);
    expect((await introspect(simulator, basic('pleo-simulator-key:'))).status).toBe(401);
  });
});

describe('rotating tokens', () => {
  const oauth = { clientId: 'client', clientSecret: 'secret', refreshToken: 'first', accessTokenSeconds: 900 };

  async function refresh(
    simulator: PleoSimulator,
    refreshToken: string,
    headers = { authorization: basic('client:secret') },
  ) {
    const body = new URLSearchParams({ grant_type: 'refresh_token', refresh_token: refreshToken });
    const response = await fetch(`${simulator.url}/oauth/token`, { method: 'POST', headers, body });
    const json = (await response.json()) as { access_token: string; refresh_token: string; error?: string };
    return { status: response.status, json };
  }

  it('replace the old pair at once', async () => {
    const simulator = await start({ oauth });
    const first = await refresh(simulator, 'first');
    const second = await refresh(simulator, first.json.refresh_token);

    expect(first.json).toMatchObject({ expires_in: 900, token_type: 'Bearer' });
    expect((await introspect(simulator, `Bearer ${first.json.access_token}`)).status).toBe(401);
    expect((await introspect(simulator, `Bearer ${second.json.access_token}`)).status).toBe(200);
    expect(simulator.books.authorisation()).toEqual({ refreshes: 2, isAlive: true });
  });

  it('die altogether when a used one is replayed', async () => {
    const simulator = await start({ oauth });
    const first = await refresh(simulator, 'first');
    const replayed = await refresh(simulator, 'first');

    expect(replayed).toMatchObject({ status: 400, json: { error: 'invalid_grant' } });
    expect((await introspect(simulator, `Bearer ${first.json.access_token}`)).status).toBe(401);
    expect((await refresh(simulator, first.json.refresh_token)).status).toBe(400);
    expect(simulator.books.authorisation()).toEqual({ refreshes: 1, isAlive: false });
  });

  it('expire by the clock', async () => {
    const clock = createClock();
    const simulator = await start({ oauth, now: clock.now });
    const { json } = await refresh(simulator, 'first');
    clock.pass(899);
    expect((await introspect(simulator, `Bearer ${json.access_token}`)).status).toBe(200);
    clock.pass(1);
    expect((await introspect(simulator, `Bearer ${json.access_token}`)).status).toBe(401);
  });

  it('expire early by a fault, so that only a refresh helps', async () => {
    const simulator = await start({ oauth });
    const { json } = await refresh(simulator, 'first');
    simulator.faults.add({ at: { endpoint: 'introspect' }, fault: { kind: 'token-expired' } });

    expect((await introspect(simulator, `Bearer ${json.access_token}`)).status).toBe(401);
    expect((await introspect(simulator, `Bearer ${json.access_token}`)).status).toBe(401);
    expect((await refresh(simulator, json.refresh_token)).status).toBe(200);
  });

  it('are not for strangers', async () => {
    const simulator = await start({ oauth });

    const stranger = await refresh(simulator, 'first', { authorization: basic('client:guess') });
    expect(stranger).toMatchObject({ status: 401, json: { error: 'invalid_client' } });
    expect((await refresh(simulator, 'first')).status).toBe(200);
  });
});

describe('the limit of a minute', () => {
  it('answers 429 with the seconds to wait, and counts any sixty seconds', async () => {
    const clock = createClock();
    const simulator = await start({ accessToken: 't', rateLimitPerMinute: 2, now: clock.now });
    await introspect(simulator, 'Bearer t');
    clock.pass(40);
    await introspect(simulator, 'Bearer t');
    const refused = await introspect(simulator, 'Bearer t');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '20']);
    clock.pass(20);
    expect((await introspect(simulator, 'Bearer t')).status).toBe(200);
    expect((await introspect(simulator, 'Bearer t')).status).toBe(429);
  });
});

describe('the record of requests', () => {
  it('holds no credential', async () => {
    const simulator = await start({ apiKey: 'plk_1' });
    await introspect(simulator, basic('plk_1:'));

    expect(simulator.requests).toMatchObject([
      { number: 1, endpoint: 'introspect', method: 'GET', path: '/v1/introspect', authorization: 'basic', status: 200 },
    ]);
    expect(JSON.stringify(simulator.requests)).not.toContain('plk_1');
  });

  it('holds bodies only when asked to', async () => {
    const body = JSON.stringify({ jobId: '6f0c8d52-1f0e-4c57-8a55-3f2b9a7d1e20', event: 'started' });
    const headers = { authorization: 'Bearer t', 'content-type': 'application/json' };
    const bodies: unknown[] = [];
    for (const recordBodies of [true, false]) {
      const simulator = await start({ accessToken: 't', recordBodies });
      await fetch(`${simulator.url}/v3/export-job-events`, { method: 'POST', headers, body });
      bodies.push(simulator.requests[0]?.body);
    }

    expect(bodies).toEqual([{ jobId: '6f0c8d52-1f0e-4c57-8a55-3f2b9a7d1e20', event: 'started' }, undefined]);
  });
});
