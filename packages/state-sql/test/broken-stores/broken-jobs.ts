import type { ItemOutcome, StoredItem, StoredJob } from '@ledgerferry/core';
import { changingRecordings, whereItThrows, type BrokenStore } from './broken-store.js';

/** Stores that lose track of jobs and items. */
export const brokenJobs: readonly BrokenStore[] = [
  {
    defect: 'answers a new job as one that is over',
    spoil: (store) => ({ openJob: async (...job) => ({ ...(await store.openJob(...job)), finalStatus: 'unknown' }) }),
    fails: 'takes a job up',
  },
  {
    defect: 'takes a job up anew each time',
    spoil: (store) => ({ openJob: async (lease, job) => ({ ...(await store.openJob(lease, job)), ...job }) }),
    fails: 'returns a job as it was taken up before, also where Pleo or the tenant has changed since',
  },
  {
    defect: 'takes every job for the first',
    spoil: (store) => ({ openJob: async (...job) => ({ ...(await store.openJob(...job)), firstOfCompany: true }) }),
    fails: 'knows which job was the first it saw of a company',
  },
  {
    defect: 'lists jobs oldest first',
    spoil: (store) => ({ jobs: async (companyId) => (await store.jobs(companyId)).toReversed() }),
    fails: "lists a company's jobs, newest first",
  },
  {
    defect: 'knows one good end of a job',
    spoil: (store) => ({
      finishJob: (lease, jobId, status, at) =>
        store.finishJob(lease, jobId, status === 'completed_with_errors' ? 'completed' : status, at),
    }),
    fails: 'keeps how and when a job ended',
  },
  {
    defect: 'ends a job again',
    spoil: (store) => {
      const ended = new Map<string, Pick<StoredJob, 'finalStatus' | 'finishedAt'>>();
      return {
        finishJob: async (lease, jobId, finalStatus, finishedAt) => {
          await store.finishJob(lease, jobId, finalStatus, finishedAt);
          ended.set(jobId, { finalStatus, finishedAt });
        },
        jobs: async (companyId) => (await store.jobs(companyId)).map((job) => ({ ...job, ...ended.get(job.jobId) })),
      };
    },
    fails: 'keeps how a job ended first',
  },
  {
    defect: 'takes up a job that it is asked to enlist items of',
    spoil: (store) => ({
      enlist: (lease, jobId, ids) =>
        store.enlist(lease, jobId, ids).catch(
          whereItThrows('STATE_UNAVAILABLE', async () => {
            const { companyId } = lease;
            await store.openJob(lease, { jobId, companyId, tenant: '', takenUpAs: 'pending', takenUpAt: 0 });
            await store.enlist(lease, jobId, ids);
          }),
        ),
    }),
    fails: 'refuses items of a job that was never taken up',
  },
  {
    defect: 'enlists an item anew',
    spoil: (store) => {
      const enlisted = new Set<string>();
      const again = new Set<string>();
      return {
        enlist: async (lease, jobId, ids) => {
          await store.enlist(lease, jobId, ids);
          for (const id of ids) (enlisted.has(`${jobId} ${id}`) ? again : enlisted).add(`${jobId} ${id}`);
        },
        items: async (jobId) =>
          (await store.items(jobId)).map((item) =>
            again.has(`${jobId} ${item.accountingEntryId}`) ? { ...item, state: 'enlisted', outcome: null } : item,
          ),
      };
    },
    fails: 'enlists an item once and keeps what is known of it',
  },
  {
    defect: 'keeps no warnings',
    spoil: (store) =>
      changingRecordings(store, (recording) => ({
        ...recording,
        outcomes: recording.outcomes.map((outcome) => ('warnings' in outcome ? { ...outcome, warnings: [] } : outcome)),
      })),
    fails: 'gives back every kind of outcome as it was recorded',
  },
  {
    defect: 'believes the last outcome',
    spoil: (store) => {
      const last = new Map<string, ItemOutcome>();
      return {
        record: async (lease, recording) => {
          await store.record(lease, recording);
          for (const outcome of recording.outcomes)
            last.set(`${recording.jobId} ${outcome.accountingEntryId}`, outcome);
        },
        items: async (jobId) =>
          (await store.items(jobId)).map((item) => ({
            ...item,
            outcome: last.get(`${jobId} ${item.accountingEntryId}`) ?? item.outcome,
          })),
      };
    },
    fails: 'keeps the outcome of an exported or failed item, whatever is recorded later',
  },
  {
    defect: 'drops outcomes of items that wait for a person',
    spoil: (store) => ({
      record: async (lease, recording) => {
        const items = recording.source === 'person' ? await store.items(recording.jobId) : [];
        const isSettled = ({ accountingEntryId }: ItemOutcome) =>
          items.some((item) => item.accountingEntryId === accountingEntryId && item.state === 'settled');
        const outcomes = recording.outcomes.filter((outcome) => !isSettled(outcome));
        await store.record(lease, { ...recording, outcomes });
      },
    }),
    fails: 'replaces the outcome of a parked item once it is known',
  },
  {
    defect: 'reports each item once',
    spoil: (store) => {
      const reported = new Set<string>();
      return {
        markReported: async (lease, jobId, ids, at) => {
          await store.markReported(lease, jobId, ids, at);
          for (const id of ids) reported.add(`${jobId} ${id}`);
        },
        items: async (jobId) =>
          (await store.items(jobId)).map((item) =>
            reported.has(`${jobId} ${item.accountingEntryId}`) ? { ...item, state: 'reported' } : item,
          ),
      };
    },
    fails: 'reports a parked item once more when a person has settled it',
  },
  {
    defect: 'marks items that it does not have',
    spoil: (store) => ({
      markReported: (...items) =>
        store.markReported(...items).catch(whereItThrows('STATE_UNAVAILABLE', () => Promise.resolve())),
    }),
    fails: 'refuses to mark as reported what was never enlisted',
  },
  {
    defect: 'takes a whole job for reported',
    spoil: (store) => ({
      markReported: async (lease, jobId, ids, at) => {
        await store.markReported(lease, jobId, ids, at);
        const all = (await store.items(jobId)).map(({ accountingEntryId }) => accountingEntryId);
        await store.markReported(lease, jobId, all, at);
      },
    }),
    fails: 'remembers which items Pleo knows the outcome of',
  },
  {
    defect: 'keeps one item for an entry',
    spoil: (store) => {
      const known = new Map<string, ItemOutcome>();
      const withOutcome = (item: StoredItem): StoredItem => {
        const outcome = known.get(item.accountingEntryId);
        return item.outcome || !outcome ? item : { ...item, state: 'settled', outcome };
      };
      return {
        record: async (lease, recording) => {
          await store.record(lease, recording);
          for (const outcome of recording.outcomes) known.set(outcome.accountingEntryId, outcome);
        },
        items: async (jobId) => (await store.items(jobId)).map(withOutcome),
      };
    },
    fails: 'keeps an entry of two jobs as two items',
  },
];
