import { silentLogger, systemClock } from '@ledgerferry/core';
import { sendJson, startServer } from '@ledgerferry/testkit';
import { expect, test } from 'vitest';
import { xeroConsent } from '../src/consent.js';
import { xeroConnectionSchema } from '../src/xero-connection.js';

const APP = { clientId: 'app-1', clientSecret: 'secret' };
const OLD = 'b2a0c3de-0c1f-4f63-8e54-7d2c9a5f1e02';
const NEW = '70784a63-d24b-46a9-a4db-0e70a274b056';
const CONNECTIONS = [
  { id: '1', tenantId: OLD, tenantType: 'ORGANISATION', tenantName: 'Old Ltd', authEventId: 'earlier' },
  { id: '2', tenantId: NEW, tenantType: 'ORGANISATION', tenantName: 'New Ltd', authEventId: 'this-one' },
  { id: '3', tenantId: 'x', tenantType: 'PRACTICE', tenantName: 'Bookkeepers', authEventId: 'this-one' },
];

function consentOf(connection: object) {
  return xeroConsent(xeroConnectionSchema.parse(connection));
}

function accessTokenOf(claims: object): string {
  return `header.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.signature`;
}

/** A server that lists connections to whoever has a bearer token. */
async function startConnections(): Promise<string> {
  const { url } = await startServer((response, { method, headers }) => {
    const isAllowed = method === 'GET' && headers.authorization?.startsWith('Bearer ');
    sendJson(response, isAllowed ? 200 : 401, CONNECTIONS);
  });
  return `${url}/connections`;
}

test("asks at Xero, for what the adapter needs and for tokens that can be renewed, under the app's name", () => {
  expect(consentOf({ auth: APP })).toMatchObject({
    connection: 'Xero app-1',
    authorizeUrl: 'https://login.xero.com/identity/connect/authorize',
    tokenUrl: 'https://identity.xero.com/connect/token',
    clientId: 'app-1',
    clientSecret: 'secret',
    scopes: [
      'offline_access',
      'accounting.banktransactions',
      'accounting.invoices',
      'accounting.payments',
      'accounting.manualjournals',
      'accounting.contacts',
      'accounting.attachments',
      'accounting.settings.read',
    ],
  });
});

test('asks for the configured scopes, each once', () => {
  expect(consentOf({ auth: { ...APP, scopes: ['accounting.contacts', 'offline_access'] } })?.scopes).toEqual([
    'offline_access',
    'accounting.contacts',
  ]);
});

test('an access token needs no consent', () => {
  expect(consentOf({ auth: { accessToken: 'token' } })).toBeNull();
});

test.each([
  ['tells which this consent added', accessTokenOf({ authentication_event_id: 'this-one' }), [false, true]],
  ['does not know it where the token does not say', accessTokenOf({}), [null, null]],
  ['does not know it where the token is opaque', 'opaque', [null, null]],
])('lists the organisations behind a token, and %s', async (_, accessToken, [isOldNew, isNewNew]) => {
  const consent = consentOf({ auth: APP, connectionsUrl: await startConnections() });

  expect(await consent?.listTenants({ accessToken, clock: systemClock, logger: silentLogger })).toEqual([
    { name: 'Old Ltd', settings: { tenantId: OLD }, isNew: isOldNew },
    { name: 'New Ltd', settings: { tenantId: NEW }, isNew: isNewNew },
  ]);
});
