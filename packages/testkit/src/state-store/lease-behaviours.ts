import type { Lease, StateStore } from '@ledgerferry/core';
import { expect } from 'vitest';
import type { Theme } from '../conformance/behaviour.js';
import type { StateStoreBench } from './state-store-harness.js';
import {
  exportedAs,
  intentOf,
  journalOf,
  recordingOf,
  START,
  startJob,
  takeLease,
  takeUpJob,
  untold,
} from './state-store-samples.js';

export const leaseBehaviours: Theme<StateStoreBench> = {
  name: 'leases',
  page: 'docs/exactly-once.md#one-process-per-company',
  behaviours: [
    {
      title: 'grants the lease of a free company',
      advice: 'Write the holder down with a token and the end of the lease, and answer both.',
      async run({ store, holders }) {
        const request = { companyId: 'company-1', holder: holders.running, now: START, durationMs: 60_000 };
        const answer = await store.acquireLease(request);
        expect(answer).toMatchObject({ granted: true, lease: { companyId: 'company-1', expiresAt: START + 60_000 } });
      },
    },
    {
      title: 'refuses a lease that is running and names its holder',
      advice:
        'Compare the end of the lease with the time of the request, and name who holds it: an operator looks for that process.',
      async run({ store, holders }) {
        await takeLease(store, holders.running);
        const request = { companyId: 'company-1', holder: holders.running, now: START + 59_999, durationMs: 60_000 };
        const answer = await store.acquireLease(request);
        expect(answer).toEqual({ granted: false, holder: holders.running, expiresAt: START + 60_000 });
      },
    },
    {
      title: 'grants a lease that ran out, with a higher token',
      advice: 'Raise the token with every new holder: the writes of the old one are refused by it.',
      async run({ store, holders }) {
        const first = await takeLease(store, holders.running);
        const second = await takeLease(store, holders.running, { now: START + 60_000 });
        expect(second.token).toBeGreaterThan(first.token);
      },
    },
    {
      title: 'grants the lease of a process that is gone at once',
      advice:
        'Compare host, boot and start of the process, not its number alone: after a crash nobody wants to wait a minute.',
      async run({ store, holders }) {
        const first = await takeLease(store, holders.gone);
        const second = await takeLease(store, holders.running, { now: START + 1 });
        expect(second.token).toBeGreaterThan(first.token);
      },
    },
    {
      title: 'waits for the lease of a process on another machine to run out',
      advice: 'Never take a process on another machine for gone: only the clock ends its lease.',
      async run({ store, holders }) {
        await takeLease(store, { ...holders.gone, host: 'another-machine' });
        await expect(takeLease(store, holders.running, { now: START + 59_999 })).rejects.toThrow('is held');
        await takeLease(store, holders.running, { now: START + 60_000 });
      },
    },
    {
      title: 'renews a lease until the new time',
      advice: 'Write the new end down: a holder that renews must keep the company.',
      async run({ store, holders }) {
        const lease = await takeLease(store, holders.running);
        const renewed = await store.renewLease(lease, START + 90_000);
        expect(renewed).toEqual({ ...lease, expiresAt: START + 90_000 });
        await expect(takeLease(store, holders.running, { now: START + 89_999 })).rejects.toThrow('is held');
      },
    },
    {
      title: 'frees a released lease at once, and tokens still grow',
      advice: 'Keep the row of a released lease, so that its token is never used again.',
      async run({ store, holders }) {
        const first = await takeLease(store, holders.running);
        await store.releaseLease(first);
        const second = await takeLease(store, holders.running, { now: START + 1 });
        expect(second.token).toBeGreaterThan(first.token);
      },
    },
    {
      title: 'keeps the leases of companies apart',
      advice: 'Keep one lease per company: many companies run at once.',
      async run({ store, holders }) {
        const first = await takeLease(store, holders.running);
        const second = await takeLease(store, holders.running, { companyId: 'company-2' });
        await takeUpJob(store, first, { jobId: 'job-1' });
        await takeUpJob(store, second, { jobId: 'job-2' });
        expect((await store.jobs('company-2')).map((job) => job.jobId)).toEqual(['job-2']);
      },
    },
    {
      title: 'refuses every write under a lease that another has taken over, and changes nothing',
      advice:
        'Compare the token inside the transaction of every write, and throw LEASE_LOST: a holder that was paused too long must write nothing.',
      async run({ store, holders }) {
        const lost = await startJob(store, holders.running);
        await takeLease(store, holders.running, { now: START + 60_000 });
        const before = await everythingOf(store);
        for (const write of everyWrite(store, lost)) {
          await expect(write()).rejects.toMatchObject({ code: 'LEASE_LOST', kind: 'transient' });
        }
        expect(await everythingOf(store)).toEqual(before);
      },
    },
    {
      title: 'refuses writes under a lease that was released',
      advice: 'Refuse the token of a released lease as that of one taken over.',
      async run({ store, holders }) {
        const lease = await startJob(store, holders.running);
        await store.releaseLease(lease);
        await expect(store.enlist(lease, 'job-1', ['entry-2'])).rejects.toMatchObject({ code: 'LEASE_LOST' });
      },
    },
    {
      title: 'refuses to write about another company than the one of the lease',
      advice: 'Look the company of the job up, and throw STATE_UNAVAILABLE where it is not that of the lease.',
      async run({ store, holders }) {
        await startJob(store, holders.running);
        const other = await takeLease(store, holders.running, { companyId: 'company-2' });
        await expect(store.enlist(other, 'job-1', ['entry-2'])).rejects.toMatchObject({ code: 'STATE_UNAVAILABLE' });
        expect(await store.items('job-1')).toHaveLength(1);
      },
    },
  ],
};

function everyWrite(store: StateStore, lease: Lease): readonly (() => Promise<unknown>)[] {
  const another = { jobId: 'job-2', companyId: 'company-1', tenant: 'tenant-1', takenUpAt: START } as const;
  return [
    () => store.renewLease(lease, START + 90_000),
    () => store.releaseLease(lease),
    () => store.openJob(lease, { ...another, takenUpAs: 'pending' }),
    () => store.enlist(lease, 'job-1', ['entry-2']),
    () => store.intend(lease, intentOf([journalOf('entry-1')])),
    () => store.record(lease, recordingOf({ outcomes: [exportedAs('entry-1', 'ledger-1')] })),
    () => store.markReported(lease, 'job-1', ['entry-1'], START + 3_000),
    () => store.finishJob(lease, 'job-1', 'completed', START + 4_000),
    () => store.noteCarriedElsewhere(lease, [{ jobId: 'job-9', entries: [untold('entry-1')] }], START + 5_000),
  ];
}

async function everythingOf(store: StateStore) {
  return {
    jobs: await store.jobs('company-1'),
    items: await store.items('job-1'),
    documents: await store.documents('company-1', ['entry-1']),
    elsewhere: await store.jobsCarriedElsewhere('company-1'),
    audit: await store.auditTrail({ companyId: 'company-1' }),
  };
}
