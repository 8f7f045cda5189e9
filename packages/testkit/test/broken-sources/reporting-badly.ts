import { IntegrationError, type Page } from '@ledgerferry/core';
import { onlyWhereOver, type BrokenSource } from './broken-source.js';

/** Sources that tell Pleo something else than they were told. */
export const reportingBadly: readonly BrokenSource[] = [
  {
    defect: 'declares no updates',
    spoil: () => ({ maximumUpdates: 99.5 }),
    fails: 'takes at least one update at a time',
    says: /whole number of at least 1, but is 99\.5/,
  },
  {
    defect: 'sends no link',
    spoil: (source) => ({
      report: (jobId, updates, mayBegin) =>
        source.report(
          jobId,
          updates.map((update) => (update.status === 'successful' ? { ...update, externalUrl: null } : update)),
          mayBegin,
        ),
    }),
    fails: 'a success is in Pleo with its id and link',
    says: /with its external id and link/,
  },
  {
    defect: 'has one reason for everything',
    spoil: (source) => ({
      report: (jobId, updates, mayBegin) =>
        source.report(
          jobId,
          updates.map((update) =>
            update.status === 'failed' ? { ...update, failureReasonType: 'unexpected_failure' } : update,
          ),
          mayBegin,
        ),
    }),
    fails: 'a failure is in Pleo with its reason and type',
    says: /'account_unknown'[\s\S]*'unexpected_failure'/,
  },
  {
    defect: 'answers for the first item of several',
    spoil: (source) => ({
      report: async (jobId, updates, mayBegin) => {
        const results = await source.report(jobId, updates, mayBegin);
        return results.length > 2 ? results.slice(0, 1) : results;
      },
    }),
    fails: 'every update has one result, by its entry',
    says: /must answer one result for each update/,
  },
  {
    defect: 'refuses what was reported before',
    spoil: (source, pleo) => ({
      report: async (jobId, updates, mayBegin) => {
        const settled = new Set(
          pleo
            .book(jobId)
            .items.flatMap(({ accountingEntryId, status }) => (status === 'pending' ? [] : [accountingEntryId])),
        );
        const results = await source.report(jobId, updates, mayBegin);
        return results.map((result) =>
          settled.has(result.accountingEntryId) ? { ...result, status: 'refused', message: 'settled before' } : result,
        );
      },
    }),
    fails: 'repeating an update is safe',
    says: /must store the repeated update/,
  },
  {
    defect: 'gives a whole report up for one item',
    spoil: (source) => ({
      report: async (jobId, updates, mayBegin) => {
        const results = await source.report(jobId, updates, mayBegin);
        return results.some(({ status }) => status === 'refused')
          ? results.map((result) => ({ ...result, status: 'refused' }))
          : results;
      },
    }),
    fails: 'an update of an entry that the job does not have is refused, and alone',
    says: /must refuse the unknown entry and store the other/,
  },
  {
    defect: 'remembers what it reported, and nothing else',
    spoil: (source) => {
      const reported = new Set<string>();
      return {
        report: (jobId, updates, mayBegin) => {
          for (const { accountingEntryId } of updates) reported.add(accountingEntryId);
          return source.report(jobId, updates, mayBegin);
        },
        jobItems: (jobId) =>
          mapped(
            () => source.jobItems(jobId),
            (page) => ({
              ...page,
              rows: page.rows.map((row) => (reported.has(row.accountingEntryId) ? row : { ...row, status: 'pending' })),
            }),
          ),
      };
    },
    fails: 'the control layer shows what was reported',
    says: /must show the status that Pleo has/,
  },
  {
    defect: 'reports to a job that is over',
    spoil: (source) => ({
      report: (jobId, updates, mayBegin) =>
        source.report(jobId, updates, mayBegin).catch(onlyWhereOver(async () => [])),
    }),
    fails: 'nothing is reported to a job that is over',
    says: /report must throw an IntegrationError for a job that is over/,
  },
  {
    defect: 'does not ask whether it may begin',
    spoil: (source) => ({ report: (jobId, updates) => source.report(jobId, updates) }),
    fails: 'nothing is told to Pleo by who may not begin any more',
    says: /report must throw CALL_NOT_BEGUN/,
  },
  {
    defect: 'does not wait until a job is over',
    spoil: (source) => ({
      complete: async (jobId, event, mayBegin) => {
        const before = await source.job(jobId);
        const after = await source.complete(jobId, event, mayBegin);
        return before.status === 'in_progress' && event.event === 'completed'
          ? { ...after, status: 'in_progress' }
          : after;
      },
    }),
    fails: 'a job is completed when complete returns',
    says: /must return once the job is completed/,
  },
  {
    defect: 'calls everything completed',
    spoil: (source) => ({ complete: (jobId, _, mayBegin) => source.complete(jobId, { event: 'completed' }, mayBegin) }),
    fails: 'a job can end with errors, or fail with a reason',
    says: /'started', 'completed_with_errors'[\s\S]*'started', 'completed' /,
  },
  {
    defect: 'completes a job once',
    spoil: (source) => ({
      complete: async (jobId, event, mayBegin) => {
        if ((await source.job(jobId)).status !== 'completed') return source.complete(jobId, event, mayBegin);
        throw new IntegrationError('transient', 'PLEO_EVENT_REFUSED', 'The job was completed before.');
      },
    }),
    fails: 'completing a job again is harmless, also from another process',
    says: /Take a job that has this status for completed/,
  },
  {
    defect: 'completes what is over',
    spoil: (source) => ({
      complete: (jobId, event, mayBegin) =>
        source.complete(jobId, event, mayBegin).catch(onlyWhereOver(() => source.job(jobId))),
    }),
    fails: 'a job that ended otherwise cannot be completed',
    says: /complete must throw an IntegrationError for a job that is over/,
  },
];

async function* mapped<Row>(
  listing: () => AsyncIterable<Page<Row>>,
  change: (page: Page<Row>, number: number) => Page<Row>,
): AsyncGenerator<Page<Row>> {
  let number = 0;
  for await (const page of listing()) yield change(page, (number += 1));
}
