import { createMemoryCredentials, sendJson, startServer } from '@ledgerferry/testkit';
import { describe, expect, test } from 'vitest';
import type { PleoConnectionSettings } from '../src/index.js';
import { openSource } from './open-source.js';

type Settings = Partial<PleoConnectionSettings>;

/** Asks a Pleo in trouble, which wants to be asked again in seven seconds, for its jobs; answers how often it was asked. */
async function askedOf(settings: (url: string) => Settings, patienceMs?: number): Promise<number> {
  const { url, seen } = await startServer((response) => sendJson(response, 503, {}, { 'Retry-After': '7' }));
  const { source } = openSource(url, settings(url), { credentials: createMemoryCredentials(), patienceMs });
  await expect(source.jobs('a-company', ['pending'])).rejects.toMatchObject({ code: 'HTTP_SERVER_ERROR' });
  return seen.length;
}

describe.each<readonly [string, (url: string) => Settings]>([
  ['Pleo', () => ({ apiKey: 'test-key' })],
  [
    'the sign-in at Pleo',
    (url) => ({
      oauth: { clientId: 'client', clientSecret: 'secret', tokenUrl: `${url}/oauth/token`, refreshToken: 'refresh' },
    }),
  ],
])('%s, while it is out of reach', (_place, settings) => {
  test('is asked again and again for a job', async () => {
    expect(await askedOf(settings)).toBeGreaterThan(4);
  });

  test('is not asked again once somebody has waited long enough', async () => {
    expect(await askedOf(settings, 6_000)).toBe(1);
  });
});
