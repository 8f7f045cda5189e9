import { demand, demandEqual, demandIntegrationError } from '../conformance/advice.js';
import type { Theme } from '../conformance/behaviour.js';
import type { ItemSourceHarness } from './item-source-harness.js';
import { demandOver } from './source-rows.js';

const NOBODY = '00000000-0000-4000-8000-000000000000';

/** What `jobs`, `job` and `start` promise. */
export const sourceJobs: Theme<ItemSourceHarness> = {
  name: 'jobs',
  page: 'packages/core/src/ports/item-source.ts',
  behaviours: [
    {
      title: 'lists the jobs of the statuses it is asked for, and no others',
      advice: 'Ask Pleo for the statuses, and check what it lists once more: a job that is over must not be taken up.',
      run: async ({ source, companyId, jobId, laterJobId }) => {
        await source.start(jobId);
        const ids = async (status: string) => (await source.jobs(companyId, [status])).map(({ id }) => id);
        demandEqual(await ids('pending'), [laterJobId], 'jobs must list the pending jobs alone.');
        demandEqual(await ids('in_progress'), [jobId], 'jobs must list the jobs in progress alone.');
      },
    },
    {
      title: 'lists the jobs of every status where none is named',
      advice: 'Take no status for any status: `reconcile` and a restored state look at jobs that are over.',
      run: async ({ source, companyId, jobId, laterJobId }) => {
        await source.start(jobId);
        const ids = (await source.jobs(companyId, [])).map(({ id }) => id);
        demandEqual(ids.toSorted(), [jobId, laterJobId].toSorted(), 'jobs must list the jobs of every status.');
      },
    },
    {
      title: 'lists the oldest job first',
      advice:
        'Sort by createdAt as a time, then by id: Pleo demands that order, and a payment may come in a later job than its invoice.',
      run: async ({ source, companyId, jobId, laterJobId }) => {
        const ids = (await source.jobs(companyId, ['pending'])).map(({ id }) => id);
        demandEqual(ids, [jobId, laterJobId], 'jobs must list the oldest job first.');
      },
    },
    {
      title: 'lists no job of another company',
      advice:
        'Filter by company, also what Pleo has filtered: the job of another company must never reach these books.',
      run: async ({ source }) => {
        demandEqual(await source.jobs(NOBODY, []), [], 'jobs must list the jobs of the company asked for alone.');
      },
    },
    {
      title: 'shows a job as Pleo has it',
      advice:
        'Read id, company, status and numberOfItems from Pleo each time: the number is what the items are counted against.',
      run: async (harness) => {
        const { id, companyId, status, numberOfItems, expiresIn } = await harness.source.job(harness.jobId);
        const { items } = await harness.book(harness.jobId);
        demandEqual(
          { id, companyId, status, numberOfItems },
          { id: harness.jobId, companyId: harness.companyId, status: 'pending', numberOfItems: items.length },
          'job must show the job as Pleo has it.',
        );
        demand(expiresIn > 0, `expiresIn must be the seconds until the job expires, but is ${expiresIn}.`);
      },
    },
    {
      title: 'a job that does not exist is a failure',
      advice:
        'Throw "misconfigured" with code PLEO_JOB_NOT_FOUND: a person has named the wrong job, company or environment.',
      run: async ({ source }) => {
        const error = await demandIntegrationError(
          () => source.job(NOBODY),
          'job must throw an IntegrationError for a job that does not exist.',
        );
        demandEqual(
          [error.kind, error.code],
          ['misconfigured', 'PLEO_JOB_NOT_FOUND'],
          'A job that does not exist must be "misconfigured" with code PLEO_JOB_NOT_FOUND.',
        );
      },
    },
    {
      title: 'a job that is started is in progress when start returns',
      advice:
        'Post the event, then read the job until it shows it: items of a job that has not begun cannot be reported.',
      run: async (harness) => {
        const { source, jobId } = harness;
        const { status } = await source.start(jobId);
        demandEqual(
          [status, (await harness.book(jobId)).status],
          ['in_progress', 'in_progress'],
          'start must return once the job is in progress.',
        );
      },
    },
    {
      title: 'starting a job again is harmless, also from another process',
      advice:
        'Take a job that is in progress for started: the answer to the first attempt may have been lost, or a crash came after it.',
      run: async (harness) => {
        const { source, jobId } = harness;
        await source.start(jobId);
        for (const again of [source, await harness.reopen()])
          demandEqual(
            (await again.start(jobId)).status,
            'in_progress',
            'start must take a job that is in progress as started.',
          );
        demandEqual((await harness.book(jobId)).events, ['started'], 'Pleo must have taken one event.');
      },
    },
    {
      title: 'a job that is over cannot be started',
      advice:
        'Throw "connection-lost" with code PLEO_JOB_IS_OVER where Pleo has ended the job: the next job takes its entries up.',
      run: async (harness) => {
        const { source, jobId } = harness;
        await harness.endJob(jobId);
        await demandOver('start', () => source.start(jobId));
      },
    },
  ],
};
