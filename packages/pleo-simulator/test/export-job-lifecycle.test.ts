import { describe, expect, it } from 'vitest';
import { generateExportJob } from '../src/index.js';
import { call, createClock, post, start } from './pleo-api.js';

const job = generateExportJob({ seed: 2, items: 5 });
const [first = '', second = ''] = job.accountingEntryIds;
const itemsPath = `/v3/export-jobs/${job.id}/items`;

function succeed(accountingEntryIds: readonly string[]): object[] {
  return accountingEntryIds.map((accountingEntryId, index) => ({
    accountingEntryId,
    status: 'successful',
    externalId: `A${index}`,
    externalUrl: `https://ledger.example.com/A${index}`,
  }));
}

async function startWithJob(options = {}) {
  const simulator = await start(options);
  simulator.addJob(job);
  return simulator;
}

describe('an export job', () => {
  it('goes from pending to completed and keeps what it was told', async () => {
    const simulator = await startWithJob();

    const started = await post(simulator, job.id, 'started');
    const updated = await call(simulator, 'PUT', itemsPath, succeed(job.accountingEntryIds));
    const completed = await post(simulator, job.id, 'completed');

    expect([started.status, started.body, updated.status, completed.status]).toEqual([202, undefined, 200, 202]);
    expect(updated.body?.errors).toEqual([]);
    expect(simulator.books.job(job.id)).toMatchObject({
      status: 'completed',
      finalEventBeforeAllItems: false,
      itemUpdatesBeforeStart: 0,
      events: [
        { event: 'started', accepted: true },
        { event: 'completed', accepted: true },
      ],
    });
    expect(simulator.books.job(job.id).items[0]).toEqual({
      accountingEntryId: first,
      status: 'successful',
      externalId: 'A0',
      externalUrl: 'https://ledger.example.com/A0',
      exportedAt: null,
      failureReason: null,
      failureReasonType: null,
      updates: 1,
      refusals: [],
    });
  });

  it.each([
    ['completed before it is started', [], 'completed'],
    ['failed before it is started', [], 'failed'],
    ['started twice', ['started'], 'started'],
    ['completed twice', ['started', 'completed'], 'completed'],
    ['started again after the end', ['started', 'failed'], 'started'],
  ])('cannot be %s', async (_, earlier, event) => {
    const simulator = await startWithJob();
    for (const one of earlier) await post(simulator, job.id, one);

    const reply = await post(simulator, job.id, event);

    expect(reply).toMatchObject({ status: 422, body: { type: 'INVALID_EXPORT_JOB_STATUS_CHANGE' } });
    expect(simulator.books.job(job.id).events.at(-1)).toMatchObject({ event, accepted: false });
  });

  it('takes nothing more once it is finished, but still shows its items', async () => {
    const simulator = await startWithJob();
    await post(simulator, job.id, 'started');
    await post(simulator, job.id, 'failed', { failureReasonType: 'validation_failure', failureReason: 'No journal.' });

    const unprocessable = { status: 422, body: { type: 'EXPORT_JOB_STATUS_UNPROCESSABLE' } };
    expect(await call(simulator, 'PUT', itemsPath, succeed([first]))).toMatchObject(unprocessable);
    expect(await call(simulator, 'GET', `/v3/export-items?job_id=${job.id}`)).toMatchObject(unprocessable);
    expect((await call(simulator, 'GET', itemsPath)).body?.data).toMatchObject([
      { accountingEntryId: first, status: 'abandoned' },
      ...job.accountingEntryIds.slice(1).map(() => ({ status: 'abandoned' })),
    ]);
    expect(simulator.books.job(job.id)).toMatchObject({
      status: 'failed',
      failureReasonType: 'validation_failure',
      failureReason: 'No journal.',
    });
  });

  it('accepts a final event too early and writes it down for the judge', async () => {
    const simulator = await startWithJob();
    await post(simulator, job.id, 'started');
    await call(simulator, 'PUT', itemsPath, succeed([first]));

    expect((await post(simulator, job.id, 'completed_with_errors')).status).toBe(202);
    expect(simulator.books.job(job.id).finalEventBeforeAllItems).toBe(true);
  });

  it('writes down item updates before the start', async () => {
    const simulator = await startWithJob();
    await call(simulator, 'PUT', itemsPath, succeed([first, second]));

    expect(simulator.books.job(job.id).itemUpdatesBeforeStart).toBe(2);
  });

  it('shows an accepted event only later, yet judges the next one by it', async () => {
    const clock = createClock();
    const simulator = await startWithJob({ now: clock.now, applyEventsAfterMs: 5000 });
    await post(simulator, job.id, 'started');

    expect((await call(simulator, 'GET', `/v3/export-jobs/${job.id}`)).body?.data).toMatchObject({ status: 'pending' });
    expect((await post(simulator, job.id, 'started')).status).toBe(422);
    clock.pass(5);
    expect((await call(simulator, 'GET', `/v3/export-jobs/${job.id}`)).body?.data).toMatchObject({
      status: 'in_progress',
      startedAt: '2026-03-16T08:00:05.000Z',
    });
  });
});

