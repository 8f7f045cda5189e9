import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { generateExportJob } from '../src/index.js';
import { call, post, type Reply, start } from './pleo-api.js';
import {
  dataOf,
  exceptionInfo,
  exportItem,
  exportJob,
  exportJobItem,
  introspection,
  itemUpdate,
  pageOf,
} from './specification.js';

const job = generateExportJob({ seed: 8, items: 60 });

function expectToFit(reply: Reply, status: number, schema: z.ZodType): void {
  const result = schema.safeParse(reply.body);
  expect(result.error && z.prettifyError(result.error)).toBeUndefined();
  expect([reply.status, reply.headers.get('content-type')]).toEqual([status, 'application/json;charset=UTF-8']);
}

describe('every answer has the fields of the specification and no others', () => {
  it('on the way of a job from start to end', async () => {
    const simulator = await start();
    simulator.addJob(job);
    simulator.addJob(generateExportJob({ seed: 9, items: 2 }));
    const [first, second] = job.accountingEntryIds;

    expectToFit(await call(simulator, 'GET', '/v1/introspect'), 200, introspection);
    expectToFit(await call(simulator, 'GET', '/v3/export-jobs?limit=1&offset=1'), 200, pageOf(exportJob));
    expect(await post(simulator, job.id, 'started')).toMatchObject({ status: 202, body: undefined });
    expectToFit(await call(simulator, 'GET', `/v3/export-items?job_id=${job.id}`), 200, pageOf(exportItem));
    const updates = [
      { accountingEntryId: first, status: 'successful', externalId: 'A1', exportedAt: '2026-03-16T10:00:00+01:00' },
      { accountingEntryId: second, status: 'failed', failureReason: 'No such tag', failureReasonType: 'tag_unknown' },
      { accountingEntryId: '6f0c8d52-1f0e-4c57-8a55-3f2b9a7d1e20', status: 'successful' },
    ];
    expectToFit(await call(simulator, 'PUT', `/v3/export-jobs/${job.id}/items`, updates), 200, itemUpdate);
    expectToFit(await call(simulator, 'GET', `/v3/export-jobs/${job.id}/items`), 200, pageOf(exportJobItem));
    await post(simulator, job.id, 'completed_with_errors');
    expectToFit(await call(simulator, 'GET', `/v3/export-jobs/${job.id}`), 200, dataOf(exportJob));
    const created = { companyId: job.companyId, accountingEntryIds: [first] };
    expectToFit(await call(simulator, 'POST', '/v3/export-jobs', created), 201, dataOf(exportJob));
    expectToFit(await post(simulator, job.id, 'completed'), 422, exceptionInfo);
  });

  it('for every generated item of many jobs', async () => {
    const simulator = await start({ rateLimitPerMinute: 10_000 });
    let fitting = 0;
    for (let seed = 100; seed < 120; seed += 1) {
      const generated = generateExportJob({ seed, items: 100 });
      simulator.addJob(generated);
      const { body } = await call(simulator, 'GET', `/v3/export-items?job_id=${generated.id}`);
      fitting += z.array(exportItem).parse(body?.data).length;
    }
    expect(fitting).toBe(2000);
  });

  it('with empty fields null on some rows and absent on others', async () => {
    const simulator = await start();
    simulator.addJob(job);
    const { body } = await call(simulator, 'GET', `/v3/export-jobs/${job.id}/items`);
    const rows = body?.data as object[];

    expect(rows.filter((row) => 'externalId' in row)).toHaveLength(30);
  });
});
