import { request as forward } from 'node:http';
import { createMemoryCredentials, startServer } from '@ledgerferry/testkit';
import { expect, onTestFinished, test } from 'vitest';
import type { XeroSimulatorOptions } from '../../src/simulator/index.js';
import { APP, connectionTo, startXero } from '../xero-fixture.js';

async function start(options: XeroSimulatorOptions = {}) {
  const xero = await startXero(options);
  onTestFinished(() => xero.simulator.close());
  const tokenCalls = () => xero.simulator.requests.filter(({ path }) => path === '/connect/token');
  return { ...xero, tokenCalls };
}

test('two companies of one app renew its tokens once for both', async () => {
  const { open, clock, tokenCalls } = await start();
  const [first, second] = [open(), open()];
  await Promise.all([first.checkReadiness(), second.checkReadiness()]);
  expect(tokenCalls().length).toBe(1);
  clock.leap(31 * 60_000);
  await Promise.all([first.checkReadiness(), second.checkReadiness()]);
  expect(tokenCalls().length).toBe(2);
});

test('a process that begins later goes on with the tokens that are stored', async () => {
  const { open, clock, tokenCalls } = await start();
  await open().checkReadiness();
  await open().checkReadiness();
  expect(tokenCalls().length).toBe(1);
  // the configured refresh token is long since replaced, and its grace is over
  clock.leap(3 * 3_600_000);
  await open().checkReadiness();
  clock.leap(3 * 3_600_000);
  expect(await open().checkReadiness()).toMatchObject({ name: 'Havnegade Kaffe ApS' });
  expect(tokenCalls().map(({ status }) => status)).toEqual([200, 200, 200]);
});

test('a token that Xero ended early is renewed, and the call is made again', async () => {
  const { open, simulator, tokenCalls } = await start();
  const adapter = open();
  await adapter.checkReadiness();
  simulator.expireAccessTokens();
  await adapter.checkReadiness();
  expect(tokenCalls().length).toBe(2);
});

test('tokens whose answer is lost are asked for again with the refresh token before', async () => {
  const { open, simulator, tokenCalls } = await start();
  const tokenUrl = await losingFirstAnswer(simulator.tokenUrl);
  const adapter = open({ auth: { ...APP, tokenUrl } });
  expect(await adapter.checkReadiness()).toMatchObject({ name: 'Havnegade Kaffe ApS' });
  expect(tokenCalls().map(({ status }) => status)).toEqual([200, 200]);
});

test('tokens that were lost with their process are asked for again by the next one', async () => {
  const { open, clock, tokenCalls } = await start();
  const credentials = createMemoryCredentials();
  const failing = { ...credentials, write: () => Promise.reject(new Error('the disk is full')) };
  await expect(open({}, failing).checkReadiness()).rejects.toThrow('the disk is full');
  clock.leap(20 * 60_000);
  expect(await open({}, credentials).checkReadiness()).toMatchObject({ name: 'Havnegade Kaffe ApS' });
  expect(tokenCalls().map(({ status }) => status)).toEqual([200, 200]);
});

test('a custom connection signs in as itself, with its scopes', async () => {
  const app = { clientId: 'custom', clientSecret: 'secret', isCustomConnection: true };
  const { open, simulator } = await start({ apps: [app] });
  const { tokenUrl, authorizeUrl } = connectionTo(simulator).auth;
  const auth = { clientId: 'custom', clientSecret: 'secret', tokenUrl, authorizeUrl };
  expect(await open({ auth, tenantId: undefined }).checkReadiness()).toMatchObject({ name: 'Havnegade Kaffe ApS' });
});

test('an app that was disconnected must be connected again, and no secret is told', async () => {
  const { open, simulator } = await start();
  const adapter = open();
  await adapter.checkReadiness();
  simulator.revokeTokens();
  await expect(adapter.checkReadiness()).rejects.toMatchObject({
    kind: 'connection-lost',
    code: 'HTTP_CONNECT_AGAIN',
    message: expect.stringContaining('ledgerferry connect xero'),
  });
});

/** Forwards to a token endpoint; breaks off before its first answer gets through. */
async function losingFirstAnswer(tokenUrl: string): Promise<string> {
  const { url } = await startServer((outgoing, { method, headers, body }, number) => {
    const onward = forward(tokenUrl, { method, headers }, (answer) => {
      if (number === 1) outgoing.destroy();
      else answer.pipe(outgoing.writeHead(answer.statusCode ?? 0, answer.headers));
    });
    onward.end(body);
  });
  return `${url}/`;
}
