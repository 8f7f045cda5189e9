import type { CredentialStore, ItemUpdate } from '@ledgerferry/core';
import { sendJson, startServer } from '@ledgerferry/testkit';
import {
  generateExportJob,
  startPleoSimulator,
  type Fault,
  type PleoSimulatorOptions,
} from '@ledgerferry/pleo-simulator';
import { describe, expect, onTestFinished, test } from 'vitest';
import { failureOf } from './failure-of.js';
import { openSource, rowsOf } from './open-source.js';

const API_KEY = 'test-key';

/** A simulated Pleo with one job, and a source that reads it. */
async function startJob({ items = 25, broken = 0, settings = {}, ...options }: SetUp = {}) {
  const pleo = await startPleoSimulator({ apiKey: API_KEY, recordBodies: true, ...options });
  onTestFinished(() => pleo.close());
  const job = generateExportJob({ seed: 7, items, broken });
  pleo.addJob(job);
  const opened = openSource(pleo.url, { apiKey: API_KEY, pageSize: 10, ...settings });
  return { ...opened, pleo, job, jobId: job.id };
}

interface SetUp extends PleoSimulatorOptions {
  items?: number;
  broken?: number;
  settings?: { updateBatchSize?: number; failureReasonLength?: number };
}

function successOf(accountingEntryId: string): ItemUpdate {
  return {
    accountingEntryId,
    status: 'successful',
    externalId: `ledger-${accountingEntryId.slice(0, 8)}`,
    externalUrl: null,
    exportedAt: '2026-03-16T08:00:00.123Z',
  };
}

function failureUpdate(accountingEntryId: string): ItemUpdate {
  const failureReason = 'Account 1234 is unknown.';
  return { accountingEntryId, status: 'failed', failureReason, failureReasonType: 'account_unknown', externalId: null };
}

test('carries a whole job from its start to its final event, in the fewest calls', async () => {
  const { source, pleo, job, jobId } = await startJob({ items: 25 });
  expect((await source.jobs(job.companyId, ['pending'])).map(({ id, status }) => [id, status])).toEqual([
    [jobId, 'pending'],
  ]);
  expect(await source.start(jobId)).toMatchObject({ status: 'in_progress', numberOfItems: 25 });
  const control = await rowsOf(source.jobItems(jobId));
  const items = await rowsOf(source.exportItems(jobId));
  expect(new Set(items.map(({ accountingEntryId }) => accountingEntryId))).toEqual(new Set(job.accountingEntryIds));
  expect(control.length).toBe(25);
  const updates = items.map(({ accountingEntryId }, index) =>
    index === 0 ? failureUpdate(accountingEntryId) : successOf(accountingEntryId),
  );
  const results = await source.report(jobId, updates);
  expect(results.map(({ accountingEntryId, status }) => [accountingEntryId, status])).toEqual(
    items.map(({ accountingEntryId }) => [accountingEntryId, 'stored']),
  );
  expect(await source.complete(jobId, { event: 'completed_with_errors' })).toMatchObject({
    status: 'completed_with_errors',
  });
  const book = pleo.books.job(jobId);
  expect(book.items.find((item) => item.accountingEntryId === items[0]?.accountingEntryId)).toMatchObject({
    status: 'failed',
    failureReason: 'Account 1234 is unknown.',
    failureReasonType: 'account_unknown',
    externalId: null,
  });
  expect(
    book.items.filter((item) => item.status === 'successful' && item.exportedAt === '2026-03-16T08:00:00Z').length,
  ).toBe(24);
  expect(pleo.requests.map(({ endpoint }) => endpoint)).toEqual([
    'get-export-jobs',
    'create-export-job-event',
    'get-export-job',
    ...Array(3).fill('get-export-job-items'),
    ...Array(3).fill('get-export-items'),
    'update-export-job-items',
    'create-export-job-event',
    'get-export-job',
  ]);
});

