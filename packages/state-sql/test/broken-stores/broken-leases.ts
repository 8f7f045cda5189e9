import { currentProcess } from '../../src/index.js';
import type { Lease, LeaseHolder } from '@ledgerferry/core';
import { presentLease, whereItThrows, type BrokenStore } from './broken-store.js';

/** Stores that let two work for one company, or none. */
export const brokenLeases: readonly BrokenStore[] = [
  {
    defect: 'answers a lease that ends later than it does',
    spoil: (store) => ({
      acquireLease: async (request) => {
        const answer = await store.acquireLease(request);
        return answer.granted ? { granted: true, lease: { ...answer.lease, expiresAt: request.now + 90_000 } } : answer;
      },
    }),
    fails: 'grants the lease of a free company',
  },
  {
    defect: 'does not say who holds a lease',
    spoil: (store) => ({
      acquireLease: async (request) => {
        const answer = await store.acquireLease(request);
        return answer.granted ? answer : { ...answer, holder: { ...answer.holder, pid: 0 } };
      },
    }),
    fails: 'refuses a lease that is running and names its holder',
  },
  {
    defect: 'gives a token again when a lease runs out',
    spoil: (store) => {
      const ends = new Map<string, number>();
      return {
        acquireLease: async (request) => {
          const ranOut = (ends.get(request.companyId) ?? Infinity) <= request.now;
          const answer = await store.acquireLease(request);
          if (!answer.granted) return answer;
          ends.set(request.companyId, answer.lease.expiresAt);
          return ranOut ? { granted: true, lease: { ...answer.lease, token: 1 } } : answer;
        },
      };
    },
    fails: 'grants a lease that ran out, with a higher token',
  },
  {
    defect: 'waits for a process that is gone',
    spoil: (store) => {
      const held = new Map<string, { readonly holder: LeaseHolder; readonly expiresAt: number }>();
      return {
        acquireLease: async (request) => {
          const last = held.get(request.companyId);
          const isGone = last?.holder.startedAt === 'long ago' && last.holder.host === request.holder.host;
          if (last && isGone && last.expiresAt > request.now) return { granted: false, ...last };
          const answer = await store.acquireLease(request);
          if (answer.granted)
            held.set(request.companyId, { holder: request.holder, expiresAt: answer.lease.expiresAt });
          return answer;
        },
      };
    },
    fails: 'grants the lease of a process that is gone at once',
  },
  {
    defect: 'knows a process by its number and start alone, whatever its machine',
    spoil: (store) => ({
      acquireLease: (request) =>
        store.acquireLease({ ...request, holder: { ...request.holder, host: currentProcess().host } }),
    }),
    fails: 'waits for the lease of a process on another machine to run out',
  },
  {
    defect: 'renews in its answer alone',
    spoil: (store) => ({
      renewLease: async (lease, expiresAt) => ({ ...(await store.renewLease(lease, lease.expiresAt)), expiresAt }),
    }),
    fails: 'renews a lease until the new time',
  },
  {
    defect: 'forgets the token of a lease that was released',
    spoil: (store) => {
      const released = new Set<string>();
      return {
        releaseLease: async (lease) => {
          await store.releaseLease(lease);
          released.add(lease.companyId);
        },
        acquireLease: async (request) => {
          const answer = await store.acquireLease(request);
          return answer.granted && released.has(request.companyId)
            ? { granted: true, lease: { ...answer.lease, token: 1 } }
            : answer;
        },
      };
    },
    fails: 'frees a released lease at once, and tokens still grow',
  },
  {
    defect: 'ends a job under any lease',
    spoil: (store) => ({
      finishJob: async (lease, ...job) => store.finishJob(await presentLease(store, lease), ...job),
    }),
    fails: 'refuses every write under a lease that another has taken over, and changes nothing',
  },
  {
    defect: 'enlists under a lease that nobody holds any more',
    spoil: (store) => {
      const released = new Set<number>();
      return {
        releaseLease: async (lease) => {
          await store.releaseLease(lease);
          released.add(lease.token);
        },
        enlist: (lease, ...items) =>
          store
            .enlist(lease, ...items)
            .catch((error: unknown) => (released.has(lease.token) ? undefined : Promise.reject(error))),
      };
    },
    fails: 'refuses writes under a lease that was released',
  },
  {
    defect: 'does not ask whose job it writes about',
    spoil: (store) => {
      const leases = new Map<string, Lease>();
      return {
        openJob: (lease, job) => {
          leases.set(job.jobId, lease);
          return store.openJob(lease, job);
        },
        enlist: (lease, jobId, ids) =>
          store
            .enlist(lease, jobId, ids)
            .catch(whereItThrows('STATE_UNAVAILABLE', () => store.enlist(leases.get(jobId) ?? lease, jobId, ids))),
      };
    },
    fails: 'refuses to write about another company than the one of the lease',
  },
];
