import { setImmediate as nextTurn } from 'node:timers/promises';
import { createManualClock, type ManualClock } from '@ledgerferry/testkit';
import { describe, expect, it } from 'vitest';
import { journalBody } from './journal-body.js';
import { listOf, openNetsuite, problemOf, send, TOKEN } from './netsuite-calls.js';

const JOURNALS = '/record/v1/journalEntry';

describe('faults', () => {
  it('take everything away while NetSuite is out of reach', async () => {
    const netsuite = await openNetsuite();
    netsuite.simulator.disconnect();

    expect((await netsuite.call('POST', JOURNALS, { body: journalBody(netsuite) })).status).toBe(503);
    expect((await netsuite.call('GET', '/record/v1/department')).status).toBe(503);
    netsuite.simulator.reconnect();

    expect(netsuite.simulator.books.transactions).toEqual([]);
    expect((await netsuite.call('GET', '/record/v1/department')).status).toBe(200);
  });

  it('lose the answer to a write that takes effect, and to no read', async () => {
    const netsuite = await openNetsuite();
    netsuite.simulator.loseNextAnswer();

    expect((await netsuite.call('GET', '/record/v1/department')).status).toBe(200);
    await expect(netsuite.call('POST', JOURNALS, { body: journalBody(netsuite) })).rejects.toThrow('fetch failed');

    expect(netsuite.simulator.books.transactions).toHaveLength(1);
    expect(netsuite.simulator.requests.at(-1)).toMatchObject({ method: 'POST', status: null });
  });

  it('throttle a write without effect, as often as planned', async () => {
    const netsuite = await openNetsuite();
    netsuite.simulator.throttleNextWrite();
    netsuite.simulator.throttleNextWrite();
    const post = async () => (await netsuite.call('POST', JOURNALS, { body: journalBody(netsuite) })).status;

    expect([await post(), await post(), await post()]).toEqual([429, 429, 204]);
  });

  it.each([
    ['before', 0],
    ['after', 1],
  ] as const)('fail a write %s its effect', async (when, held) => {
    const netsuite = await openNetsuite();
    netsuite.simulator.failNextWrite(500, when);

    const reply = await netsuite.call('POST', JOURNALS, { body: journalBody(netsuite) });

    expect([reply.status, problemOf(reply).code]).toEqual([500, 'UNEXPECTED_ERROR']);
    expect(problemOf(reply).detail).toMatch(/Error ID: \w+/);
    expect(netsuite.simulator.books.transactions).toHaveLength(held);
  });

  it('let a gateway fail with what is no JSON, and a role lack a permission', async () => {
    const netsuite = await openNetsuite();
    netsuite.simulator.failNextWrite(502, 'before');
    netsuite.simulator.failNextWrite(403, 'before');
    const post = () => netsuite.call('POST', JOURNALS, { body: journalBody(netsuite) });

    const gateway = await post();
    expect([gateway.status, gateway.headers.get('content-type')]).toEqual([502, 'text/html']);
    expect(problemOf(await post()).code).toBe('INSUFFICIENT_PERMISSION');
  });

  it('let a write take effect after its connection broke', async () => {
    const clock = createManualClock();
    const netsuite = await openNetsuite({ clock });
    netsuite.simulator.lingerNextWrite(5_000);

    await expect(netsuite.call('POST', JOURNALS, { body: journalBody(netsuite) })).rejects.toThrow('fetch failed');
    await clock.advance(4_999);
    expect(netsuite.simulator.books.transactions).toEqual([]);
    await clock.advance(1);
    expect(netsuite.simulator.books.transactions).toHaveLength(1);
  });

  it('refuse the late effect of a write that was repeated in time', async () => {
    const clock = createManualClock();
    const netsuite = await openNetsuite({ clock });
    netsuite.simulator.lingerNextWrite(5_000);

    await expect(netsuite.call('POST', JOURNALS, { body: journalBody(netsuite) })).rejects.toThrow('fetch failed');
    await netsuite.create(JOURNALS, journalBody(netsuite));
    await clock.advance(5_000);

    expect(netsuite.simulator.books.transactions).toHaveLength(1);
  });
});

