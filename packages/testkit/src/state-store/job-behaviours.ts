import { expect } from 'vitest';
import type { Theme } from '../conformance/behaviour.js';
import type { StateStoreBench } from './state-store-harness.js';
import { exportedAs, failedItem, recordingOf, START, startJob, takeLease, takeUpJob } from './state-store-samples.js';

const job = {
  jobId: 'job-1',
  companyId: 'company-1',
  tenant: 'tenant-1',
  takenUpAs: 'pending',
  takenUpAt: START,
} as const;

export const jobBehaviours: Theme<StateStoreBench> = {
  name: 'jobs and items',
  page: 'docs/exactly-once.md#the-states',
  behaviours: [
    {
      title: 'takes a job up',
      advice: 'Answer the job as it is now stored.',
      async run({ store, holders }) {
        const lease = await takeLease(store, holders.running);
        const opened = await store.openJob(lease, job);
        expect(opened).toEqual({ ...job, firstOfCompany: true, finalStatus: null, finishedAt: null });
      },
    },
    {
      title: 'returns a job as it was taken up before, also where Pleo or the tenant has changed since',
      advice:
        'Keep what was written first: how a job was taken up decides what is looked up, and its tenant must not change.',
      async run({ store, holders }) {
        const lease = await takeLease(store, holders.running);
        const first = await store.openJob(lease, job);
        const later = { tenant: 'tenant-2', takenUpAs: 'in_progress', takenUpAt: START + 9 } as const;
        expect(await store.openJob(lease, { ...job, ...later })).toEqual(first);
        expect(await store.jobs('company-1')).toMatchObject([
          { tenant: 'tenant-1', takenUpAs: 'pending', takenUpAt: START },
        ]);
      },
    },
    {
      title: 'knows which job was the first it saw of a company',
      advice: 'Remember whether a company was known when its job was taken up: the first job of a store is looked up.',
      async run({ store, holders }) {
        const lease = await takeLease(store, holders.running);
        const first = await store.openJob(lease, job);
        const second = await store.openJob(lease, { ...job, jobId: 'job-2' });
        expect([first.firstOfCompany, second.firstOfCompany]).toEqual([true, false]);
      },
    },
    {
      title: "lists a company's jobs, newest first",
      advice: 'Sort by the time at which a job was taken up, and filter by company.',
      async run({ store, holders }) {
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
      advice: 'Write status and time down when the final event is known to be in Pleo.',
      async run({ store, holders }) {
        const lease = await startJob(store, holders.running);
        await store.finishJob(lease, 'job-1', 'completed_with_errors', START + 5_000);
        const [finished] = await store.jobs('company-1');
        expect(finished).toMatchObject({ finalStatus: 'completed_with_errors', finishedAt: START + 5_000 });
      },
    },
    {
      title: 'keeps how a job ended first',
      advice: 'Leave a job alone that has ended: its final event is in Pleo, and comes again only after a lost answer.',
      async run({ store, holders }) {
        const lease = await startJob(store, holders.running);
        await store.finishJob(lease, 'job-1', 'completed', START + 5_000);
        await store.finishJob(lease, 'job-1', 'failed', START + 6_000);
        const [finished] = await store.jobs('company-1');
        expect(finished).toMatchObject({ finalStatus: 'completed', finishedAt: START + 5_000 });
      },
    },
    {
      title: 'refuses items of a job that was never taken up',
      advice: 'Throw STATE_UNAVAILABLE for a job that is not there, and write nothing.',
      async run({ store, holders }) {
        const lease = await takeLease(store, holders.running);
        await expect(store.enlist(lease, 'job-1', ['entry-1'])).rejects.toMatchObject({ code: 'STATE_UNAVAILABLE' });
        expect(await store.items('job-1')).toEqual([]);
      },
    },
    {
      title: 'lists the items of a job in the order of their ids',
      advice: 'Sort by id: the order in which Pleo lists them is not the same each time.',
      async run({ store, holders }) {
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
      advice: 'Leave items that are known as they are: enlisting comes again with every run of the job.',
      async run({ store, holders }) {
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
      advice: 'Store outcomes whole, with their texts in UTF-8.',
      async run({ store, holders }) {
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
      advice: 'Change only outcomes that are not final: Pleo may have been told of them already.',
      async run({ store, holders }) {
        const lease = await startJob(store, holders.running, ['entry-1', 'entry-2']);
        await store.record(
          lease,
          recordingOf({ outcomes: [exportedAs('entry-1', 'ledger-1'), failedItem('entry-2')] }),
        );
        await store.markReported(lease, 'job-1', ['entry-2'], START + 3_000);
        await store.record(
          lease,
          recordingOf({ outcomes: [failedItem('entry-1'), exportedAs('entry-2', 'ledger-2')] }),
        );
        const items = await store.items('job-1');
        expect(items.map(({ outcome }) => outcome)).toEqual([exportedAs('entry-1', 'ledger-1'), failedItem('entry-2')]);
      },
    },
    {
      title: 'replaces the outcome of a parked item once it is known',
      advice: 'Take what is learned of a parked item, from a look-up or a person.',
      async run({ store, holders }) {
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
      title: 'reports a parked item once more when a person has settled it',
      advice: 'Take an item back to settled where its outcome is another than Pleo was told.',
      async run({ store, holders }) {
        const lease = await startJob(store, holders.running);
        const evidence = 'The ledger did not answer.';
        await store.record(
          lease,
          recordingOf({ outcomes: [{ status: 'parked', accountingEntryId: 'entry-1', evidence }] }),
        );
        await store.markReported(lease, 'job-1', ['entry-1'], START + 3_000);
        await store.record(lease, recordingOf({ outcomes: [exportedAs('entry-1', 'ledger-1')], source: 'person' }));
        const [item] = await store.items('job-1');
        expect([item?.state, item?.outcome?.status]).toEqual(['settled', 'exported']);
      },
    },
    {
      title: 'refuses to mark as reported what was never enlisted',
      advice: 'Throw STATE_UNAVAILABLE where an item is not there: a report that is noted nowhere is sent for ever.',
      async run({ store, holders }) {
        const lease = await startJob(store, holders.running);
        const marked = store.markReported(lease, 'job-1', ['entry-9'], START + 3_000);
        await expect(marked).rejects.toMatchObject({ code: 'STATE_UNAVAILABLE' });
      },
    },
    {
      title: 'remembers which items Pleo knows the outcome of',
      advice: 'Mark the items named, and no others: what is not marked is reported again.',
      async run({ store, holders }) {
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
      advice: 'Keep items by job and entry: an entry that is exported again is a new item.',
      async run({ store, holders }) {
        const lease = await startJob(store, holders.running);
        await store.record(lease, recordingOf({ outcomes: [failedItem('entry-1')] }));
        await takeUpJob(store, lease, { jobId: 'job-2' });
        expect((await store.items('job-1'))[0]?.state).toBe('settled');
        expect((await store.items('job-2'))[0]?.state).toBe('enlisted');
      },
    },
  ],
};