describe('expiry and cancellation', () => {
  it('expires an hour after the last action, and an update counts as one', async () => {
    const clock = createClock();
    const simulator = await startWithJob({ now: clock.now });
    await post(simulator, job.id, 'started');
    clock.pass(3599);
    await call(simulator, 'PUT', itemsPath, succeed([first]));
    clock.pass(3599);
    expect(simulator.books.job(job.id).status).toBe('in_progress');
    clock.pass(1);

    const { body } = await call(simulator, 'GET', `/v3/export-jobs/${job.id}`);

    expect(body?.data).toMatchObject({
      status: 'failed',
      failureReasonType: 'job_expired',
      expiredAt: '2026-03-16T09:59:59.000Z',
    });
    expect(simulator.books.job(job.id).items.map((item) => item.status)).toEqual([
      'successful',
      'abandoned',
      'abandoned',
      'abandoned',
      'abandoned',
    ]);
    expect((await call(simulator, 'PUT', itemsPath, succeed([second]))).status).toBe(422);
  });

  it('counts the hour of a pending job from the moment it was added', async () => {
    const clock = createClock('2030-01-01T00:00:00Z');
    const simulator = await startWithJob({ now: clock.now, expiresInSeconds: 60 });
    clock.pass(59);
    expect(simulator.books.job(job.id).status).toBe('pending');
    clock.pass(1);
    expect((await post(simulator, job.id, 'started')).status).toBe(422);
  });

  it('lets a user cancel', async () => {
    const simulator = await startWithJob();
    await post(simulator, job.id, 'started');
    simulator.books.cancelJob(job.id);

    expect((await post(simulator, job.id, 'completed')).status).toBe(422);
    expect(simulator.books.job(job.id)).toMatchObject({ status: 'failed', failureReasonType: 'canceled_by_user' });
  });
});

describe('item updates', () => {
  it('stores the good ones and refuses the others one by one', async () => {
    const simulator = await startWithJob();
    await post(simulator, job.id, 'started');
    await call(simulator, 'PUT', itemsPath, succeed([first]));
    const stranger = '6f0c8d52-1f0e-4c57-8a55-3f2b9a7d1e20';
    simulator.faults.add({
      at: { endpoint: 'update-export-job-items', occurrence: 2 },
      fault: { kind: 'items-refused', accountingEntryIds: [second], type: 'ACCOUNTING_ENTRY_UPDATE_FAILED' },
    });

    const { status, body } = await call(simulator, 'PUT', itemsPath, [
      { accountingEntryId: first, status: 'failed', failureReasonType: 'tag_unknown' },
      ...succeed([second, stranger, job.accountingEntryIds[2] ?? '']),
    ]);

    expect(status).toBe(200);
    expect(body?.data).toMatchObject([{ accountingEntryId: job.accountingEntryIds[2], status: 'successful' }]);
    expect(body?.errors).toMatchObject([
      { accountingEntryId: first, type: 'EXPORT_ENTRY_STATUS_UPDATE_FAILED' },
      { accountingEntryId: second, type: 'ACCOUNTING_ENTRY_UPDATE_FAILED' },
      { accountingEntryId: stranger, type: 'ACCOUNTING_ENTRY_DOES_NOT_EXIST' },
    ]);
    const items = simulator.books.job(job.id).items;
    expect(items[0]).toMatchObject({
      status: 'successful',
      updates: 1,
      refusals: ['EXPORT_ENTRY_STATUS_UPDATE_FAILED'],
    });
    expect(items[1]).toMatchObject({ status: 'pending', updates: 0 });
  });

  it('may be repeated', async () => {
    const simulator = await startWithJob();
    await post(simulator, job.id, 'started');
    await call(simulator, 'PUT', itemsPath, succeed([first]));
    const { body } = await call(simulator, 'PUT', itemsPath, succeed([first]));

    expect(body?.errors).toEqual([]);
    expect(simulator.books.job(job.id).items[0]?.updates).toBe(2);
  });
});

describe('creating a job', () => {
  const request = { companyId: job.companyId, accountingEntryIds: [first, second] };

  it('waits until the company has no unfinished one', async () => {
    const simulator = await startWithJob();

    expect(await call(simulator, 'POST', '/v3/export-jobs', request)).toMatchObject({
      status: 409,
      body: { type: 'EXPORT_ALREADY_IN_PROGRESS' },
    });
  });

  it('exports the same entries again, without vendors unless asked for', async () => {
    const simulator = await startWithJob();
    simulator.books.cancelJob(job.id);

    const { status, body } = await call(simulator, 'POST', '/v3/export-jobs', request);
    const created = body?.data as { id: string };
    const items = await call(simulator, 'GET', `/v3/export-items?job_id=${created.id}`);

    expect(status).toBe(201);
    expect(created).toMatchObject({ status: 'pending', numberOfItems: 2, vendorBasedBookkeeping: false });
    expect(items.body?.data).toMatchObject([
      { accountingEntryId: first, vendor: null, bookkeeping: null },
      { accountingEntryId: second, vendor: null, bookkeeping: null },
    ]);
  });

  it.each([
    ['an entry of nobody', { ...request, accountingEntryIds: ['6f0c8d52-1f0e-4c57-8a55-3f2b9a7d1e20'] }],
    ['no entry', { ...request, accountingEntryIds: [] }],
    ['an unknown field', { ...request, name: 'March' }],
  ])('refuses %s', async (_, body) => {
    const simulator = await startWithJob();
    simulator.books.cancelJob(job.id);

    expect((await call(simulator, 'POST', '/v3/export-jobs', body)).status).toBe(400);
  });
});

describe('missing contra accounts', () => {
  it('stop the reading of export items until the user maps them', async () => {
    const danish = generateExportJob({ seed: 3, items: 30, currencies: ['DKK'] });
    const simulator = await start({ missingContraAccounts: ['DKK'] });
    simulator.addJob(danish);
    const path = `/v3/export-items?job_id=${danish.id}`;

    expect(await call(simulator, 'GET', path)).toMatchObject({
      status: 400,
      body: { type: 'MISSING_CONTRA_ACCOUNTS', message: expect.stringContaining('DKK') },
    });
    simulator.books.setMissingContraAccounts(['SEK']);
    expect((await call(simulator, 'GET', path)).status).toBe(200);
  });
});
