import { createManualClock, sendJson, startServer } from '@ledgerferry/testkit';
import { expect, test } from 'vitest';
import { createPleoClient, pleoConnectionSchema } from '../src/index.js';
import { rowsOf } from './open-source.js';

const jobId = '58a528ab-0979-4ee9-a2e6-1f263b230fe8';
const companyId = '3d7f2c10-54b7-4a0e-9d0c-2f6a1b8e4c11';
const entryId = '6f0c8d52-1f0e-4c57-8a55-3f2b9a7d1e20';
const job = { id: jobId, companyId, status: 'pending', createdAt: '2026-03-16T07:30:00Z', numberOfItems: 1 };

async function startPleo() {
  const { url, seen } = await startServer((response, request) => {
    const pagination = { hasNextPage: false, hasPreviousPage: false, currentRequestPagination: { parameters: {} } };
    if (request.url === '/v1/introspect')
      return sendJson(response, 200, { data: { authMethod: 'API_KEY', clientId: 'c', scope: 's' } });
    if (request.url === '/v3/export-job-events') return response.writeHead(202).end();
    if (request.method === 'PUT') return sendJson(response, 200, { data: [], errors: [] });
    if (request.method === 'POST' || request.url === `/v3/export-jobs/${jobId}`)
      return sendJson(response, 200, { data: job });
    return sendJson(response, 200, { data: [], pagination });
  });
  const clock = createManualClock({ jumps: true });
  const connect = (settings: object) =>
    createPleoClient({ connection: pleoConnectionSchema.parse({ baseUrl: url, ...settings }), clock });
  return { connect, seen };
}

test("says exactly what Pleo's description of the API allows", async () => {
  const { connect, seen } = await startPleo();
  const client = connect({ apiKey: 'key', pageSize: 50, failureReasonLength: 20 });
  await rowsOf(client.listJobs({ companyId, statuses: ['pending', 'in_progress'] }));
  await rowsOf(client.listJobs());
  await client.getJob(jobId);
  await client.createJob({ companyId, accountingEntryIds: [entryId], vendorBasedBookkeeping: true });
  await rowsOf(client.listJobItems(jobId, { status: 'failed' }));
  await rowsOf(client.listExportItems(jobId));
  await client.updateItems(jobId, [{ accountingEntryId: entryId, status: 'in_progress' }]);
  await client.postEvent(jobId, { event: 'started' });
  const failureReason = 'The ledger cannot be reached.';
  await client.postEvent(jobId, { event: 'failed', failureReason, failureReasonType: 'accounting_system_unreachable' });
  await client.introspect();
  expect(seen.map(({ method, url, body }) => [method, url, body === '' ? null : JSON.parse(body)])).toEqual([
    ['GET', `/v3/export-jobs?company_id=${companyId}&statuses=pending&statuses=in_progress&limit=50`, null],
    ['GET', '/v3/export-jobs?limit=50', null],
    ['GET', `/v3/export-jobs/${jobId}`, null],
    [
      'POST',
      '/v3/export-jobs',
      { companyId, accountingEntryIds: [entryId], options: { vendorBasedBookkeeping: true } },
    ],
    ['GET', `/v3/export-jobs/${jobId}/items?status=failed&limit=50`, null],
    ['GET', `/v3/export-items?job_id=${jobId}&limit=50`, null],
    ['PUT', `/v3/export-jobs/${jobId}/items`, [{ accountingEntryId: entryId, status: 'in_progress' }]],
    ['POST', '/v3/export-job-events', { jobId, event: 'started' }],
    [
      'POST',
      '/v3/export-job-events',
      {
        jobId,
        event: 'failed',
        failureReason: 'The ledger cannot b…',
        failureReasonType: 'accounting_system_unreachable',
      },
    ],
    ['GET', '/v1/introspect', null],
  ]);
  for (const { headers, body } of seen) {
    expect(headers.authorization).toBe(`Basic ${Buffer.from('key:').toString('base64')}`);
    expect(headers.accept).toBe('application/json');
    expect(headers['content-type']).toBe(body === '' ? undefined : 'application/json;charset=UTF-8');
  }
});

test('sends an access token as bearer', async () => {
  const { connect, seen } = await startPleo();
  await connect({ accessToken: 'token' }).getJob(jobId);
  expect(seen[0]?.headers.authorization).toBe('Bearer token');
});

test('sends updates in batches', async () => {
  const { connect, seen } = await startPleo();
  const updates = Array.from({ length: 7 }, () => ({ accountingEntryId: entryId, status: 'successful' }));
  await connect({ apiKey: 'key', updateBatchSize: 3 }).updateItems(jobId, updates);
  expect(seen.map(({ body }) => (JSON.parse(body) as unknown[]).length)).toEqual([3, 3, 1]);
});

test('halves a batch that Pleo finds too large', async () => {
  const { url, seen } = await startServer((response, { body }) => {
    const updates = JSON.parse(body) as { accountingEntryId: string }[];
    if (updates.length > 10)
      return sendJson(response, 413, { type: 'EXPORT_JOB_ITEMS_UPDATE_LIMIT', message: 'too many' });
    return sendJson(response, 200, { data: updates, errors: [] });
  });
  const client = createPleoClient({ connection: pleoConnectionSchema.parse({ baseUrl: url, apiKey: 'key' }) });
  const updates = Array.from({ length: 18 }, (_, index) => ({
    accountingEntryId: `entry-${index}`,
    status: 'successful',
  }));
  const answer = await client.updateItems(jobId, updates);
  expect(answer.data.length).toBe(18);
  expect(seen.map(({ body }) => (JSON.parse(body) as unknown[]).length)).toEqual([18, 9, 9]);
});

test('asks nothing for an id that Pleo cannot know', async () => {
  const { connect, seen } = await startPleo();
  await expect(connect({ apiKey: 'key' }).getJob('../admin')).rejects.toMatchObject({ code: 'PLEO_JOB_NOT_FOUND' });
  expect(seen.length).toBe(0);
});
