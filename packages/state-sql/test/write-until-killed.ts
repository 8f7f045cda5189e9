import { createSqliteStateStore, createThreadedStateStore, currentProcess } from '../src/index.js';

/* Writes batch after batch and tells the parent of each that the store has acknowledged, until it is killed. */
const [path = '', kind = ''] = process.argv.slice(2);
const store = kind === 'thread' ? await createThreadedStateStore({ path }) : createSqliteStateStore({ path });
const holder = currentProcess();
const answer = await store.acquireLease({ companyId: 'company-1', holder, now: Date.now(), durationMs: 3_600_000 });
if (!answer.granted) throw new Error('the lease is held');
const { lease } = answer;
await store.openJob(lease, {
  jobId: 'job-1',
  companyId: 'company-1',
  tenant: 'tenant-1',
  takenUpAs: 'pending',
  takenUpAt: Date.now(),
});

/** Several at a time, so that some are in flight whenever the process dies. */
async function writeOnAndOn(lane: number): Promise<never> {
  for (let batch = 0; ; batch += 1) {
    const entries = Array.from({ length: 20 }, (_, index) => `entry-${lane}-${batch}-${index}`);
    await store.enlist(lease, 'job-1', entries);
    process.send?.(entries);
  }
}

await Promise.all([0, 1, 2].map(writeOnAndOn));
