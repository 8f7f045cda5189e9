import { createManualClock, sendJson, startServer } from '@ledgerferry/testkit';
import { describe, expect, test } from 'vitest';
import { createPace, emptyAnswer, type HttpRequest } from '../src/index.js';
import { makeClient } from './make-client.js';

const read = { method: 'GET', path: '/rows', write: false, answer: emptyAnswer } satisfies HttpRequest<unknown>;
const write = { method: 'POST', path: '/rows', write: true, answer: emptyAnswer } satisfies HttpRequest<unknown>;

/** A far end that says "too many" by a 400 of its own. */
const isThrottled = ({ bytes }: { bytes: Uint8Array }) => new TextDecoder().decode(bytes).includes('TOO_MANY');

describe('a refusal that asks for fewer calls in words of its own', () => {
  test('is waited out by a read', async () => {
    const { url, seen } = await startServer((response, _request, number) =>
      number === 1 ? sendJson(response, 400, { code: 'TOO_MANY' }) : sendJson(response, 200, {}),
    );
    const answer = await makeClient(url, { isThrottled }).client.request(read);
    expect([answer.status, seen.length]).toEqual([200, 2]);
  });

  test('leaves a write for later: nothing was applied', async () => {
    const { url, seen } = await startServer((response) => sendJson(response, 400, { code: 'TOO_MANY' }));
    await expect(makeClient(url, { isThrottled }).client.request(write)).rejects.toMatchObject({
      kind: 'transient',
      code: 'HTTP_RATE_LIMITED',
    });
    expect(seen.length).toBe(1);
  });

  test('is not taken for a refused login', async () => {
    const { url } = await startServer((response) => sendJson(response, 401, { code: 'TOO_MANY' }));
    const { client } = makeClient(url, { isThrottled });
    await expect(client.request(write)).rejects.toMatchObject({ code: 'HTTP_RATE_LIMITED' });
  });

  test('any other 400 is still handed to the caller', async () => {
    const { url } = await startServer((response) => sendJson(response, 400, { code: 'WRONG' }));
    const answer = await makeClient(url, { isThrottled }).client.request(write);
    expect(answer).toMatchObject({ ok: false, body: { code: 'WRONG' } });
  });
});

test.each([429, 400])('a %i that asks for fewer calls lowers an adaptive budget', async (status) => {
  const { url } = await startServer((response) => sendJson(response, status, { code: 'TOO_MANY' }));
  const pace = createPace({ clock: createManualClock(), concurrent: 4, adaptive: true });
  await makeClient(url, { isThrottled, pace })
    .client.request(write)
    .catch(() => undefined);
  expect([pace.tryReserve(), pace.tryReserve() > 0]).toEqual([0, true]);
});
