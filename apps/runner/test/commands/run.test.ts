import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateExportJob } from '@ledgerferry/pleo-simulator';
import { expect, test } from 'vitest';
import { BOOKKEEPING, entriesOf, openWorkplace, soundEntries } from '../open-workplace.js';
import { runLedgerferry } from '../run-ledgerferry.js';

test('books every entry of a waiting job once and completes it', async () => {
  const { configuration, job, simulator, bookedReferences } = await openWorkplace({ items: 40 });

  const ran = await runLedgerferry(['run', '--config', configuration]);

  expect(ran).toMatchObject({ exitCode: 0 });
  expect(ran.stdout).toContain(`Example ApS: Export Job ${job.id} completed (`);
  expect(ran.stdout).toContain('40 entries exported, 0 failed');
  const references = await bookedReferences();
  expect(new Set(references).size).toBe(references.length);
  expect(entriesOf(references)).toEqual(soundEntries(job));
  expect(simulator.books.job(job.id).status).toBe('completed');
  expect(simulator.books.job(job.id).items.every((item) => item.status === 'successful')).toBe(true);
});

test('prints exactly the agreed JSON document, and progress on stderr only', async () => {
  const { configuration, job } = await openWorkplace({ items: 3, types: ['card_purchase'], currencies: ['EUR'] });

  const ran = await runLedgerferry(['run', '--config', configuration, '--json']);

  expect(ran.exitCode).toBe(0);
  expect(JSON.parse(ran.stdout)).toEqual({
    jobs: [
      {
        jobId: job.id,
        companyId: job.companyId,
        status: 'completed',
        items: { exported: 3, failed: 0, parked: 0, alreadyExported: 0 },
        totals: { EUR: sumOf(job) },
        durationMs: expect.any(Number),
      },
    ],
  });
  expect(ran.stderr).toContain('Example ApS: record');
});

function sumOf({ exportItems }: ReturnType<typeof generateExportJob>): number {
  return exportItems.reduce((sum, item) => sum + item.amount.inWalletCurrency.value, 0);
}

test('answers 1 and tells each cause once where some entries failed', async () => {
  const { configuration, job, bookedReferences } = await openWorkplace({
    items: 20,
    broken: 0.1,
    types: ['card_purchase'],
  });

  const ran = await runLedgerferry(['run', '--config', configuration]);

  expect(ran.exitCode).toBe(1);
  expect(ran.stdout).toContain(`Export Job ${job.id} completed with errors`);
  expect(ran.stdout).toContain('18 entries exported, 2 failed');
  expect(ran.stdout).toMatch(/1 entry, for the bookkeeper: .*has no category.* \[MISSING_CATEGORY\]/);
  expect(entriesOf(await bookedReferences())).toEqual(soundEntries(job));
});

test('says that there is nothing to do where no job waits', async () => {
  const { configuration } = await openWorkplace();
  await runLedgerferry(['run', '--config', configuration]);

  const again = await runLedgerferry(['run', '--config', configuration]);

  expect(again).toMatchObject({ exitCode: 0, stdout: 'Nothing to do: no Export Job is waiting.\n' });
  expect(JSON.parse((await runLedgerferry(['run', '--json', '--config', configuration])).stdout)).toEqual({ jobs: [] });
});

test('links entries of a re-export instead of booking them again', async () => {
  const { configuration, job, simulator, bookedReferences } = await openWorkplace({ items: 5 });
  await runLedgerferry(['run', '--config', configuration]);
  const before = await bookedReferences();
  simulator.addJob({ ...job, id: '5b0c7c1e-6a7e-4c53-9a53-111111111111', createdAt: '2026-03-17T07:30:00Z' });

  const again = await runLedgerferry(['run', '--json', '--config', configuration]);

  expect(JSON.parse(again.stdout)).toMatchObject({ jobs: [{ items: { exported: 0, alreadyExported: 5 } }] });
  expect(await bookedReferences()).toEqual(before);
});

