import { IntegrationError } from '@ledgerferry/core';
import { codeOf, onlyWhereOver, type BrokenSource } from './broken-source.js';

/** Sources that lose track of jobs. */
export const losingJobs: readonly BrokenSource[] = [
  {
    defect: 'lists open jobs where pending ones are asked for',
    spoil: (source) => ({
      jobs: (companyId, statuses) =>
        source.jobs(companyId, statuses.length === 0 ? [] : ['pending', 'in_progress', ...statuses]),
    }),
    fails: 'lists the jobs of the statuses it is asked for, and no others',
    says: /must list the pending jobs alone/,
  },
  {
    defect: 'takes no status for pending',
    spoil: (source) => ({
      jobs: (companyId, statuses) => source.jobs(companyId, statuses.length === 0 ? ['pending'] : statuses),
    }),
    fails: 'lists the jobs of every status where none is named',
    says: /Take no status for any status/,
  },
  {
    defect: 'compares times as texts',
    spoil: (source) => ({
      jobs: async (companyId, statuses) =>
        (await source.jobs(companyId, statuses)).toSorted((left, right) => (left.id < right.id ? -1 : 1)),
    }),
    fails: 'lists the oldest job first',
    says: /Sort by createdAt as a time/,
  },
  {
    defect: 'lists the jobs of every company',
    spoil: (source) => ({
      jobs: (_companyId, statuses) => source.jobs('3d7f2c10-54b7-4a0e-9d0c-2f6a1b8e4c11', statuses),
    }),
    fails: 'lists no job of another company',
    says: /the company asked for alone/,
  },
  {
    defect: 'takes the size of a page for the number of items',
    spoil: (source) => ({ job: async (jobId) => ({ ...(await source.job(jobId)), numberOfItems: 5 }) }),
    fails: 'shows a job as Pleo has it',
    says: /numberOfItems: 12[\s\S]*numberOfItems: 5/,
  },
  {
    defect: 'calls a job that does not exist an outage',
    spoil: (source) => ({
      job: (jobId) =>
        source.job(jobId).catch((error: unknown) => {
          throw codeOf(error) === 'PLEO_JOB_NOT_FOUND'
            ? new IntegrationError('transient', 'HTTP_404', 'Not found.')
            : error;
        }),
    }),
    fails: 'a job that does not exist is a failure',
    says: /\[ 'transient', 'HTTP_404' \]/,
  },
  {
    defect: 'does not wait until a job has begun',
    spoil: (source) => ({
      start: async (jobId, mayBegin) => {
        const before = await source.job(jobId);
        const after = await source.start(jobId, mayBegin);
        return before.status === 'pending' ? before : after;
      },
    }),
    fails: 'a job that is started is in progress when start returns',
    says: /must return once the job is in progress/,
  },
  {
    defect: 'starts a job once',
    spoil: (source) => ({
      start: async (jobId, mayBegin) => {
        if ((await source.job(jobId)).status !== 'in_progress') return source.start(jobId, mayBegin);
        throw new IntegrationError('misconfigured', 'PLEO_EVENT_REFUSED', 'The job was started before.');
      },
    }),
    fails: 'starting a job again is harmless, also from another process',
    says: /PLEO_EVENT_REFUSED[\s\S]*Take a job that is in progress for started/,
  },
  {
    defect: 'starts what is over',
    spoil: (source) => ({
      start: (jobId, mayBegin) => source.start(jobId, mayBegin).catch(onlyWhereOver(() => source.job(jobId))),
    }),
    fails: 'a job that is over cannot be started',
    says: /start must throw an IntegrationError for a job that is over/,
  },
];
