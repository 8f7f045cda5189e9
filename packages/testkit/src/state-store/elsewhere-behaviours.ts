import { expect } from 'vitest';
import type { Theme } from '../conformance/behaviour.js';
import type { StateStoreBench } from './state-store-harness.js';
import { journalOf, postedAs, recordingOf, START, startJob, takeLease, unpostedAs } from './state-store-samples.js';

const AT = START + 1_000;

export const elsewhereBehaviours: Theme<StateStoreBench> = {
  name: 'jobs carried elsewhere',
  page: 'packages/core/src/ports/state-store.ts',
  behaviours: [
    {
      title: 'remembers jobs that were carried elsewhere, with the entries that are in doubt because of them',
      advice: 'Store the job also where it puts no entry in doubt: it must not be asked about again.',
      async run({ store, holders }) {
        const lease = await startJob(store, holders.running);
        const jobs = [
          { jobId: 'job-9', accountingEntryIds: ['entry-2', 'entry-1'] },
          { jobId: 'job-8', accountingEntryIds: [] },
        ];
        await store.noteCarriedElsewhere(lease, jobs, AT);
        expect((await store.jobsCarriedElsewhere('company-1')).toSorted()).toEqual(['job-8', 'job-9']);
        const entries = await store.entriesCarriedElsewhere('company-1', ['entry-1', 'entry-2', 'entry-3']);
        expect(entries.toSorted()).toEqual(['entry-1', 'entry-2']);
      },
    },
    {
      title: 'adds up what is noted of a job carried elsewhere',
      advice: 'Take a job that is noted again for the same job, and add its entries to those that are known.',
      async run({ store, holders }) {
        const lease = await startJob(store, holders.running);
        await store.noteCarriedElsewhere(lease, [{ jobId: 'job-9', accountingEntryIds: ['entry-1'] }], AT);
        await store.noteCarriedElsewhere(lease, [{ jobId: 'job-9', accountingEntryIds: ['entry-2'] }], AT + 1);
        expect(await store.jobsCarriedElsewhere('company-1')).toEqual(['job-9']);
        const entries = await store.entriesCarriedElsewhere('company-1', ['entry-1', 'entry-2']);
        expect(entries.toSorted()).toEqual(['entry-1', 'entry-2']);
      },
    },
    {
      title: 'ends the doubt about an entry once a person has spoken, and only then',
      advice:
        'Forget the doubt where a recording has the source "person", for its entries alone: an answer or a look-up proves less.',
      async run({ store, holders }) {
        const lease = await startJob(store, holders.running, ['entry-1', 'entry-2']);
        const inDoubt = ['entry-1', 'entry-2', 'entry-3'];
        await store.noteCarriedElsewhere(lease, [{ jobId: 'job-9', accountingEntryIds: inDoubt }], AT);
        const found = [postedAs(journalOf('entry-2'), 'ledger-2')];
        await store.record(lease, recordingOf({ source: 'look-up', documents: found }));
        const settled = [unpostedAs(journalOf('entry-1'), 'refused', 'It is not there.')];
        await store.record(lease, recordingOf({ source: 'person', documents: settled }));
        const entries = await store.entriesCarriedElsewhere('company-1', inDoubt);
        expect(entries.toSorted()).toEqual(['entry-2', 'entry-3']);
      },
    },
    {
      title: 'keeps jobs carried elsewhere to their company',
      advice: 'Keep jobs and entries by the company of the lease.',
      async run({ store, holders }) {
        const lease = await startJob(store, holders.running);
        await takeLease(store, holders.running, { companyId: 'company-2' });
        await store.noteCarriedElsewhere(lease, [{ jobId: 'job-9', accountingEntryIds: ['entry-1'] }], AT);
        expect(await store.jobsCarriedElsewhere('company-2')).toEqual([]);
        expect(await store.entriesCarriedElsewhere('company-2', ['entry-1'])).toEqual([]);
      },
    },
  ],
};