describe('reading', () => {
  const passing: [string, Fault][] = [
    ['a lost request', { kind: 'request-lost' }],
    ['a lost answer', { kind: 'answer-lost' }],
    ['a torn answer', { kind: 'answer-torn' }],
    ['a 429', { kind: 'rate-limited', retryAfterSeconds: 5 }],
    ['a 502 in HTML', { kind: 'server-error', status: 502, effect: 'before' }],
    ['a 503 in plain text', { kind: 'server-error', status: 503, effect: 'after', retryAfterSeconds: 1 }],
    ['a repeated page', { kind: 'page', page: 'repeated' }],
    ['an empty page', { kind: 'page', page: 'empty' }],
    ['a short page', { kind: 'page', page: 'short' }],
    ['a reordered page', { kind: 'page', page: 'reordered' }],
    ['a standing cursor', { kind: 'page', page: 'standing-cursor' }],
    ['a row that comes twice', { kind: 'page', page: 'row-twice' }],
  ];

  test.each(passing)('gives the same rows, each once, in spite of %s', async (_name, fault) => {
    const { source, pleo, job, jobId } = await startJob({ items: 25 });
    for (const endpoint of ['get-export-job-items', 'get-export-items'] as const) {
      pleo.faults.add({ at: { endpoint, occurrence: 2 }, fault });
    }
    const read = async (rows: Promise<readonly { accountingEntryId: string }[]>) =>
      (await rows).map(({ accountingEntryId }) => accountingEntryId).sort();
    const expected = [...job.accountingEntryIds].sort();
    expect(await read(rowsOf(source.jobItems(jobId)))).toEqual(expected);
    expect(await read(rowsOf(source.exportItems(jobId)))).toEqual(expected);
    expect(pleo.faults.pending).toEqual([]);
  });

  test('gives a broken item its problem and leaves the others alone', async () => {
    const { source, job, jobId } = await startJob({ items: 60, broken: 0.5 });
    const items = await rowsOf(source.exportItems(jobId));
    const problems = new Map(
      items.map((item) => [item.accountingEntryId, 'problem' in item ? item.problem.code : null]),
    );
    const expected: Record<string, string | null> = {
      'fractional-amount': 'PLEO_FRACTIONAL_AMOUNT',
      'currency-undefined': 'PLEO_UNKNOWN_CURRENCY',
    };
    const planted = job.planted.filter(({ problem }) => problem !== 'control-item-without-data');
    expect(planted.length).toBeGreaterThan(5);
    expect(planted.map(({ accountingEntryId }) => problems.get(accountingEntryId))).toEqual(
      planted.map(({ problem }) => expected[problem] ?? null),
    );
    expect([...problems.values()].filter((code) => code !== null).length).toBe(
      planted.filter(({ problem }) => problem in expected).length,
    );
  });

  test('lists the jobs of one company only, oldest first', async () => {
    const { source, pleo, job } = await startJob();
    const later = generateExportJob({ seed: 8, items: 1, companyId: job.companyId, createdAt: '2026-03-17T07:30:00Z' });
    const earlier = generateExportJob({
      seed: 9,
      items: 1,
      companyId: job.companyId,
      createdAt: '2026-03-15T07:30:00Z',
    });
    const foreign = generateExportJob({ seed: 10, items: 1, companyId: '11111111-54b7-4a0e-9d0c-2f6a1b8e4c11' });
    for (const one of [later, earlier, foreign]) pleo.addJob(one);
    expect((await source.jobs(job.companyId, ['pending', 'in_progress'])).map(({ id }) => id)).toEqual([
      earlier.id,
      job.id,
      later.id,
    ]);
    expect(await source.jobs(job.companyId, ['failed'])).toEqual([]);
  });

  test('tells what to do where contra accounts are missing', async () => {
    const { source, jobId } = await startJob({ missingContraAccounts: ['EUR', 'DKK', 'GBP', 'SEK'] });
    const error = await failureOf(rowsOf(source.exportItems(jobId)));
    expect(error).toMatchObject({
      kind: 'misconfigured',
      code: 'PLEO_MISSING_CONTRA_ACCOUNTS',
      jobReason: 'missing_configuration',
    });
    expect(error.message).toContain('Settings > Accounting > Contra accounts');
    expect(error.message).toContain('Pleo says: ');
  });

  test("knows Pleo's code in lower case too, as an old page of Pleo writes it", async () => {
    const { url } = await startServer((response) => sendJson(response, 400, { type: 'missing_contra_accounts' }));
    const { source } = openSource(url);
    const error = await failureOf(rowsOf(source.exportItems('58a528ab-0979-4ee9-a2e6-1f263b230fe8')));
    expect(error).toMatchObject({ code: 'PLEO_MISSING_CONTRA_ACCOUNTS' });
  });

  test('drops jobs of another company or status, should Pleo list them', async () => {
    const mine = '3d7f2c10-54b7-4a0e-9d0c-2f6a1b8e4c11';
    const job = { id: 'a', companyId: mine, status: 'pending', createdAt: '2026-03-16T07:30:00Z', numberOfItems: 1 };
    const { url } = await startServer((response) => {
      const data = [{ ...job, id: 'b', companyId: 'another' }, { ...job, id: 'c', status: 'failed' }, job];
      sendJson(response, 200, { data, pagination: { hasNextPage: false } });
    });
    const jobs = await openSource(url).source.jobs(mine.toUpperCase(), ['pending']);
    expect(jobs.map(({ id }) => id)).toEqual(['a']);
  });

  test('of a job that has ended, or that is unknown, says so', async () => {
    const { source, pleo, jobId } = await startJob();
    pleo.books.expireJob(jobId);
    expect(await failureOf(rowsOf(source.exportItems(jobId)))).toMatchObject({ code: 'PLEO_JOB_IS_OVER' });
    const unknown = '00000000-0000-4000-8000-000000000000';
    expect(await failureOf(source.job(unknown))).toMatchObject({ kind: 'misconfigured', code: 'PLEO_JOB_NOT_FOUND' });
  });
});

