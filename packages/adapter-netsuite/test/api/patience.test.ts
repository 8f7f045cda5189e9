import { silentLogger } from '@ledgerferry/core';
import { createManualClock, sendJson, startServer } from '@ledgerferry/testkit';
import { describe, expect, test } from 'vitest';
import { createNetsuiteAdapter } from '../../src/netsuite-adapter.js';
import { netsuiteConnectionSchema } from '../../src/netsuite-connection.js';
import { APP, createNoCredentials, TOKEN } from '../netsuite-fixture.js';

/** Asks a NetSuite in trouble, which wants to be asked again in seven seconds, whether it is ready; answers how often it was asked. */
async function askedOf(auth: object, patienceMs?: number): Promise<number> {
  const { url, seen } = await startServer((response) => sendJson(response, 503, {}, { 'Retry-After': '7' }));
  const connection = netsuiteConnectionSchema.parse({ accountId: '1234567', baseUrl: `${url}/services/rest`, auth });
  const clock = createManualClock({ jumps: true });
  const credentials = createNoCredentials();
  const adapter = createNetsuiteAdapter({ connection, credentials, clock, logger: silentLogger, patienceMs });
  await expect(adapter.checkReadiness()).rejects.toMatchObject({ kind: 'transient', code: 'HTTP_SERVER_ERROR' });
  return seen.length;
}

describe.each([
  ['NetSuite', TOKEN],
  ['the sign-in at NetSuite', APP],
])('%s, while it is out of reach', (_place, auth) => {
  test('is asked again and again for a job', async () => {
    expect(await askedOf(auth)).toBeGreaterThan(4);
  });

  test('is not asked again once somebody has waited long enough', async () => {
    expect(await askedOf(auth, 6_000)).toBe(1);
  });
});
