import type { StateStore } from '@ledgerferry/core';
import { expect } from 'vitest';
import type { Theme } from '../conformance/behaviour.js';
import { opensAgain, type StateStoreBench } from './state-store-harness.js';
import {
  exportedAs,
  failedItem,
  intentOf,
  journalOf,
  postedAs,
  recordingOf,
  START,
  startJob,
  takeLease,
  untold,
} from './state-store-samples.js';

export const durabilityBehaviours: Theme<StateStoreBench> = {
  name: 'durability',
  page: 'docs/exactly-once.md#one-process-per-company',
  behaviours: [
    {
      title: 'refuses every call after it was closed, and may be closed twice',
      advice: 'Throw STATE_UNAVAILABLE after close, and let close be called again.',
      async run({ store, holders }) {
        const lease = await startJob(store, holders.running);
        await store.close();
        await expect(store.items('job-1')).rejects.toMatchObject({ code: 'STATE_UNAVAILABLE' });
        await expect(store.enlist(lease, 'job-1', ['entry-2'])).rejects.toMatchObject({ code: 'STATE_UNAVAILABLE' });
        await store.close();
      },
    },
    {
      title: 'carries a batch of fifty in one call',
      advice: 'Take a batch in one transaction.',
      async run({ store, holders }) {
        const entries = Array.from({ length: 50 }, (_, index) => `entry-${String(index).padStart(2, '0')}`);
        const lease = await startJob(store, holders.running, entries);
        await store.intend(lease, intentOf(entries.map((entry) => journalOf(entry))));
        const documents = entries.map((entry) => postedAs(journalOf(entry), `ledger-${entry}`));
        const outcomes = entries.map((entry) => exportedAs(entry, `ledger-${entry}`));
        await store.record(lease, recordingOf({ documents, outcomes }));
        const stored = await store.documents('company-1', entries);
        expect(stored.map(({ key, externalId }) => [key, externalId])).toEqual(
          documents.map(({ key, externalId }) => [key, externalId]),
        );
        expect((await store.items('job-1')).map(({ outcome }) => outcome)).toEqual(outcomes);
      },
    },
    {
      title: 'knows everything again after it was closed and opened',
      advice: 'Write all of it to the disk: after a crash this is all that is known.',
      where: [opensAgain],
      async run({ store, holders, openAgain }) {
        const lease = await startJob(store, holders.running, ['entry-1', 'entry-2']);
        const contact = { key: 'prerequisite/contact/jensen', accountingEntryId: null };
        await store.intend(lease, intentOf([journalOf('entry-1'), journalOf('x', contact)]));
        const documents = [postedAs(journalOf('entry-1'), 'ledger-1')];
        const outcomes = [exportedAs('entry-1', 'ledger-1'), failedItem('entry-2')];
        await store.record(lease, recordingOf({ documents, outcomes }));
        await store.markReported(lease, 'job-1', ['entry-1'], START + 3_000);
        await store.noteCarriedElsewhere(lease, [{ jobId: 'job-9', entries: [untold('entry-9')] }], START + 4_000);
        const before = await everythingOf(store);
        await store.close();
        const again = await openAgain();
        expect(await everythingOf(again)).toEqual(before);
        await again.enlist(lease, 'job-1', ['entry-3']);
      },
    },
    {
      title: 'shows at once what another store on the same state has written',
      advice: 'Read what is committed, not a copy in memory.',
      where: [opensAgain],
      async run({ store, holders, openAgain }) {
        const other = await openAgain();
        const lease = await startJob(store, holders.running);
        expect((await other.jobs('company-1')).map(({ jobId }) => jobId)).toEqual(['job-1']);
        await other.intend(lease, intentOf([journalOf('entry-1')]));
        expect(await store.documents('company-1', ['entry-1'])).toMatchObject([{ state: 'intended' }]);
      },
    },
    {
      title: 'fences off the holder of a lease that was taken over through another store',
      advice: 'Keep lease and token in the state itself, not in the process.',
      where: [opensAgain],
      async run({ store, holders, openAgain }) {
        const other = await openAgain();
        const paused = await startJob(store, holders.running);
        await expect(takeLease(other, holders.running, { now: START + 1 })).rejects.toThrow('is held');
        await takeLease(other, holders.running, { now: START + 60_000 });
        const late = store.intend(paused, intentOf([journalOf('entry-1')]));
        await expect(late).rejects.toMatchObject({ code: 'LEASE_LOST' });
        expect(await other.documents('company-1', ['entry-1'])).toEqual([]);
      },
    },
    {
      title: 'serves two stores that write at the same time without losing a write',
      advice: 'Wait for the lock of the other, or try again: two runners may share a state file.',
      where: [opensAgain],
      async run({ store, holders, openAgain }) {
        const other = await openAgain();
        const lease = await startJob(store, holders.running, []);
        const entries = Array.from({ length: 40 }, (_, index) => `entry-${String(index).padStart(2, '0')}`);
        await Promise.all(
          entries.map((entry, index) => (index % 2 === 0 ? store : other).enlist(lease, 'job-1', [entry])),
        );
        expect((await store.items('job-1')).map(({ accountingEntryId }) => accountingEntryId)).toEqual(entries);
      },
    },
  ],
};

async function everythingOf(store: StateStore) {
  return {
    jobs: await store.jobs('company-1'),
    items: await store.items('job-1'),
    documents: await store.documents('company-1', ['entry-1', 'entry-2']),
    prerequisites: await store.prerequisites('company-1'),
    elsewhere: [
      await store.jobsCarriedElsewhere('company-1'),
      await store.entriesCarriedElsewhere('company-1', ['entry-9']),
    ],
    audit: await store.auditTrail({ companyId: 'company-1' }),
  };
}
