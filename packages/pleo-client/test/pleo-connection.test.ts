import { describe, expect, test } from 'vitest';
import { createPleoClient, pleoConnectionSchema } from '../src/index.js';

const baseUrl = 'https://external.staging.pleo.io/';
const oauth = {
  clientId: 'id',
  clientSecret: 's',
  tokenUrl: 'https://auth.staging.pleo.io/oauth/token',
  refreshToken: 'r',
};

function messagesOf(settings: unknown): string[] {
  return (pleoConnectionSchema.safeParse(settings).error?.issues ?? []).map(({ path, message }) =>
    path.length === 0 ? message : `${path.join('.')}: ${message}`,
  );
}

describe('the settings of a connection', () => {
  test('get their defaults', () => {
    expect(pleoConnectionSchema.parse({ baseUrl, apiKey: 'k' })).toEqual({
      baseUrl: 'https://external.staging.pleo.io',
      apiKey: 'k',
      limits: { perMinute: 500, concurrent: 8 },
      pageSize: 100,
      updateBatchSize: 100,
      currencyExponents: {},
      failureReasonLength: 1000,
      timeLimitMs: 30_000,
    });
    expect(pleoConnectionSchema.parse({ baseUrl, oauth }).oauth?.clientAuthentication).toBe('basic');
  });

  test('need exactly one credential', () => {
    const sentence = ['give exactly one of "apiKey", "accessToken" and "oauth"'];
    expect(messagesOf({ baseUrl })).toEqual(sentence);
    expect(messagesOf({ baseUrl, apiKey: 'k', oauth })).toEqual(sentence);
    expect(messagesOf({ baseUrl, accessToken: 't' })).toEqual([]);
  });

  test('refuse unknown keys, empty secrets, other protocols and batches that Pleo refuses', () => {
    expect(messagesOf({ baseUrl, apikey: 'k', apiKey: 'k' })).toEqual(['Unrecognized key: "apikey"']);
    expect(messagesOf({ baseUrl, apiKey: '' })).toEqual(['apiKey: must not be empty']);
    expect(messagesOf({ baseUrl: 'ftp://pleo', apiKey: 'k' })).toEqual([
      'baseUrl: must be a URL, such as https://external.pleo.io',
    ]);
    expect(messagesOf({ baseUrl, apiKey: 'k', updateBatchSize: 101 })[0]).toContain('updateBatchSize');
    expect(messagesOf({ baseUrl, apiKey: 'k', pageSize: 0 })[0]).toContain('pageSize');
  });

  test('with OAuth ask for a place to keep its tokens', () => {
    const connection = pleoConnectionSchema.parse({ baseUrl, oauth });
    expect(() => createPleoClient({ connection })).toThrow('OAuth tokens change with every use: give "credentials"');
  });
});