describe('the request log', () => {
  it('keeps what was asked and answered, and no token', async () => {
    const netsuite = await openNetsuite();
    await netsuite.create(JOURNALS, journalBody(netsuite));
    await netsuite.query('SELECT id FROM currency', '?limit=1');

    expect(netsuite.simulator.requests).toMatchObject([
      {
        method: 'POST',
        path: '/services/rest/record/v1/journalEntry',
        query: '',
        propertyNameValidation: 'Error',
        status: 204,
      },
      { method: 'POST', path: '/services/rest/query/v1/suiteql', query: 'limit=1', status: 200 },
    ]);
    expect(netsuite.simulator.requests[0]?.body).toContain('pleo-je-1');
    expect(JSON.stringify(netsuite.simulator.requests)).not.toContain('simulated-access-token');
  });
});

describe('requests that nobody can mean', () => {
  it.each([
    ['POST', JOURNALS, 'no JSON', {}, 400],
    ['POST', JOURNALS, '[]', {}, 400],
    ['POST', JOURNALS, '{}', { 'content-type': 'text/plain' }, 415],
    ['POST', JOURNALS, '{}', { Prefer: 'respond-async' }, 400],
    ['POST', '/record/v1/journalEntries', '{}', {}, 404],
    ['PUT', `${JOURNALS}/10001`, '{}', {}, 400],
    ['PUT', JOURNALS, '{}', {}, 405],
    ['POST', `${JOURNALS}/10001/!transform/vendorPayment`, '{}', {}, 404],
    ['PATCH', `${JOURNALS}/10001`, '{}', {}, 404],
  ])('%s %s %s', async (method, path, body, headers, status) => {
    const { call } = await openNetsuite();

    const reply = await call(method, path, { body, headers: { 'content-type': 'application/json', ...headers } });

    expect(reply.status).toBe(status);
  });

  it('asks a journal by the id of a bill', async () => {
    const netsuite = await openNetsuite();
    const id = await netsuite.create(JOURNALS, journalBody(netsuite));

    const reply = await netsuite.call('GET', `/record/v1/vendorBill/${id}`);

    expect([reply.status, problemOf(reply).code]).toEqual([400, 'USER_ERROR']);
  });
});

const DEPARTMENTS = '/record/v1/department';

/** Waits until so many requests are in hand: no time passes on the simulator's clock meanwhile. */
async function untilAsleep(clock: ManualClock, sleepers: number): Promise<void> {
  while (clock.sleepers() < sleepers) await nextTurn();
}

describe('concurrency', () => {
  it('is refused beyond five at once, without a word about when to come back', async () => {
    const clock = createManualClock();
    const { simulator, call } = await openNetsuite({ clock, latencyMs: 800 });

    const served = Array.from({ length: 5 }, () => call('GET', DEPARTMENTS));
    await untilAsleep(clock, 5);
    const refused = await call('GET', DEPARTMENTS);
    await clock.advance(800);

    expect(refused.status).toBe(429);
    expect(refused.headers.has('retry-after')).toBe(false);
    expect(listOf(refused.json['o:errorDetails']).map((detail) => detail['o:errorCode'])).toEqual([
      'USER_ERROR',
      'CONCURRENCY_LIMIT_EXCEEDED',
    ]);
    expect((await Promise.all(served)).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect([simulator.mostRequestsAtOnce, simulator.refusals]).toEqual([6, 1]);
  });

  it('is refused with 400 where the account answers so, and by RESTlets in their own way', async () => {
    const { simulator, call } = await openNetsuite({ governance: { concurrent: 1, refusalStatus: 400 } });
    simulator.occupy(1);

    expect((await call('GET', DEPARTMENTS)).status).toBe(400);
    const restlet = await send(simulator.restletUrl, 'GET', { headers: { authorization: `Bearer ${TOKEN}` } });

    expect([restlet.status, restlet.json['error']?.['code']]).toEqual([400, 'SSS_REQUEST_LIMIT_EXCEEDED']);
    expect(restlet.headers.has('retry-after')).toBe(false);
  });

  it('is shared with others', async () => {
    const { simulator, call } = await openNetsuite();

    simulator.occupy(5);
    expect((await call('GET', DEPARTMENTS)).status).toBe(429);
    simulator.occupy(4);
    expect((await call('GET', DEPARTMENTS)).status).toBe(200);
  });

  it('is refused without effect', async () => {
    const netsuite = await openNetsuite();
    netsuite.simulator.occupy(5);

    await netsuite.call('POST', '/record/v1/journalEntry', { body: journalBody(netsuite) });

    expect(netsuite.simulator.books.transactions).toEqual([]);
  });

  it('lets only administrators read its limits', async () => {
    const { call } = await openNetsuite();

    expect((await call('GET', '/system/v1/governanceLimits')).status).toBe(403);
  });
});
