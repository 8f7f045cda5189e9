import type { ExportJob, ItemSource, Page } from '@ledgerferry/core';
import { demand, demandEqual, demandIntegrationError } from '../adapter-suite/advice.js';

/** An item source with one pending job of at least two items, made anew for every behaviour. */
export interface ItemSourceHarness {
  readonly source: ItemSource;
  readonly companyId: string;
  /** The pending job. */
  readonly jobId: string;
  close?(): void | Promise<void>;
}

/** One thing that every item source does, as data. */
export interface ItemSourceBehaviour {
  readonly title: string;
  readonly run: (harness: ItemSourceHarness) => Promise<void>;
}

/** All that an item source must do. */
export const itemSourceBehaviours: readonly ItemSourceBehaviour[] = [
  {
    title: 'lists the jobs of the statuses it is asked for, oldest first',
    run: async ({ source, companyId, jobId }) => {
      const jobs = await source.jobs(companyId, ['pending']);
      demand(
        jobs.some((job) => job.id === jobId),
        'jobs must list the pending job.',
      );
      demand(
        jobs.every((job) => job.status === 'pending' && job.companyId === companyId),
        'jobs must list only the company and statuses asked for.',
      );
      demandEqual(
        jobs.map(ageOf),
        jobs.map(ageOf).toSorted(),
        'jobs must list the oldest first: Pleo demands that order.',
      );
    },
  },
  {
    title: 'a job that is started twice is in progress, once',
    run: async ({ source, jobId }) => {
      demandEqual(
        (await source.start(jobId)).status,
        'in_progress',
        'start must return the job once it is in progress.',
      );
      demandEqual(
        (await source.start(jobId)).status,
        'in_progress',
        'start must take a job that is in progress as started: the answer of the first attempt may have been lost.',
      );
    },
  },
  {
    title: 'reads as many items as the job has, and the same again',
    run: async ({ source, jobId }) => {
      const { numberOfItems } = await source.start(jobId);
      for (const read of [() => source.jobItems(jobId), () => source.exportItems(jobId)]) {
        const ids = await idsOf(read());
        demandEqual(
          [ids.length, new Set(ids).size],
          [numberOfItems, numberOfItems],
          'Every item must be read once: follow the cursor to its end.',
        );
        demandEqual((await idsOf(read())).toSorted(), ids.toSorted(), 'Reading again must yield the same items.');
      }
    },
  },
  {
    title: 'stores an update, also when it is repeated',
    run: async ({ source, jobId }) => {
      await source.start(jobId);
      const [accountingEntryId = ''] = await idsOf(source.jobItems(jobId));
      const update = {
        accountingEntryId,
        status: 'successful',
        externalId: 'L-1',
        externalUrl: null,
        exportedAt: '2026-03-11T09:00:00Z',
      } as const;
      for (const attempt of ['first', 'repeated']) {
        const results = await source.report(jobId, [update]);
        demandEqual(
          results.map(({ status }) => status),
          ['stored'],
          `report must store the ${attempt} update: a lost answer is sent again.`,
        );
      }
      const rows = await rowsOf(source.jobItems(jobId));
      demandEqual(
        rows.find((row) => row.accountingEntryId === accountingEntryId)?.externalId,
        'L-1',
        'The control layer must show what was reported.',
      );
      demand(source.maximumUpdates >= 1, 'maximumUpdates must be at least 1.');
    },
  },
  {
    title: 'completes a job, also when that is repeated',
    run: async ({ source, jobId }) => {
      await source.start(jobId);
      const accountingEntryIds = await idsOf(source.jobItems(jobId));
      const updates = accountingEntryIds.map(
        (accountingEntryId) =>
          ({
            accountingEntryId,
            status: 'successful',
            externalId: 'L-1',
            externalUrl: null,
            exportedAt: '2026-03-11T09:00:00Z',
          }) as const,
      );
      for (let start = 0; start < updates.length; start += source.maximumUpdates) {
        await source.report(jobId, updates.slice(start, start + source.maximumUpdates));
      }
      for (const attempt of ['first', 'repeated']) {
        demandEqual(
          (await source.complete(jobId, { event: 'completed' })).status,
          'completed',
          `complete must return the completed job on the ${attempt} call.`,
        );
      }
    },
  },
  {
    title: 'a job that does not exist is a failure',
    run: async ({ source }) => {
      const error = await demandIntegrationError(
        () => source.job('00000000-0000-4000-8000-000000000000'),
        'job must throw an IntegrationError for a job that does not exist.',
      );
      demandEqual(
        [error.kind, error.code],
        ['misconfigured', 'PLEO_JOB_NOT_FOUND'],
        'A job that does not exist must be "misconfigured" with code PLEO_JOB_NOT_FOUND.',
      );
    },
  },
];

async function rowsOf<Row>(pages: AsyncIterable<Page<Row>>): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for await (const page of pages) rows.push(...page.rows);
  return rows;
}

async function idsOf(pages: AsyncIterable<Page<{ readonly accountingEntryId: string }>>): Promise<readonly string[]> {
  return (await rowsOf(pages)).map((row) => row.accountingEntryId);
}

function ageOf(job: ExportJob): string {
  return `${job.createdAt} ${job.id}`;
}
