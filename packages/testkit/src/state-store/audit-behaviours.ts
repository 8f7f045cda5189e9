import { expect } from 'vitest';
import type { Theme } from '../conformance/behaviour.js';
import type { StateStoreBench } from './state-store-harness.js';
import {
  exportedAs,
  intentOf,
  journalOf,
  postedAs,
  recordingOf,
  START,
  startJob,
  takeLease,
  takeUpJob,
} from './state-store-samples.js';

export const auditBehaviours: Theme<StateStoreBench> = {
  name: 'audit trail',
  page: 'packages/core/src/ports/state-store.ts',
  behaviours: [
    {
      title: 'tells what happened to an entry, oldest first, through all its jobs',
      advice:
        'Write a line for each change of a document or an item, with its job and time, in the commit of the change.',
      async run({ store, holders }) {
        const lease = await startJob(store, holders.running, ['entry-1', 'entry-2']);
        await store.intend(lease, intentOf([journalOf('entry-1'), journalOf('entry-2')]));
        const documents = [postedAs(journalOf('entry-1'), 'ledger-1')];
        await store.record(lease, recordingOf({ documents, outcomes: [exportedAs('entry-1', 'ledger-1')] }));
        await store.markReported(lease, 'job-1', ['entry-1'], START + 3_000);
        await takeUpJob(store, lease, { jobId: 'job-2', entries: ['entry-1'] });
        const outcomes = [exportedAs('entry-1', 'ledger-1')];
        await store.record(lease, recordingOf({ jobId: 'job-2', at: START + 9_000, source: 'look-up', outcomes }));
        const trail = await store.auditTrail({ companyId: 'company-1', accountingEntryId: 'entry-1' });
        expect(trail.map(({ jobId, at }) => [jobId, at])).toEqual([
          ['job-1', START + 1_000],
          ['job-1', START + 2_000],
          ['job-1', START + 2_000],
          ['job-1', START + 3_000],
          ['job-2', START + 9_000],
        ]);
        expect(trail.map(({ sequence }) => sequence)).toEqual(
          trail.map(({ sequence }) => sequence).sort((a, b) => a - b),
        );
        expect(trail[1]?.detail).toContain('ledger-1');
      },
    },
    {
      title: 'only ever adds to the audit trail',
      advice:
        'Never change or remove a line: the trail is what an auditor reads, also where a document was booked anew.',
      async run({ store, holders }) {
        const lease = await startJob(store, holders.running);
        await store.intend(lease, intentOf([journalOf('entry-1')]));
        const before = await store.auditTrail({ companyId: 'company-1' });
        await store.intend(lease, intentOf([journalOf('entry-1', { generation: 1 })], { callId: 'call-2' }));
        await store.record(lease, recordingOf({ documents: [postedAs(journalOf('entry-1'), 'ledger-1')] }));
        const after = await store.auditTrail({ companyId: 'company-1' });
        expect(after.slice(0, before.length)).toEqual(before);
        expect(after.length).toBeGreaterThan(before.length);
      },
    },
    {
      title: 'tells what happened to a job and to nothing else',
      advice: 'Filter by job.',
      async run({ store, holders }) {
        const lease = await startJob(store, holders.running);
        await takeUpJob(store, lease, { jobId: 'job-2' });
        await store.finishJob(lease, 'job-1', 'completed', START + 5_000);
        const trail = await store.auditTrail({ companyId: 'company-1', jobId: 'job-1' });
        expect(trail.length).toBeGreaterThanOrEqual(2);
        expect(new Set(trail.map(({ jobId }) => jobId))).toEqual(new Set(['job-1']));
        expect(trail.at(-1)).toMatchObject({ at: START + 5_000, detail: 'completed' });
      },
    },
    {
      title: 'tells of no other company, and of no write that was refused',
      advice: 'Write the lines in the transaction of the change, and filter by company.',
      async run({ store, holders }) {
        const lease = await startJob(store, holders.running);
        const before = await store.auditTrail({ companyId: 'company-1' });
        const other = await takeLease(store, holders.running, { companyId: 'company-2' });
        await takeUpJob(store, other, { jobId: 'job-2' });
        const outcomes = [exportedAs('entry-9', 'ledger-9')];
        const recording = recordingOf({ documents: [postedAs(journalOf('entry-9'), 'ledger-9')], outcomes });
        await expect(store.record(lease, recording)).rejects.toThrow('entry-9');
        expect(await store.auditTrail({ companyId: 'company-1' })).toEqual(before);
      },
    },
  ],
};
