import { hash } from 'node:crypto';
import { createManualClock } from '@ledgerferry/testkit';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  defaultOrganisation,
  startXeroSimulator,
  type SimulatedApp,
  type XeroSimulatorOptions,
} from '../../src/simulator/index.js';
import { read, type Reply } from './simulated-organisation.js';

const WEB: SimulatedApp = { clientId: 'web', clientSecret: 'web-secret', refreshToken: 'refresh-0' };
const PKCE: SimulatedApp = { clientId: 'pkce', clientSecret: null };
const CUSTOM: SimulatedApp = { clientId: 'custom', clientSecret: 'custom-secret', isCustomConnection: true };
const CALLBACK = 'http://localhost:8787/callback';
const VERIFIER = 'v'.repeat(43);
const MINUTES = 60_000;

async function startIdentity(options: XeroSimulatorOptions = {}) {
  const clock = createManualClock();
  const simulator = await startXeroSimulator({ clock, apps: [WEB, PKCE, CUSTOM], ...options });
  onTestFinished(() => simulator.close());
  const token = async (form: Record<string, string>, authorization?: string): Promise<Reply> =>
    read(
      await fetch(simulator.tokenUrl, {
        method: 'POST',
        body: new URLSearchParams(form),
        headers: authorization === undefined ? {} : { Authorization: authorization },
      }),
    );
  const get = async (url: string, accessToken: string, headers: Record<string, string> = {}): Promise<Reply> =>
    read(
      await fetch(url, { headers: { Authorization: `Bearer ${accessToken}`, Accept: 'application/json', ...headers } }),
    );
  const organisation = (accessToken: string, tenantId = simulator.books.tenantId) =>
    get(`${simulator.baseUrl}/Organisation`, accessToken, { 'xero-tenant-id': tenantId });
  return { simulator, clock, token, get, organisation };
}