describe('starting and completing', () => {
  const doubtful: [string, Fault, number][] = [
    ['the request is lost', { kind: 'request-lost' }, 2],
    ['the answer is lost', { kind: 'answer-lost' }, 1],
    ['a 500 comes before the effect', { kind: 'server-error', status: 500, effect: 'before' }, 2],
    ['a 500 comes after the effect', { kind: 'server-error', status: 500, effect: 'after' }, 1],
    ['Pleo asks to wait', { kind: 'rate-limited', retryAfterSeconds: 2 }, 2],
  ];

  test.each(doubtful)('look before they repeat, when %s', async (_name, fault, posts) => {
    const { source, pleo, jobId } = await startJob();
    pleo.faults.add({ at: { endpoint: 'create-export-job-event', occurrence: 1 }, fault });
    expect(await source.start(jobId)).toMatchObject({ status: 'in_progress' });
    const startPosts = pleo.requests.filter(({ endpoint }) => endpoint === 'create-export-job-event').length;
    pleo.faults.add({ at: { endpoint: 'create-export-job-event', occurrence: startPosts + 1 }, fault });
    const event = { event: 'failed', failureReason: 'No.', failureReasonType: 'validation_failure' } as const;
    expect(await source.complete(jobId, event)).toMatchObject({
      status: 'failed',
      failureReasonType: 'validation_failure',
    });
    expect(startPosts).toBe(posts);
    expect(pleo.requests.filter(({ endpoint }) => endpoint === 'create-export-job-event').length).toBe(2 * posts);
    expect(pleo.books.job(jobId).events.filter(({ accepted }) => accepted).length).toBe(2);
    expect(pleo.faults.pending).toEqual([]);
  });

  test('wait until Pleo shows what it has accepted', async () => {
    let now = Date.parse('2026-03-16T08:00:00Z');
    const clock = { now: () => now, sleep: (ms: number) => Promise.resolve(void (now += ms)) };
    const pleo = await startPleoSimulator({ apiKey: API_KEY, applyEventsAfterMs: 700, now: () => new Date(now) });
    onTestFinished(() => pleo.close());
    const job = generateExportJob({ seed: 7, items: 3 });
    pleo.addJob(job);
    const { source } = openSource(pleo.url, { apiKey: API_KEY }, { clock });
    expect(await source.start(job.id)).toMatchObject({ status: 'in_progress' });
    expect(pleo.requests.filter(({ endpoint }) => endpoint === 'create-export-job-event').length).toBe(1);
  });

  test('may be said twice', async () => {
    const { source, pleo, jobId } = await startJob({ items: 1 });
    await source.start(jobId);
    expect(await source.start(jobId)).toMatchObject({ status: 'in_progress' });
    await source.report(
      jobId,
      pleo.books.job(jobId).items.map(({ accountingEntryId }) => successOf(accountingEntryId)),
    );
    expect(await source.complete(jobId, { event: 'completed' })).toMatchObject({ status: 'completed' });
    expect(await source.complete(jobId, { event: 'completed' })).toMatchObject({ status: 'completed' });
  });

  test('are too late once the job has ended another way', async () => {
    const { source, pleo, jobId } = await startJob();
    await source.start(jobId);
    pleo.books.cancelJob(jobId);
    for (const attempt of [source.start(jobId), source.complete(jobId, { event: 'completed' })]) {
      const error = await failureOf(attempt);
      expect(error).toMatchObject({ kind: 'connection-lost', code: 'PLEO_JOB_IS_OVER' });
      expect(error.message).toContain(`Pleo has ended job ${jobId} (failed)`);
    }
  });
});

