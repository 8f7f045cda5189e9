import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { describe, expect, onTestFinished, test } from 'vitest';
import { emptyAnswer, type HttpRequest } from '../src/index.js';
import { makeClient } from './make-client.js';
import { startServer } from './start-server.js';
import { createInstantClock } from './virtual-clock.js';

const write = { method: 'POST', path: '/', write: true, answer: emptyAnswer } satisfies HttpRequest<unknown>;

/** A minute passes between the making of each request and its first byte, as where the process is stopped there. */
function stopBeforeFirstByte(clock: { sleep(durationMs: number): Promise<void> }) {
  const stop = () => void clock.sleep(60_000);
  subscribe('http.client.request.created', stop);
  const goOn = () => void unsubscribe('http.client.request.created', stop);
  onTestFinished(goOn);
  return { goOn };
}

describe('a write that was kept from its first byte', () => {
  test('is not sent over a new connection, and can be written down anew', async () => {
    const { url, seen } = await startServer((response) => response.writeHead(204).end());
    const { clock } = createInstantClock();
    const { client } = makeClient(url, { clock });
    const { goOn } = stopBeforeFirstByte(clock);
    await expect(client.request(write)).rejects.toMatchObject({ kind: 'transient', code: 'CALL_NOT_BEGUN' });
    expect(seen).toEqual([]);
    goOn();
    expect(await client.request(write)).toMatchObject({ status: 204 });
  });

  test('is not sent over a connection that was open before', async () => {
    const { url, seen } = await startServer((response) => response.writeHead(204).end());
    const { clock } = createInstantClock();
    const { client } = makeClient(url, { clock });
    await client.request(write);
    stopBeforeFirstByte(clock);
    await expect(client.request(write)).rejects.toMatchObject({ code: 'CALL_NOT_BEGUN' });
    expect(seen.length).toBe(1);
  });

  test('is sent all the same where it may wait', async () => {
    const { url, seen } = await startServer((response) => response.writeHead(204).end());
    const { clock } = createInstantClock();
    stopBeforeFirstByte(clock);
    await makeClient(url, { clock }).client.request({ ...write, mayWait: true });
    expect(seen.length).toBe(1);
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
