import { expect } from 'vitest';
import type { StateStoreBehaviour } from './state-store-behaviour.js';
import { exportedAs, failedItem, recordingOf, START, startJob, takeLease, takeUpJob } from './state-store-samples.js';

const job = {
  jobId: 'job-1',
  companyId: 'company-1',
  tenant: 'tenant-1',
  takenUpAs: 'pending',
  takenUpAt: START,
} as const;

export const jobBehaviours: readonly StateStoreBehaviour[] = [
  {
    title: 'takes a job up',
    async check({ store, holders }) {
      const lease = await takeLease(store, holders.running);
      const opened = await store.openJob(lease, job);
      expect(opened).toEqual({ ...job, firstOfCompany: true, finalStatus: null, finishedAt: null });
    },
  },
  {
    title: 'returns a job as it was taken up before, also where Pleo or the tenant has changed since',
    async check({ store, holders }) {
      const lease = await takeLease(store, holders.running);
      const first = await store.openJob(lease, job);
      const later = { tenant: 'tenant-2', takenUpAs: 'in_progress', takenUpAt: START + 9 } as const;
      expect(await store.openJob(lease, { ...job, ...later })).toEqual(first);
      expect(await store.jobs('company-1')).toEqual([first]);
    },
  },
  {
    title: 'knows which job was the first it saw of a company',
    async check({ store, holders }) {
      const lease = await takeLease(store, holders.running);
      const first = await store.openJob(lease, job);
      const second = await store.openJob(lease, { ...job, jobId: 'job-2' });
      expect([first.firstOfCompany, second.firstOfCompany]).toEqual([true, false]);
    },
  },
  {
    title: "lists a company's jobs, newest first",
    async check({ store, holders }) {
      const lease = await takeLease(store, holders.running);
      const other = await takeLease(store, holders.running, { companyId: 'company-2' });
      await takeUpJob(store, lease, { jobId: 'job-b', takenUpAt: START + 2 });
      await takeUpJob(store, lease, { jobId: 'job-c', takenUpAt: START + 3 });
      await takeUpJob(store, lease, { jobId: 'job-a', takenUpAt: START + 1 });
      await takeUpJob(store, other, { jobId: 'job-d' });
      expect((await store.jobs('company-1')).map(({ jobId }) => jobId)).toEqual(['job-c', 'job-b', 'job-a']);
    },
  },
  {
    title: 'keeps how and when a job ended',
    async check({ store, holders }) {
      const lease = await startJob(store, holders.running);
      await store.finishJob(lease, 'job-1', 'completed_with_errors', START + 5_000);
      const [finished] = await store.jobs('company-1');
      expect(finished).toMatchObject({ finalStatus: 'completed_with_errors', finishedAt: START + 5_000 });
    },
  },
  {
    title: 'refuses items of a job that was never taken up',
    async check({ store, holders }) {
      const lease = await takeLease(store, holders.running);
      await expect(store.enlist(lease, 'job-1', ['entry-1'])).rejects.toMatchObject({ code: 'STATE_UNAVAILABLE' });
      expect(await store.items('job-1')).toEqual([]);
    },
  },
  {
    title: 'lists the items of a job in the order of their ids',
    async check({ store, holders }) {
      await startJob(store, holders.running, ['entry-3', 'entry-1', 'entry-2']);
      expect(await store.items('job-1')).toEqual([
        { jobId: 'job-1', accountingEntryId: 'entry-1', state: 'enlisted', outcome: null },
        { jobId: 'job-1', accountingEntryId: 'entry-2', state: 'enlisted', outcome: null },
        { jobId: 'job-1', accountingEntryId: 'entry-3', state: 'enlisted', outcome: null },
      ]);
    },
  },
  {
    title: 'enlists an item once and keeps what is known of it',
    async check({ store, holders }) {
      const lease = await startJob(store, holders.running, ['entry-1']);
      await store.record(lease, recordingOf({ outcomes: [exportedAs('entry-1', 'ledger-1')] }));
      await store.enlist(lease, 'job-1', ['entry-1', 'entry-2', 'entry-2']);
      const items = await store.items('job-1');
      expect(items.map(({ accountingEntryId, state }) => [accountingEntryId, state])).toEqual([
        ['entry-1', 'settled'],
        ['entry-2', 'enlisted'],
      ]);
    },
  },
  {
    title: 'gives back every kind of outcome as it was recorded',
    async check({ store, holders }) {
      const lease = await startJob(store, holders.running, ['entry-1', 'entry-2', 'entry-3', 'entry-4']);
      const outcomes = [
        {
          ...exportedAs('entry-1', 'ledger-1'),
          externalUrl: 'https://ledger.example/1',
          warnings: ['“Kvittering” 🧾 is too big'],
        },
        failedItem('entry-2'),
        { status: 'parked', accountingEntryId: 'entry-3', evidence: 'Two journals carry the reference REF-3.' },
        { status: 'not-attempted', accountingEntryId: 'entry-4' },
      ] as const;
      await store.record(lease, recordingOf({ outcomes }));
      const items = await store.items('job-1');
      expect(items.map(({ outcome }) => outcome)).toEqual(outcomes);
      expect(items.map(({ state }) => state)).toEqual(['settled', 'settled', 'settled', 'settled']);
    },
  },
  {
    title: 'keeps the outcome of an exported or failed item, whatever is recorded later',
    async check({ store, holders }) {
      const lease = await startJob(store, holders.running, ['entry-1', 'entry-2']);
      await store.record(lease, recordingOf({ outcomes: [exportedAs('entry-1', 'ledger-1'), failedItem('entry-2')] }));
      await store.markReported(lease, 'job-1', ['entry-2'], START + 3_000);
      await store.record(lease, recordingOf({ outcomes: [failedItem('entry-1'), exportedAs('entry-2', 'ledger-2')] }));
      expect(await store.items('job-1')).toEqual([
        { jobId: 'job-1', accountingEntryId: 'entry-1', state: 'settled', outcome: exportedAs('entry-1', 'ledger-1') },
        { jobId: 'job-1', accountingEntryId: 'entry-2', state: 'reported', outcome: failedItem('entry-2') },
      ]);
    },
  },
  {
    title: 'replaces the outcome of a parked item once it is known',
    async check({ store, holders }) {
      const lease = await startJob(store, holders.running);
      const parked = {
        status: 'parked',
        accountingEntryId: 'entry-1',
        evidence: 'The ledger did not answer.',
      } as const;
      await store.record(lease, recordingOf({ outcomes: [parked] }));
      await store.record(lease, recordingOf({ outcomes: [exportedAs('entry-1', 'ledger-1')], source: 'person' }));
      const [item] = await store.items('job-1');
      expect(item?.outcome).toEqual(exportedAs('entry-1', 'ledger-1'));
    },
  },
  {
    title: 'remembers which items Pleo knows the outcome of',
    async check({ store, holders }) {
      const lease = await startJob(store, holders.running, ['entry-1', 'entry-2']);
      const outcomes = [exportedAs('entry-1', 'ledger-1'), exportedAs('entry-2', 'ledger-2')];
      await store.record(lease, recordingOf({ outcomes }));
      await store.markReported(lease, 'job-1', ['entry-2'], START + 3_000);
      const items = await store.items('job-1');
      expect(items.map(({ state }) => state)).toEqual(['settled', 'reported']);
      expect(items.map(({ outcome }) => outcome)).toEqual(outcomes);
    },
  },
  {
    title: 'keeps an entry of two jobs as two items',
    async check({ store, holders }) {
      const lease = await startJob(store, holders.running);
      await store.record(lease, recordingOf({ outcomes: [failedItem('entry-1')] }));
      await takeUpJob(store, lease, { jobId: 'job-2' });
      expect((await store.items('job-1'))[0]?.state).toBe('settled');
      expect((await store.items('job-2'))[0]?.state).toBe('enlisted');
    },
  },
];
