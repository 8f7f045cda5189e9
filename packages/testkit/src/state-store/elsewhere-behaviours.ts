import type { EntryCarriedElsewhere } from '@ledgerferry/core';
import { expect } from 'vitest';
import type { Theme } from '../conformance/behaviour.js';
import type { StateStoreBench } from './state-store-harness.js';
import {
  journalOf,
  postedAs,
  recordingOf,
  START,
  startJob,
  takeLease,
  unpostedAs,
  untold,
} from './state-store-samples.js';

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
          { jobId: 'job-9', entries: [untold('entry-2'), untold('entry-1')] },
          { jobId: 'job-8', entries: [] },
        ];
        await store.noteCarriedElsewhere(lease, jobs, AT);
        expect((await store.jobsCarriedElsewhere('company-1')).toSorted()).toEqual(['job-8', 'job-9']);
        const entries = await store.entriesCarriedElsewhere('company-1', ['entry-1', 'entry-2', 'entry-3']);
        expect(idsOf(entries)).toEqual(['entry-1', 'entry-2']);
      },
    },
    {
      title: 'adds up what is noted of a job carried elsewhere',
      advice: 'Take a job that is noted again for the same job, and add its entries to those that are known.',
      async run({ store, holders }) {
        const lease = await startJob(store, holders.running);
        await store.noteCarriedElsewhere(lease, [{ jobId: 'job-9', entries: [untold('entry-1')] }], AT);
        await store.noteCarriedElsewhere(lease, [{ jobId: 'job-9', entries: [untold('entry-2')] }], AT + 1);
        expect(await store.jobsCarriedElsewhere('company-1')).toEqual(['job-9']);
        const entries = await store.entriesCarriedElsewhere('company-1', ['entry-1', 'entry-2']);
        expect(idsOf(entries)).toEqual(['entry-1', 'entry-2']);
      },
    },
    {
      title: 'tells under which id Pleo was told of an entry, as it was noted last',
      advice: 'Store the external id with its entry; a later one takes its place, a missing one does not.',
      async run({ store, holders }) {
        const lease = await startJob(store, holders.running);
        const told = (externalId: string) => ({ accountingEntryId: 'entry-1', externalId });
        await store.noteCarriedElsewhere(lease, [{ jobId: 'job-7', entries: [told('ledger-1')] }], AT);
        const further = [
          { jobId: 'job-8', entries: [told('ledger-2')] },
          { jobId: 'job-9', entries: [untold('entry-1'), untold('entry-2')] },
        ];
        await store.noteCarriedElsewhere(lease, further, AT + 1);
        const entries = await store.entriesCarriedElsewhere('company-1', ['entry-1', 'entry-2']);
        expect(new Map(entries.map((entry) => [entry.accountingEntryId, entry.externalId]))).toEqual(
          new Map([
            ['entry-1', 'ledger-2'],
            ['entry-2', null],
          ]),
        );
      },
    },
    {
      title: 'ends the doubt about an entry once a person has spoken, and only then',
      advice:
        'Forget the doubt where a recording has the source "person", for its entries alone: an answer or a look-up proves less.',
      async run({ store, holders }) {
        const lease = await startJob(store, holders.running, ['entry-1', 'entry-2']);
        const inDoubt = ['entry-1', 'entry-2', 'entry-3'];
        await store.noteCarriedElsewhere(lease, [{ jobId: 'job-9', entries: inDoubt.map(untold) }], AT);
        const found = [postedAs(journalOf('entry-2'), 'ledger-2')];
        await store.record(lease, recordingOf({ source: 'look-up', documents: found }));
        const settled = [unpostedAs(journalOf('entry-1'), 'refused', 'It is not there.')];
        await store.record(lease, recordingOf({ source: 'person', documents: settled }));
        const entries = await store.entriesCarriedElsewhere('company-1', inDoubt);
        expect(idsOf(entries)).toEqual(['entry-2', 'entry-3']);
      },
    },
    {
      title: 'keeps jobs carried elsewhere to their company',
      advice: 'Keep jobs and entries by the company of the lease.',
      async run({ store, holders }) {
        const lease = await startJob(store, holders.running);
        await takeLease(store, holders.running, { companyId: 'company-2' });
        await store.noteCarriedElsewhere(lease, [{ jobId: 'job-9', entries: [untold('entry-1')] }], AT);
        expect(await store.jobsCarriedElsewhere('company-2')).toEqual([]);
        expect(await store.entriesCarriedElsewhere('company-2', ['entry-1'])).toEqual([]);
      },
    },
  ],
};

function idsOf(entries: readonly EntryCarriedElsewhere[]): readonly string[] {
  return entries.map(({ accountingEntryId }) => accountingEntryId).toSorted();
}