function basic({ clientId, clientSecret }: SimulatedApp): string {
  return `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;
}

function refresh(refreshToken: string): Record<string, string> {
  return { grant_type: 'refresh_token', refresh_token: refreshToken };
}

/** A text field of a JSON object. */
function field({ json }: Reply, name: string): string {
  const found =
    typeof json === 'object' && json !== null ? Object.entries(json).find(([key]) => key === name)?.[1] : null;
  return typeof found === 'string' ? found : '';
}

function consent(overrides: Record<string, string> = {}): string {
  return new URLSearchParams({
    response_type: 'code',
    client_id: 'pkce',
    redirect_uri: CALLBACK,
    scope: 'offline_access accounting.settings.read',
    state: 'state-1',
    code_challenge: hash('sha256', VERIFIER, 'base64url'),
    code_challenge_method: 'S256',
    ...overrides,
  }).toString();
}

describe('refreshing', () => {
  test('each refresh gives a new pair, and the access token works', async () => {
    const { token, organisation } = await startIdentity();
    const reply = await token(refresh('refresh-0'), basic(WEB));
    expect(reply.json).toMatchObject({ expires_in: 1_800, token_type: 'Bearer' });
    expect(field(reply, 'refresh_token')).not.toBe('refresh-0');
    expect((await organisation(field(reply, 'access_token'))).status).toBe(200);
  });

  test('the refresh token before stays good for half an hour after its first use', async () => {
    const { token, clock } = await startIdentity();
    await token(refresh('refresh-0'), basic(WEB));
    clock.leap(30 * MINUTES);
    const again = await token(refresh('refresh-0'), basic(WEB));
    expect(again.status).toBe(200);
    clock.leap(1);
    const late = await token(refresh('refresh-0'), basic(WEB));
    expect([late.status, late.json]).toEqual([400, { error: 'invalid_grant' }]);
    expect((await token(refresh(field(again, 'refresh_token')), basic(WEB))).status).toBe(200);
  });

  test('a refresh token that nobody uses for sixty days is over', async () => {
    const { token, clock } = await startIdentity();
    clock.leap(60 * 24 * 60 * MINUTES + 1);
    expect((await token(refresh('refresh-0'), basic(WEB))).json).toEqual({ error: 'invalid_grant' });
  });

  test('an access token expires', async () => {
    const { token, clock, organisation } = await startIdentity();
    const accessToken = field(await token(refresh('refresh-0'), basic(WEB)), 'access_token');
    clock.leap(30 * MINUTES);
    const reply = await organisation(accessToken);
    expect([reply.status, reply.json]).toMatchObject([
      401,
      { Title: 'Unauthorized', Status: 401, Detail: 'TokenExpired: token expired' },
    ]);
  });

  test('access tokens can be ended before their time, and all tokens with them', async () => {
    const { simulator, token, organisation } = await startIdentity();
    const before = await token(refresh('refresh-0'), basic(WEB));
    simulator.expireAccessTokens();
    expect((await organisation(field(before, 'access_token'))).status).toBe(401);
    const after = await token(refresh(field(before, 'refresh_token')), basic(WEB));
    expect((await organisation(field(after, 'access_token'))).status).toBe(200);
    simulator.revokeTokens();
    expect((await organisation(field(after, 'access_token'))).status).toBe(401);
    expect((await token(refresh(field(after, 'refresh_token')), basic(WEB))).json).toEqual({ error: 'invalid_grant' });
  });

  test('an app can end its own', async () => {
    const { simulator, token, organisation } = await startIdentity();
    const pair = await token(refresh('refresh-0'), basic(WEB));
    const body = new URLSearchParams({ token: field(pair, 'refresh_token') });
    await fetch(simulator.revocationUrl, { method: 'POST', body, headers: { Authorization: basic(WEB) } });
    expect((await organisation(field(pair, 'access_token'))).status).toBe(401);
  });
});

describe('clients', () => {
  const proven = { client_id: 'web', client_secret: 'web-secret' };
  test.each([
    ['the body', { ...refresh('refresh-0'), ...proven }, undefined, 200],
    ['a wrong secret', { ...refresh('refresh-0'), ...proven, client_secret: 'no' }, undefined, 400],
    ['no secret', { ...refresh('refresh-0'), client_id: 'web' }, undefined, 400],
    ['nothing', refresh('refresh-0'), undefined, 400],
    ["another app's name", refresh('refresh-0'), basic(CUSTOM), 400],
  ])('a client proves itself by %s', async (_by, form, authorization, status) => {
    const { token } = await startIdentity();
    expect((await token(form, authorization)).status).toBe(status);
  });

  test('a custom connection signs in as itself, to one organisation that it need not name', async () => {
    const { simulator, token, get } = await startIdentity();
    const form = { grant_type: 'client_credentials', scope: 'accounting.settings.read' };
    const reply = await token(form, basic(CUSTOM));
    expect(field(reply, 'refresh_token')).toBe('');
    expect((await get(`${simulator.baseUrl}/Organisation`, field(reply, 'access_token'))).status).toBe(200);
    expect((await token(form, basic(WEB))).json).toEqual({ error: 'unauthorized_client' });
    expect((await token({ ...form, scope: 'accounting.unknown' }, basic(CUSTOM))).json).toEqual({
      error: 'invalid_scope',
    });
  });
});

describe('consent', () => {
  async function codeFrom(url: string, query: string): Promise<string> {
    const { headers } = await fetch(`${url}?${query}`, { redirect: 'manual' });
    return new URL(headers.get('location') ?? 'http://nowhere').searchParams.get('code') ?? '';
  }
  const exchange = (code: string, overrides: Record<string, string> = {}) => ({
    grant_type: 'authorization_code',
    code,
    redirect_uri: CALLBACK,
    code_verifier: VERIFIER,
    client_id: 'pkce',
    ...overrides,
  });

  test('leads back with a code and the state, and the code is good once', async () => {
    const { simulator, token, organisation } = await startIdentity();
    const { status, headers } = await fetch(`${simulator.authorizeUrl}?${consent()}`, { redirect: 'manual' });
    const back = new URL(headers.get('location') ?? '');
    expect([status, back.origin, back.searchParams.get('state')]).toEqual([302, 'http://localhost:8787', 'state-1']);
    const code = back.searchParams.get('code') ?? '';
    const granted = await token(exchange(code));
    expect((await organisation(field(granted, 'access_token'))).status).toBe(200);
    expect((await token({ ...refresh(field(granted, 'refresh_token')), client_id: 'pkce' })).status).toBe(200);
    expect((await token(exchange(code))).json).toEqual({ error: 'invalid_grant' });
  });

  test.each([
    ['another verifier', { code_verifier: 'w'.repeat(43) }],
    ['another address', { redirect_uri: 'http://localhost:9999/callback' }],
  ])('a code is refused with %s', async (_what, overrides) => {
    const { simulator, token } = await startIdentity();
    const code = await codeFrom(simulator.authorizeUrl, consent());
    expect((await token(exchange(code, overrides))).json).toEqual({ error: 'invalid_grant' });
  });

  test('a code is good for five minutes', async () => {
    const { simulator, token, clock } = await startIdentity();
    const code = await codeFrom(simulator.authorizeUrl, consent());
    clock.leap(5 * MINUTES + 1);
    expect((await token(exchange(code))).json).toEqual({ error: 'invalid_grant' });
  });

  test.each([
    ['an unknown client', { client_id: 'nobody' }, 400, null],
    ['127.0.0.1 instead of localhost', { redirect_uri: 'http://127.0.0.1:8787/callback' }, 400, null],
    ['an unknown scope', { scope: 'accounting.everything' }, 302, 'invalid_scope'],
    ['a plain challenge', { code_challenge_method: 'plain' }, 302, 'invalid_request'],
    ['another flow', { response_type: 'token' }, 302, 'unsupported_response_type'],
  ])('%s is refused', async (_what, overrides, status, error) => {
    const { simulator } = await startIdentity();
    const reply = await fetch(`${simulator.authorizeUrl}?${consent(overrides)}`, { redirect: 'manual' });
    const location = reply.headers.get('location');
    expect([reply.status, location === null ? null : new URL(location).searchParams.get('error')]).toEqual([
      status,
      error,
    ]);
  });

  test('a user can refuse, or be shown a page', async () => {
    const refused = await startIdentity({ consents: 'refused' });
    const { headers } = await fetch(`${refused.simulator.authorizeUrl}?${consent()}`, { redirect: 'manual' });
    expect(new URL(headers.get('location') ?? '').searchParams.get('error')).toBe('access_denied');
    const shown = await startIdentity({ consents: 'page' });
    const page = await (await fetch(`${shown.simulator.authorizeUrl}?${consent()}`)).text();
    expect(page).toMatch(/<a id="allow" href="http:\/\/localhost:8787\/callback\?code=[^"]+&amp;state=state-1">/);
  });
});

describe('connections', () => {
  const other = '0dd6b7c5-8d9a-4f0e-9d57-6b7c0d5e7a10';
  const organisations = [defaultOrganisation(), defaultOrganisation({ tenantId: other, name: 'Other ApS' })];

  test('several organisations stand behind one token, until one is disconnected', async () => {
    const { simulator, token, get, organisation } = await startIdentity({ organisations });
    const accessToken = field(await token(refresh('refresh-0'), basic(WEB)), 'access_token');
    const listed = await get(simulator.connectionsUrl, accessToken);
    expect(listed.json).toMatchObject([
      { tenantId: simulator.books.tenantId, tenantType: 'ORGANISATION', tenantName: 'Havnegade Kaffe ApS' },
      { tenantId: other, tenantName: 'Other ApS' },
    ]);
    const [, second] = JSON.parse(listed.text) as { id: string }[];
    const headers = { Authorization: `Bearer ${accessToken}` };
    await fetch(`${simulator.connectionsUrl}/${second?.id}`, { method: 'DELETE', headers });
    const gone = await organisation(accessToken, other);
    expect([gone.status, gone.json]).toMatchObject([403, { Detail: 'AuthenticationUnsuccessful' }]);
    expect((await organisation(accessToken)).status).toBe(200);
  });

  test('the access token names the consent that made a connection', async () => {
    const { simulator, token, get } = await startIdentity();
    const accessToken = field(await token(refresh('refresh-0'), basic(WEB)), 'access_token');
    const claims: unknown = JSON.parse(Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString());
    const eventId = field({ json: claims } as Reply, 'authentication_event_id');
    expect((await get(`${simulator.connectionsUrl}?authEventId=${eventId}`, accessToken)).json).toHaveLength(1);
    expect((await get(`${simulator.connectionsUrl}?authEventId=other`, accessToken)).json).toEqual([]);
  });

  test('without a tenant, or with an unknown one, a call is refused', async () => {
    const { token, organisation } = await startIdentity();
    const accessToken = field(await token(refresh('refresh-0'), basic(WEB)), 'access_token');
    expect([(await organisation(accessToken, '')).status, (await organisation(accessToken, other)).status]).toEqual([
      403, 403,
    ]);
  });
});

test('a call needs the scope of what it touches', async () => {
  const scopes = ['offline_access', 'accounting.settings.read', 'accounting.contacts.read'];
  const { simulator, token, get } = await startIdentity({ apps: [{ ...WEB, scopes }] });
  const accessToken = field(await token(refresh('refresh-0'), basic(WEB)), 'access_token');
  const tenant = { 'xero-tenant-id': simulator.books.tenantId };
  const statuses: number[] = [];
  for (const path of ['Accounts', 'Contacts', 'Invoices'])
    statuses.push((await get(`${simulator.baseUrl}/${path}`, accessToken, tenant)).status);
  expect(statuses).toEqual([200, 200, 403]);
  const write = await fetch(`${simulator.baseUrl}/Contacts`, {
    method: 'PUT',
    body: '{}',
    headers: { ...tenant, Authorization: `Bearer ${accessToken}`, 'Content-Type': 'application/json' },
  });
  expect([write.status, write.headers.get('www-authenticate')]).toEqual([403, 'Bearer error="insufficient_scope"']);
});
