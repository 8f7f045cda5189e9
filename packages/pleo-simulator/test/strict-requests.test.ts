import { describe, expect, it } from 'vitest';
import { generateExportJob } from '../src/index.js';
import { call, post, start } from './pleo-api.js';

const job = generateExportJob({ seed: 1, items: 30 });
const other = '6f0c8d52-1f0e-4c57-8a55-3f2b9a7d1e20';

async function startWithJob(options = {}) {
  const simulator = await start(options);
  simulator.addJob(job);
  return simulator;
}

describe('queries', () => {
  it.each([
    ['/v3/export-jobs?companyId=' + job.companyId, 'companyId'],
    ['/v3/export-items?jobId=' + job.id, 'jobId'],
    ['/v3/export-items', 'job_id'],
    ['/v3/export-jobs?statuses[]=pending', 'statuses[]'],
    ['/v3/export-jobs?statuses=open', 'statuses'],
    ['/v3/export-jobs?statuses=pending,in_progress', 'statuses'],
    ['/v3/export-jobs?company_id=17', 'company_id'],
    ['/v3/export-jobs/17', 'jobId'],
    [`/v3/export-jobs/${job.id}/items?status=pending&status=failed`, 'status'],
    [`/v3/export-items?job_id=${job.id}&limit=-1`, 'limit'],
    [`/v3/export-items?job_id=${job.id}&limit=ten`, 'limit'],
    [`/v3/export-items?job_id=${job.id}&after=abc`, 'after'],
    [`/v3/export-items?job_id=${job.id}&after=MFRGG===`, 'cursor'],
    [`/v3/export-items?job_id=${job.id}&after=MFRGG===&offset=3`, 'after and offset'],
    [`/v3/export-items?job_id=${job.id}&sorting_keys=date`, 'sorting_keys'],
    ['/v1/introspect?verbose=true', 'verbose'],
  ])('refuses GET %s and names %s', async (path, named) => {
    const reply = await call(await startWithJob(), 'GET', path);

    expect(reply).toMatchObject({
      status: 400,
      body: { type: 'BAD_REQUEST', message: expect.stringContaining(named) },
    });
  });

  it('takes repeated statuses and finds jobs of both', async () => {
    const simulator = await startWithJob();
    const { body } = await call(simulator, 'GET', '/v3/export-jobs?statuses=pending&statuses=in_progress');

    expect(body?.data).toMatchObject([{ id: job.id, status: 'pending', numberOfItems: 30 }]);
  });

  it('answers an empty list for a company without jobs', async () => {
    const reply = await call(await startWithJob(), 'GET', `/v3/export-jobs?company_id=${other}`);

    expect(reply).toMatchObject({ status: 200, body: { data: [], pagination: { hasNextPage: false, total: 0 } } });
  });

  it('overlooks unknown names when told not to be strict', async () => {
    const simulator = await startWithJob({ strictRequests: false });

    expect((await call(simulator, 'GET', '/v3/export-jobs?companyId=17')).status).toBe(200);
    expect((await post(simulator, job.id, 'started', { by: 'me' })).status).toBe(202);
  });
});

describe('paths', () => {
  it.each([
    ['GET', '/v3/export-job-items'],
    ['POST', '/v3/export-job-items:search'],
    ['GET', '/v2/export-jobs'],
    ['DELETE', `/v3/export-jobs/${job.id}`],
    ['GET', '/v3/export-jobs/'],
  ])('answers 404 to %s %s', async (method, path) => {
    expect(await call(await startWithJob(), method, path)).toMatchObject({ status: 404, body: { type: 'NOT_FOUND' } });
  });

  it.each([
    ['GET', `/v3/export-jobs/${other}`],
    ['GET', `/v3/export-jobs/${other}/items`],
    ['GET', `/v3/export-items?job_id=${other}`],
  ])('does not find an unknown job with %s %s', async (method, path) => {
    const reply = await call(await startWithJob(), method, path);

    expect(reply).toMatchObject({ status: 404, body: { type: 'EXPORT_NOT_FOUND' } });
  });
});

describe('event bodies', () => {
  it.each([
    ['the id under another name', { exportJobId: job.id, event: 'started' }],
    ['an unknown event', { jobId: job.id, event: 'finished' }],
    ['an unknown field', { jobId: job.id, event: 'started', at: '2026-01-01' }],
    ['null', { jobId: job.id, event: 'started', failureReason: null }],
    ['a reason type of an item', { jobId: job.id, event: 'failed', failureReasonType: 'receipt_upload_failure' }],
    ['a reason type without failure', { jobId: job.id, event: 'completed', failureReasonType: 'validation_failure' }],
    ['a reason without failure', { jobId: job.id, event: 'completed', failureReason: 'none' }],
  ])('refuses %s', async (_, body) => {
    const simulator = await startWithJob();

    expect(await call(simulator, 'POST', '/v3/export-job-events', body)).toMatchObject({ status: 400 });
    expect(simulator.books.job(job.id).events).toEqual([]);
  });

  it('refuses what is not JSON, and JSON under another name', async () => {
    const simulator = await startWithJob();
    const text = await call(simulator, 'POST', '/v3/export-job-events', {}, { 'content-type': 'text/plain' });
    const torn = await fetch(`${simulator.url}/v3/export-job-events`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa('pleo-simulator-key:')}`, 'content-type': 'application/json' },
      body: '{"jobId":',
    });

    expect(text.status).toBe(415);
    expect(torn.status).toBe(400);
  });
});

describe('item update bodies', () => {
  const accountingEntryId = job.accountingEntryIds[0];

  it.each([
    ['null for a field', { accountingEntryId, status: 'successful', externalUrl: null }],
    ['an unknown status', { accountingEntryId, status: 'exported' }],
    ['an unknown field', { accountingEntryId, status: 'successful', link: 'x' }],
    ['a date without a zone', { accountingEntryId, status: 'successful', exportedAt: '2026-01-01T10:00:00' }],
    ['a reason type of a job', { accountingEntryId, status: 'failed', failureReasonType: 'job_expired' }],
    ['a reason type without failure', { accountingEntryId, status: 'successful', failureReasonType: 'tag_unknown' }],
    ['an entry id that is no UUID', { accountingEntryId: '17', status: 'successful' }],
  ])('refuses the whole batch for %s', async (_, item) => {
    const simulator = await startWithJob();
    await post(simulator, job.id, 'started');
    const good = { accountingEntryId: job.accountingEntryIds[1], status: 'successful', externalId: 'A1' };

    expect(await call(simulator, 'PUT', `/v3/export-jobs/${job.id}/items`, [good, item])).toMatchObject({
      status: 400,
    });
    expect(simulator.books.job(job.id).items.every((book) => book.updates === 0)).toBe(true);
  });

  it('refuses a body that is no list', async () => {
    const body = { items: [{ accountingEntryId, status: 'successful' }] };

    expect((await call(await startWithJob(), 'PUT', `/v3/export-jobs/${job.id}/items`, body)).status).toBe(400);
  });

  it('answers 413 to more than 100 items', async () => {
    const items = Array.from({ length: 101 }, () => ({ accountingEntryId, status: 'successful' }));
    const reply = await call(await startWithJob(), 'PUT', `/v3/export-jobs/${job.id}/items`, items);

    expect(reply).toMatchObject({ status: 413, body: { type: 'EXPORT_JOB_ITEMS_UPDATE_LIMIT' } });
  });
});