describe('reporting', () => {
  async function startedJob(settings: SetUp['settings'] = {}) {
    const started = await startJob({ items: 5, settings });
    await started.source.start(started.jobId);
    const ids = started.job.accountingEntryIds;
    return { ...started, ids, updates: ids.map(successOf) };
  }

  test.each<[string, Fault]>([
    ['a lost request', { kind: 'request-lost' }],
    ['a lost answer', { kind: 'answer-lost' }],
    ['a torn answer', { kind: 'answer-torn' }],
    ['a server error after the effect', { kind: 'server-error', status: 502, effect: 'after' }],
    ['a 429', { kind: 'rate-limited' }],
  ])('is repeated after %s, because it is safe to', async (_name, fault) => {
    const { source, pleo, jobId, updates } = await startedJob();
    pleo.faults.add({ at: { endpoint: 'update-export-job-items', occurrence: 1 }, fault });
    const results = await source.report(jobId, updates);
    expect(results.map(({ status }) => status)).toEqual(Array(5).fill('stored'));
    expect(pleo.books.job(jobId).items.every(({ status }) => status === 'successful')).toBe(true);
  });

  test('takes an unknown entry for refused, and does not send it again', async () => {
    const { source, pleo, jobId, ids, updates } = await startedJob();
    const fault = {
      kind: 'items-refused',
      accountingEntryIds: ids.slice(0, 1),
      type: 'ACCOUNTING_ENTRY_DOES_NOT_EXIST',
    } as const;
    pleo.faults.add({ at: { endpoint: 'update-export-job-items' }, fault });
    const results = await source.report(jobId, updates);
    expect(results[0]).toMatchObject({ accountingEntryId: ids[0], status: 'refused' });
    expect(results[0]?.message).toContain('ACCOUNTING_ENTRY_DOES_NOT_EXIST');
    expect(pleo.requests.filter(({ method }) => method === 'PUT').length).toBe(1);
  });

  test.each(['EXPORT_ENTRY_STATUS_UPDATE_FAILED', 'ACCOUNTING_ENTRY_UPDATE_FAILED'] as const)(
    'sends items again that fell to %s, and those only',
    async (type) => {
      const { source, pleo, jobId, ids, updates } = await startedJob();
      const fault = { kind: 'items-refused', accountingEntryIds: ids.slice(1, 3), type } as const;
      pleo.faults.add({ at: { endpoint: 'update-export-job-items' }, fault });
      const results = await source.report(jobId, updates);
      expect(results.map(({ status }) => status)).toEqual(Array(5).fill('stored'));
      const puts = pleo.requests.filter(({ method }) => method === 'PUT').map(({ body }) => (body as unknown[]).length);
      expect(puts).toEqual([5, 2]);
    },
  );

  test('leaves undecided what Pleo keeps failing, after a look at the items', async () => {
    const { source, pleo, jobId, ids, updates } = await startedJob();
    const fault = {
      kind: 'items-refused',
      accountingEntryIds: ids.slice(0, 1),
      type: 'ACCOUNTING_ENTRY_UPDATE_FAILED',
    } as const;
    pleo.faults.add({ at: { endpoint: 'update-export-job-items', times: 3 }, fault });
    const results = await source.report(jobId, updates);
    expect(results.map(({ status }) => status)).toEqual(['undecided', 'stored', 'stored', 'stored', 'stored']);
    expect(pleo.requests.at(-1)).toMatchObject({
      endpoint: 'get-export-job-items',
      query: 'status=successful&limit=10',
    });
  });

  test('finds stored what Pleo refuses only because it is there already', async () => {
    const { source, pleo, jobId, ids, updates } = await startedJob();
    await source.report(jobId, updates);
    const fault = {
      kind: 'items-refused',
      accountingEntryIds: ids,
      type: 'EXPORT_ENTRY_STATUS_UPDATE_FAILED',
    } as const;
    pleo.faults.add({ at: { endpoint: 'update-export-job-items', times: 3 }, fault });
    const results = await source.report(jobId, updates);
    expect(results).toEqual(ids.map((accountingEntryId) => ({ accountingEntryId, status: 'stored', message: null })));
  });

  test('stops when the job is over', async () => {
    const { source, pleo, jobId, updates } = await startedJob();
    pleo.books.expireJob(jobId);
    expect(await failureOf(source.report(jobId, updates))).toMatchObject({ code: 'PLEO_JOB_IS_OVER' });
  });

  test('sends no null, and shortens a reason that is too long', async () => {
    const { source, pleo, jobId, ids } = await startedJob({ failureReasonLength: 20 });
    const long = { ...failureUpdate(ids[0] ?? ''), failureReason: 'x'.repeat(18) + '💶 and more' } as ItemUpdate;
    await source.report(jobId, [long, successOf(ids[1] ?? '')]);
    expect(pleo.requests.find(({ method }) => method === 'PUT')?.body).toEqual([
      {
        accountingEntryId: ids[0],
        status: 'failed',
        failureReason: `${'x'.repeat(18)}…`,
        failureReasonType: 'account_unknown',
      },
      {
        accountingEntryId: ids[1],
        status: 'successful',
        externalId: `ledger-${ids[1]?.slice(0, 8)}`,
        exportedAt: '2026-03-16T08:00:00Z',
      },
    ]);
  });
});

