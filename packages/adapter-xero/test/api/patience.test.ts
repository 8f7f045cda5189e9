import { silentLogger } from '@ledgerferry/core';
import { createManualClock, createMemoryCredentials, sendJson, startServer } from '@ledgerferry/testkit';
import { describe, expect, test } from 'vitest';
import { createXeroAdapter } from '../../src/xero-adapter.js';
import { xeroConnectionSchema } from '../../src/xero-connection.js';

/** Asks a Xero in trouble, which wants to be asked again in seven seconds, whether it is ready; answers how often it was asked. */
async function askedOf(auth: (url: string) => object, patienceMs?: number): Promise<number> {
  const { url, seen } = await startServer((response) => sendJson(response, 503, {}, { 'Retry-After': '7' }));
  const connection = xeroConnectionSchema.parse({ baseUrl: `${url}/api.xro/2.0`, tenantId: 't', auth: auth(url) });
  const clock = createManualClock({ jumps: true });
  const credentials = createMemoryCredentials();
  const adapter = createXeroAdapter({ connection, credentials, clock, logger: silentLogger, patienceMs });
  await expect(adapter.checkReadiness()).rejects.toMatchObject({ kind: 'transient', code: 'HTTP_SERVER_ERROR' });
  return seen.length;
}

describe.each([
  ['Xero', () => ({ accessToken: 'a-token' })],
  [
    'the sign-in at Xero',
    (url: string) => ({ clientId: 'an-app', clientSecret: 'secret', tokenUrl: `${url}/connect/token` }),
  ],
])('%s, while it is out of reach', (_place, auth) => {
  test('is asked again and again for a job', async () => {
    expect(await askedOf(auth)).toBeGreaterThan(4);
  });

  test('is not asked again once somebody has waited long enough', async () => {
    expect(await askedOf(auth, 6_000)).toBe(1);
  });
});
