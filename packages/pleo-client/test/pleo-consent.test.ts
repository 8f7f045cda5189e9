import { silentLogger, systemClock } from '@ledgerferry/core';
import { sendJson, startServer } from '@ledgerferry/testkit';
import { expect, test } from 'vitest';
import { createPleoClient, pleoConnectionSchema, pleoConsent } from '../src/index.js';

const baseUrl = 'https://external.staging.pleo.io';
const oauth = { clientId: 'id', clientSecret: 's', tokenUrl: 'https://auth.staging.pleo.io/oauth/token' };
const COMPANY = '3d7f2c10-54b7-4a0e-9d0c-2f6a1b8e4c11';

test('a consent is asked for beside the token URL, with what an export needs', () => {
  expect(pleoConsent(pleoConnectionSchema.parse({ baseUrl, oauth }), 'Pleo')).toMatchObject({
    connection: 'Pleo',
    authorizeUrl: 'https://auth.staging.pleo.io/oauth/authorize',
    scopes: ['export-jobs:read', 'export-jobs:write', 'export-items:read'],
    clientAuthentication: 'basic',
  });
});

test('the settings say otherwise', () => {
  const own = { ...oauth, authorizeUrl: 'https://login.example.com/consent', scopes: ['export:all'] };

  expect(pleoConsent(pleoConnectionSchema.parse({ baseUrl, oauth: own }), 'Pleo')).toMatchObject({
    authorizeUrl: 'https://login.example.com/consent',
    scopes: ['export:all'],
  });
});

test('an API key needs no consent', () => {
  expect(pleoConsent(pleoConnectionSchema.parse({ baseUrl, apiKey: 'k' }), 'Pleo')).toBeNull();
});

test.each([
  [`urn:pleo:company:${COMPANY.toUpperCase()}`, { name: `company ${COMPANY}`, settings: { id: COMPANY } }],
  ['urn:pleo:organisation:7', { name: 'urn:pleo:organisation:7', settings: {} }],
  [undefined, { name: 'Pleo does not say which company', settings: {} }],
])('the tokens of subject %s open what Pleo names', async (subjectURN, tenant) => {
  const { url, seen } = await startServer((response) =>
    sendJson(response, 200, { data: { authMethod: 'OAUTH2', subjectURN } }),
  );
  const consent = pleoConsent(pleoConnectionSchema.parse({ baseUrl: url, oauth }), 'Pleo');

  const tenants = await consent?.listTenants({ accessToken: 'new', clock: systemClock, logger: silentLogger });

  expect(tenants).toEqual([{ ...tenant, isNew: null }]);
  expect(seen).toMatchObject([{ method: 'GET', url: '/v1/introspect', headers: { authorization: 'Bearer new' } }]);
});

test('a connection that was never made says how it is, without asking anyone', async () => {
  const { url, seen } = await startServer((response) => sendJson(response, 500, {}));
  const credentials = {
    read: () => Promise.resolve(undefined),
    write: () => Promise.reject(new Error('nothing to write')),
    exclusively: <Result>(_: string, action: () => Promise<Result>) => action(),
  };
  const connection = pleoConnectionSchema.parse({ baseUrl: url, oauth: { ...oauth, tokenUrl: `${url}/oauth/token` } });
  const pleo = createPleoClient({ connection, credentials });

  await expect(pleo.introspect()).rejects.toMatchObject({
    kind: 'misconfigured',
    code: 'HTTP_NOT_CONNECTED',
    message: 'The connection "Pleo" was never made. Connect with `ledgerferry connect pleo`.',
  });
  expect(seen).toEqual([]);
});