test('answers 2 where a job failed as a whole', async () => {
  const { configuration, settings, write, job, simulator } = await openWorkplace({ items: 3 });
  const [company] = settings.companies;
  await write({ ...settings, companies: [{ ...company, connection: { file: './missing-folder/books.journal' } }] });

  const ran = await runLedgerferry(['run', '--config', configuration]);

  expect(ran.exitCode).toBe(2);
  expect(ran.stdout).toContain('Stopped: There is no folder for');
  expect(simulator.books.job(job.id)).toMatchObject({ status: 'failed' });
});

test('answers 78 where Pleo does not take the credentials, and starts nothing', async () => {
  const { configuration, settings, write, job, simulator } = await openWorkplace();
  await write({ ...settings, pleo: { baseUrl: simulator.url, apiKey: 'not-the-key' } });

  const ran = await runLedgerferry(['run', '--config', configuration]);

  expect(ran).toMatchObject({ exitCode: 78, stdout: '' });
  expect(ran.stderr).toContain('[HTTP_UNAUTHORIZED]');
  expect(ran.stderr).not.toContain('not-the-key');
  expect(simulator.books.job(job.id).events).toEqual([]);
});

test('answers 75 where the job expired on the way, and finishes with the next one', async () => {
  const { configuration, job, simulator, bookedReferences } = await openWorkplace({ items: 8, receipts: 0 });
  simulator.faults.add({ at: { endpoint: 'update-export-job-items', occurrence: 1 }, fault: { kind: 'job-expired' } });

  const ran = await runLedgerferry(['run', '--config', configuration]);

  expect(ran.exitCode).toBe(75);
  simulator.addJob({ ...job, id: '5b0c7c1e-6a7e-4c53-9a53-222222222222', createdAt: '2026-03-17T07:30:00Z' });
  const next = await runLedgerferry(['run', '--config', configuration]);
  expect(next.exitCode).toBe(0);
  const references = await bookedReferences();
  expect(new Set(references).size).toBe(references.length);
  expect(entriesOf(references)).toEqual(soundEntries(job));
});

test('answers 75 and begins nothing once it is asked to stop', async () => {
  const { configuration, job, simulator } = await openWorkplace();

  const ran = await runLedgerferry(['run', '--config', configuration], { stop: AbortSignal.abort() });

  expect(ran.exitCode).toBe(75);
  expect(ran.stdout).toContain('[STOPPED]');
  expect(simulator.books.job(job.id).status).toBe('pending');
  expect((await runLedgerferry(['run', '--config', configuration])).exitCode).toBe(0);
});

test('works for several companies, and one that cannot be exported does not stop the others', async () => {
  const { folder, configuration, settings, write, job, simulator } = await openWorkplace({ items: 5 });
  const otherId = 'b2a0c3de-0c1f-4f63-8e54-7d2c9a5f1e02';
  simulator.addJob(generateExportJob({ seed: 8, items: 4, companyId: otherId }));
  const [company] = settings.companies;
  const other = { id: otherId, name: 'Other GmbH', bookkeeping: BOOKKEEPING, connection: { file: './other.journal' } };
  const locked = { ...company, pleo: { apiKey: 'not-the-key' } };
  await write({ ...settings, companies: [locked, other] });

  const ran = await runLedgerferry(['run', '--json', '--config', configuration]);

  expect(ran.exitCode).toBe(78);
  expect(JSON.parse(ran.stdout)).toMatchObject({ jobs: [{ companyId: otherId, status: 'completed' }] });
  expect(ran.stderr).toContain('Example ApS: Pleo does not accept the credentials');
  expect(await readFile(join(folder, 'other.journal'), 'utf8')).toContain('reference:');
  expect(simulator.books.job(job.id).status).toBe('pending');
});

test('takes only the company and the job that are asked for', async () => {
  const { configuration, job, simulator } = await openWorkplace({ items: 3 });
  const later = generateExportJob({ seed: 9, items: 3, companyId: job.companyId, createdAt: '2026-03-18T07:30:00Z' });
  simulator.addJob(later);

  const ran = await runLedgerferry([
    'run',
    '--json',
    '--company',
    'Example ApS',
    '--job',
    job.id,
    '--config',
    configuration,
  ]);

  expect(JSON.parse(ran.stdout)).toMatchObject({ jobs: [{ jobId: job.id }] });
  expect(simulator.books.job(later.id).status).toBe('pending');
});
