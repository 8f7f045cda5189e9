import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { createThreadedStateStore, currentProcess } from '../src/index.js';
import { countCommits } from './count-commits.js';
import { temporaryFolder } from './state-files.js';

const sources = new URL('../src/resolve-sources.ts', import.meta.url).href;
const idle = fileURLToPath(new URL('./idle-store.ts', import.meta.url));

test('two hundred writes asked for at once share a few commits', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'state.db');
  const store = await createThreadedStateStore({ path });
  const holder = currentProcess();
  const answer = await store.acquireLease({ companyId: 'company-1', holder, now: 1_000, durationMs: 60_000 });
  if (!answer.granted) throw new Error('the lease is held');
  const job = {
    jobId: 'job-1',
    companyId: 'company-1',
    tenant: 'tenant-1',
    takenUpAs: 'pending',
    takenUpAt: 1,
  } as const;
  await store.openJob(answer.lease, job);
  const before = countCommits(path);
  const entries = Array.from({ length: 200 }, (_, index) => `entry-${index}`);
  await Promise.all(entries.map((entry) => store.enlist(answer.lease, 'job-1', [entry])));
  expect(countCommits(path) - before).toBeLessThan(100);
  expect(await store.items('job-1')).toHaveLength(200);
  await store.close();
});

test('calls made before the store is closed are still answered', async () => {
  const store = await createThreadedStateStore({ path: ':memory:' });
  const jobs = store.jobs('company-1');
  await store.close();
  expect(await jobs).toEqual([]);
});

test('a store whose place cannot be found out throws that', async () => {
  const noPlace = new Error('there is no configuration');
  await expect(createThreadedStateStore(Promise.reject(noPlace))).rejects.toBe(noPlace);
});

test('a store that is idle lets its process end', async () => {
  const child = fork(idle, [], { execArgv: ['--import', sources] });
  expect(await once(child, 'close')).toEqual([0, null]);
});
