import { describe, expect, it } from 'vitest';
import { generateExportJob, type PageFault, type PleoSimulator } from '../src/index.js';
import { call, post, readAll, start } from './pleo-api.js';

const job = generateExportJob({ seed: 4, items: 25 });
const path = `/v3/export-jobs/${job.id}/items`;

async function startWithJob(options = {}): Promise<PleoSimulator> {
  const simulator = await start(options);
  simulator.addJob(job);
  return simulator;
}

function idsOf(rows: unknown): string[] {
  return (rows as { accountingEntryId: string }[]).map((row) => row.accountingEntryId);
}

describe('pages', () => {
  it('lead forwards through all items, in a stable order', async () => {
    const simulator = await startWithJob();
    const pages = await readAll(simulator, path, 10);

    expect(pages.map((page) => page.length)).toEqual([10, 10, 5]);
    expect(idsOf(pages.flat())).toEqual(job.accountingEntryIds);
  });

  it('lead backwards and by offset', async () => {
    const simulator = await startWithJob();
    const third = await call(simulator, 'GET', `${path}?offset=20&limit=10`);
    const second = await call(simulator, 'GET', `${path}?before=${third.body?.pagination?.startCursor}&limit=10`);

    expect(idsOf(third.body?.data)).toEqual(job.accountingEntryIds.slice(20));
    expect(idsOf(second.body?.data)).toEqual(job.accountingEntryIds.slice(10, 20));
    expect(second.body?.pagination).toMatchObject({
      hasPreviousPage: true,
      hasNextPage: true,
      total: 25,
      currentRequestPagination: { limit: 10, parameters: { limit: ['10'] } },
    });
  });

  it('are never larger than the server likes', async () => {
    const simulator = await startWithJob({ largestPage: 7 });

    expect((await call(simulator, 'GET', `${path}?limit=100`)).body?.data).toHaveLength(7);
    expect((await call(simulator, 'GET', path)).body?.data).toHaveLength(7);
  });

  it('of a filter skip nothing although rows leave it meanwhile', async () => {
    const simulator = await startWithJob();
    await post(simulator, job.id, 'started');
    const firstPage = await call(simulator, 'GET', `${path}?status=pending&limit=10`);
    const done = idsOf(firstPage.body?.data).map((accountingEntryId) => ({ accountingEntryId, status: 'in_progress' }));
    await call(simulator, 'PUT', path, done);
    const after = firstPage.body?.pagination?.endCursor;
    const next = await call(simulator, 'GET', `${path}?status=pending&limit=10&after=${after}`);

    expect(idsOf(next.body?.data)).toEqual(job.accountingEntryIds.slice(10, 20));
  });

  it('refuse a cursor of another listing', async () => {
    const simulator = await startWithJob();
    const { body } = await call(simulator, 'GET', `${path}?limit=10`);
    const cursor = body?.pagination?.endCursor;

    expect(cursor).toMatch(/^[A-Z2-7=~]+$/);
    expect((await call(simulator, 'GET', `/v3/export-items?job_id=${job.id}&after=${cursor}`)).status).toBe(400);
    expect((await call(simulator, 'GET', `${path}?status=failed&after=${cursor}`)).status).toBe(400);
  });

  it('list the newest job first', async () => {
    const simulator = await startWithJob();
    const newer = generateExportJob({ seed: 5, items: 3, createdAt: '2026-03-17T07:30:00Z' });
    simulator.addJob(newer);

    const pages = await readAll(simulator, '/v3/export-jobs', 1);
    expect(pages.flat()).toMatchObject([{ id: newer.id }, { id: job.id }]);
  });
});

describe('spoiled pages', () => {
  async function readSpoiled(page: PageFault, occurrence: number): Promise<unknown[][]> {
    const simulator = await startWithJob();
    simulator.faults.add({ at: { endpoint: 'get-export-job-items', occurrence }, fault: { kind: 'page', page } });
    return readAll(simulator, path, 10);
  }

  it.each([
    ['repeated', 2, [10, 10, 10, 5]],
    ['repeated', 1, [10, 10, 10, 5]],
    ['empty', 2, [10, 0, 10, 5]],
    ['short', 2, [10, 5, 10]],
    ['reordered', 2, [10, 10, 5]],
    ['row-twice', 3, [10, 10, 6]],
    ['total-changed', 2, [10, 10, 5]],
  ] as const)('lose nothing when one is %s (page %i)', async (fault, occurrence, sizes) => {
    const pages = await readSpoiled(fault, occurrence);

    expect(pages.map((page) => page.length)).toEqual(sizes);
    expect(new Set(idsOf(pages.flat()))).toEqual(new Set(job.accountingEntryIds));
  });

  it('lose one row when it is missing', async () => {
    expect(idsOf((await readSpoiled('row-missing', 2)).flat())).toHaveLength(24);
  });

  it('show the cursor that was sent when it stands still', async () => {
    const simulator = await startWithJob();
    const fault = { kind: 'page', page: 'standing-cursor' } as const;
    simulator.faults.add({ at: { endpoint: 'get-export-job-items', times: 1, occurrence: 2 }, fault });
    const after = (await call(simulator, 'GET', `${path}?limit=10`)).body?.pagination?.endCursor;
    const { body } = await call(simulator, 'GET', `${path}?limit=10&after=${after}`);

    expect(body?.pagination).toMatchObject({ hasNextPage: true, endCursor: after });
  });

  it('tell another total when it changed', async () => {
    const simulator = await startWithJob();
    simulator.faults.add({ at: { request: 1 }, fault: { kind: 'page', page: 'total-changed' } });

    expect((await call(simulator, 'GET', path)).body?.pagination?.total).toBe(26);
    expect((await call(simulator, 'GET', path)).body?.pagination?.total).toBe(25);
  });
});