describe('credentials', () => {
  test('that are wrong end the connection', async () => {
    const { pleo, job } = await startJob();
    const { source } = openSource(pleo.url, { apiKey: 'another' });
    const error = await failureOf(source.jobs(job.companyId, ['pending']));
    expect(error).toMatchObject({ kind: 'connection-lost', code: 'HTTP_UNAUTHORIZED', jobReason: undefined });
    expect(error.message).toBe('Pleo does not accept the credentials. Check them or connect again.');
  });

  test('by OAuth are renewed when they expire in the middle of a listing', async () => {
    const client = { clientId: 'id', clientSecret: 'secret', refreshToken: 'begin' };
    const pleo = await startPleoSimulator({ oauth: { ...client, accessTokenSeconds: 900 } });
    onTestFinished(() => pleo.close());
    const job = generateExportJob({ seed: 7, items: 25 });
    pleo.addJob(job);
    const secrets = new Map<string, string>();
    const credentials: CredentialStore = {
      read: (name) => Promise.resolve(secrets.get(name)),
      write: (name, secret) => Promise.resolve(void secrets.set(name, secret)),
      exclusively: (_name, action) => action(),
    };
    const settings = { pageSize: 10, oauth: { ...client, tokenUrl: `${pleo.url}/oauth/token` } };
    const { source } = openSource(pleo.url, settings, { credentials, name: 'Pleo of Example ApS' });
    pleo.faults.add({ at: { endpoint: 'get-export-items', occurrence: 2 }, fault: { kind: 'token-expired' } });
    expect((await rowsOf(source.exportItems(job.id))).length).toBe(25);
    expect(pleo.books.authorisation()).toEqual({ refreshes: 2, isAlive: true });
    expect([...secrets.keys()]).toEqual(['Pleo of Example ApS']);
  });
});
