import { CALL_NOT_BEGUN } from '@ledgerferry/core';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { NetsuiteSimulator } from '../../src/simulator/index.js';
import { APP, startNetsuite } from '../netsuite-fixture.js';
import {
  callOf,
  isTokenRequest,
  journalOf,
  queryOf,
  refusalAnswer,
  rowsAnswer,
  scriptNetsuite,
} from '../scripted-netsuite.js';

async function start() {
  const netsuite = await startNetsuite();
  onTestFinished(() => netsuite.simulator.close());
  return netsuite;
}

function signIns({ requests }: NetsuiteSimulator): number {
  return requests.filter(({ path }) => path.endsWith('/token')).length;
}

const JOURNAL = journalOf('e1/booking');
const lookUp = [queryOf(JOURNAL)];

describe('an app with a certificate', () => {
  test('is let in, and asks for one token for all that it does at once', async () => {
    const { simulator, open } = await start();
    const adapter = open();
    await Promise.all([adapter.checkReadiness(), adapter.find(lookUp), adapter.find(lookUp)]);
    expect(signIns(simulator)).toBe(1);
  });

  test('says who asks, of whom and for what, for five minutes', async () => {
    const { adapter, seen } = await scriptNetsuite((request) => (isTokenRequest(request) ? undefined : rowsAnswer([])));
    await adapter.find(lookUp);
    const form = new URLSearchParams(seen[0]?.body);
    const assertion = form.get('client_assertion') ?? '';
    expect([form.get('grant_type'), form.get('client_assertion_type')]).toEqual([
      'client_credentials',
      'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    ]);
    expect(decodeProtectedHeader(assertion)).toEqual({ typ: 'JWT', alg: 'ES256', kid: APP.certificateId });
    const { iss, aud, scope, iat = 0, exp = 0 } = decodeJwt(assertion);
    expect([iss, exp - iat, scope]).toEqual([APP.clientId, 300, ['restlets', 'rest_webservices']]);
    expect(aud).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/services\/rest\/auth\/oauth2\/v1\/token$/);
  });

  test('reads a key whose line ends came as two characters', async () => {
    const { open } = await start();
    const auth = { ...APP, privateKey: APP.privateKey.replaceAll('\n', String.raw`\n`) };
    await expect(open({ auth }).find(lookUp)).resolves.toMatchObject([{ status: 'absent' }]);
  });

  test('asks again before its token ends', async () => {
    const { simulator, clock, open } = await start();
    const adapter = open();
    await adapter.find(lookUp);
    clock.leap(57 * 60_000);
    await adapter.find(lookUp);
    expect(signIns(simulator)).toBe(1);
    clock.leap(60_000);
    await adapter.find(lookUp);
    expect(signIns(simulator)).toBe(2);
  });

  test('asks once more where its token is refused, and the read succeeds', async () => {
    const { simulator, open } = await start();
    const adapter = open();
    await adapter.find(lookUp);
    simulator.expireAccessTokens();
    await expect(adapter.find(lookUp)).resolves.toMatchObject([{ status: 'absent' }]);
    expect(signIns(simulator)).toBe(2);
  });

  test('leaves a write that met a refused token to be written down anew, with a new token at hand', async () => {
    const { simulator, open } = await start();
    const adapter = open({ payables: 'journal' });
    await adapter.find(lookUp);
    simulator.expireAccessTokens();
    await expect(adapter.post(callOf(JOURNAL))).rejects.toMatchObject({ kind: 'transient', code: CALL_NOT_BEGUN });
    const [outcome] = await adapter.post(callOf(JOURNAL));
    expect(outcome?.status).toBe('refused');
    expect(signIns(simulator)).toBe(2);
  });
});

describe('a sign-in that is refused', () => {
  test('ends the job and says where to look', async () => {
    const { simulator, open } = await start();
    simulator.revokeAccess();
    await expect(open().checkReadiness()).rejects.toMatchObject({
      kind: 'connection-lost',
      code: 'NETSUITE_SIGN_IN_REFUSED',
      message: expect.stringMatching(/400 invalid_grant.*Login Audit Trail/s),
    });
  });

  test('is not asked for for ever where tokens are given and then refused, as to a role without permission', async () => {
    const { adapter, seen } = await scriptNetsuite((request) =>
      isTokenRequest(request) ? undefined : refusalAnswer(401, 'INVALID_LOGIN', 'Invalid login attempt.'),
    );
    const refused = { kind: 'connection-lost', code: 'NETSUITE_SIGN_IN_REFUSED' };
    await expect(adapter.find(lookUp)).rejects.toMatchObject(refused);
    await expect(adapter.post(callOf(JOURNAL))).rejects.toMatchObject(refused);
    expect(seen.filter(isTokenRequest).length).toBe(2);
  });

  test('is not what a throttle is taken for', async () => {
    const { adapter } = await scriptNetsuite((request) =>
      isTokenRequest(request) ? undefined : refusalAnswer(401, 'CONCURRENCY_LIMIT_EXCEEDED', 'Request blocked.'),
    );
    await expect(adapter.post(callOf(JOURNAL))).rejects.toMatchObject({
      kind: 'transient',
      code: 'NETSUITE_CONCURRENCY',
    });
  });

  test.each(['-----BEGIN PRIVATE KEY-----\nnonsense\n-----END PRIVATE KEY-----', 'PRIVATE KEY'])(
    'names the setting where the key cannot be read, and not the key (%#)',
    async (privateKey) => {
      const { open } = await start();
      const error: unknown = await open({ auth: { ...APP, privateKey } })
        .checkReadiness()
        .catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({ kind: 'misconfigured', code: 'NETSUITE_PRIVATE_KEY_UNREADABLE', cause: undefined });
      expect(String(error)).not.toContain('nonsense');
    },
  );

  test('a sign-in that cannot be reached is tried again later, not given up', async () => {
    const { simulator, open } = await start();
    simulator.disconnect();
    await expect(open().checkReadiness()).rejects.toMatchObject({ kind: 'transient', code: 'HTTP_SERVER_ERROR' });
  });
});
