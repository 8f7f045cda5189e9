import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { createServer, type Socket } from 'node:net';
import { createManualClock, startServer, type ManualClock } from '@ledgerferry/testkit';
import { describe, expect, onTestFinished, test } from 'vitest';
import { emptyAnswer, type HttpRequest } from '../src/index.js';
import { makeClient } from './make-client.js';

const write = { method: 'POST', path: '/', write: true, answer: emptyAnswer } satisfies HttpRequest<unknown>;

/** A minute passes between the making of each request and its first byte, as where the process is stopped there. */
function stopBeforeFirstByte(clock: ManualClock) {
  const stop = () => clock.leap(60_000);
  subscribe('http.client.request.created', stop);
  const goOn = () => void unsubscribe('http.client.request.created', stop);
  onTestFinished(goOn);
  return { goOn };
}

describe('a write that was kept from its first byte', () => {
  test('is not sent over a new connection, and can be written down anew', async () => {
    const { url, seen } = await startServer((response) => response.writeHead(204).end());
    const clock = createManualClock({ jumps: true });
    const { client } = makeClient(url, { clock });
    const { goOn } = stopBeforeFirstByte(clock);
    await expect(client.request(write)).rejects.toMatchObject({ kind: 'transient', code: 'CALL_NOT_BEGUN' });
    expect(seen).toEqual([]);
    goOn();
    expect(await client.request(write)).toMatchObject({ status: 204 });
  });

  test('is not sent over a connection that was open before', async () => {
    const { url, seen } = await startServer((response) => response.writeHead(204).end());
    const clock = createManualClock({ jumps: true });
    const { client } = makeClient(url, { clock });
    await client.request(write);
    stopBeforeFirstByte(clock);
    await expect(client.request(write)).rejects.toMatchObject({ code: 'CALL_NOT_BEGUN' });
    expect(seen.length).toBe(1);
  });

  test('is sent all the same where it may wait', async () => {
    const { url, seen } = await startServer((response) => response.writeHead(204).end());
    const clock = createManualClock({ jumps: true });
    stopBeforeFirstByte(clock);
    await makeClient(url, { clock }).client.request({ ...write, mayWait: true });
    expect(seen.length).toBe(1);
  });
});

describe('a connection that never comes about', () => {
  /** Takes connections and never shakes hands, as where something on the way swallows what is sent. */
  async function startSilentServer(): Promise<string> {
    const open = new Set<Socket>();
    const server = createServer((socket) => void open.add(socket));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    });
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('the server listens on no port');
    return `https://127.0.0.1:${address.port}`;
  }

  test.each([true, false])('is given up, and proves that nothing was sent (a write: %j)', async (isWrite) => {
    const options = { connectingMs: 30, retry: { attempts: 1, firstDelayMs: 1, factor: 1, longestDelayMs: 1 } };
    const { client } = makeClient(await startSilentServer(), options);
    await expect(client.request({ ...write, write: isWrite, mayWait: true })).rejects.toMatchObject({
      kind: 'transient',
      code: 'HTTP_UNREACHABLE',
      message:
        'The ledger cannot be reached (no connection within 0.03 s). Check the network and the configured address.',
    });
  });

  test('is another matter than an answer that takes its time', async () => {
    const { url } = await startServer((response) => void setTimeout(() => response.writeHead(204).end(), 80));
    const { client } = makeClient(url, { connectingMs: 30 });
    expect(await client.request({ ...write, mayWait: true })).toMatchObject({ status: 204 });
  });
});

describe('a call whose right to begin may end', () => {
  test('is not sent once the right is gone, and says so', async () => {
    const { url, seen } = await startServer((response) => response.writeHead(204).end());
    const { client } = makeClient(url);
    const call = client.request({ ...write, mayWait: true, mayBegin: () => false });
    await expect(call).rejects.toMatchObject({ kind: 'transient', code: 'CALL_NOT_BEGUN' });
    expect(seen).toEqual([]);
  });

  test('is not repeated once the right is gone', async () => {
    const { url, seen } = await startServer((response) => response.writeHead(503).end());
    const { client } = makeClient(url);
    const call = client.request({ ...write, write: false, mayBegin: () => seen.length < 2 });
    await expect(call).rejects.toMatchObject({ kind: 'transient', code: 'CALL_NOT_BEGUN' });
    expect(seen.length).toBe(2);
  });
});
