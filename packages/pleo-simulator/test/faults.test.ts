import { describe, expect, it } from 'vitest';
import { type Fault, generateExportJob, type PleoSimulator } from '../src/index.js';
import { BASIC, call, post, start } from './pleo-api.js';

const job = generateExportJob({ seed: 6, items: 5 });
const jobPath = `/v3/export-jobs/${job.id}`;

async function startWith(fault: Fault, options = {}): Promise<PleoSimulator> {
  const simulator = await start(options);
  simulator.addJob(job);
  simulator.faults.add({ at: { request: 1 }, fault });
  return simulator;
}

describe('a lost connection', () => {
  it('before the effect leaves the job pending', async () => {
    const simulator = await startWith({ kind: 'request-lost' });

    await expect(post(simulator, job.id, 'started')).rejects.toThrow('fetch failed');
    expect(simulator.books.job(job.id)).toMatchObject({ status: 'pending', events: [] });
    expect(simulator.requests[0]).toMatchObject({ status: null, faults: ['request-lost'] });
  });

  it('after the effect leaves the job started', async () => {
    const simulator = await startWith({ kind: 'answer-lost' });

    await expect(post(simulator, job.id, 'started')).rejects.toThrow('fetch failed');
    expect(simulator.books.job(job.id).status).toBe('in_progress');
  });

  it('in mid-body shows the status and half of the text', async () => {
    const simulator = await startWith({ kind: 'answer-torn' });
    const response = await fetch(`${simulator.url}${jobPath}`, { headers: { authorization: BASIC } });

    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow('terminated');
  });
});

describe('refusals of the moment', () => {
  it('come as 429 with Retry-After or without', async () => {
    const simulator = await startWith({ kind: 'rate-limited', retryAfterSeconds: 7 });
    simulator.faults.add({ at: { request: 2 }, fault: { kind: 'rate-limited' } });

    expect((await call(simulator, 'GET', jobPath)).headers.get('retry-after')).toBe('7');
    const second = await call(simulator, 'GET', jobPath);
    expect([second.status, second.headers.get('retry-after')]).toEqual([429, null]);
    expect((await call(simulator, 'GET', jobPath)).status).toBe(200);
  });

  it.each([
    [500, 'before', 'pending', 'application/json;charset=UTF-8'],
    [502, 'after', 'in_progress', 'text/html'],
    [503, 'before', 'pending', 'text/plain'],
  ] as const)('come as %i %s the effect', async (status, effect, jobStatus, type) => {
    const simulator = await startWith({ kind: 'server-error', status, effect });
    const response = await fetch(`${simulator.url}/v3/export-job-events`, {
      method: 'POST',
      headers: { authorization: BASIC, 'content-type': 'application/json;charset=UTF-8' },
      body: JSON.stringify({ jobId: job.id, event: 'started' }),
    });

    expect([response.status, response.headers.get('content-type')]).toEqual([status, type]);
    expect(simulator.books.job(job.id).status).toBe(jobStatus);
  });

  it('come as 401 once a token has expired', async () => {
    const simulator = await startWith({ kind: 'token-expired' });

    expect((await call(simulator, 'GET', jobPath)).status).toBe(401);
    expect((await call(simulator, 'GET', jobPath)).status).toBe(200);
  });
});

describe('the end of a job', () => {
  it.each([
    ['job-expired', 'job_expired'],
    ['job-cancelled', 'canceled_by_user'],
  ] as const)('by %s comes just before the request', async (kind, failureReasonType) => {
    const simulator = await startWith({ kind });

    expect((await post(simulator, job.id, 'started')).status).toBe(422);
    expect(simulator.books.job(job.id)).toMatchObject({ status: 'failed', failureReasonType });
  });
});

describe('a schedule', () => {
  it('hits the k-th request of an endpoint, as often as asked, and tells what is pending', async () => {
    const simulator = await start();
    simulator.addJob(job);
    const fault = { kind: 'server-error', status: 503, effect: 'before' } as const;
    simulator.faults.add({ at: { endpoint: 'introspect', occurrence: 2, times: 2 }, fault });

    const statuses: number[] = [];
    for (const path of ['/v1/introspect', jobPath, '/v1/introspect', '/v1/introspect', '/v1/introspect']) {
      statuses.push((await fetch(`${simulator.url}${path}`, { headers: { authorization: BASIC } })).status);
    }

    expect(statuses).toEqual([200, 200, 503, 503, 200]);
    expect(simulator.faults.pending).toEqual([]);
  });

  it('takes any condition, and forgets what is cleared', async () => {
    const simulator = await startWith({ kind: 'rate-limited' });
    simulator.faults.clear();
    simulator.faults.add({ at: { when: ({ path }) => path.endsWith('/items') }, fault: { kind: 'rate-limited' } });

    expect((await call(simulator, 'GET', jobPath)).status).toBe(200);
    expect((await call(simulator, 'GET', `${jobPath}/items`)).status).toBe(429);
  });

  it('refuses a fault without a place', async () => {
    const simulator = await start();

    expect(() => simulator.faults.add({ at: {}, fault: { kind: 'request-lost' } })).toThrow('needs a place');
  });

  it('slows an answer, and a close does not wait for it', async () => {
    const simulator = await startWith({ kind: 'slow-answer', delayMs: 60_000 });
    const answer = post(simulator, job.id, 'started').catch((error: Error) => error.message);
    while (simulator.books.job(job.id).status === 'pending') await new Promise((resolve) => setTimeout(resolve, 1));

    await simulator.close();
    expect(await answer).toBe('fetch failed');
    expect(simulator.books.job(job.id).status).toBe('in_progress');
  });
});
