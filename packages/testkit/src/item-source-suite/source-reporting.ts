import { demand, demandEqual } from '../conformance/advice.js';
import type { Theme } from '../conformance/behaviour.js';
import type { ItemSourceHarness } from './item-source-harness.js';
import { demandNotBegun, demandOver, failure, idsOf, reportAll, success } from './source-rows.js';

const NOBODY = '00000000-0000-4000-8000-00000000dead';

/** What `report` and `complete` promise. */
export const sourceReporting: Theme<ItemSourceHarness> = {
  name: 'reporting',
  page: 'packages/core/src/ports/item-source.ts',
  behaviours: [
    {
      title: 'takes at least one update at a time',
      advice: 'Declare maximumUpdates as Pleo documents it: at most 100 a call.',
      run: ({ source }) => {
        const { maximumUpdates } = source;
        demand(
          Number.isInteger(maximumUpdates) && maximumUpdates >= 1,
          `maximumUpdates must be a whole number of at least 1, but is ${maximumUpdates}.`,
        );
      },
    },
    {
      title: 'a success is in Pleo with its id and link',
      advice: 'Send externalId and externalUrl with the status: a user follows them into the ledger.',
      run: async (harness) => {
        const [id = ''] = await started(harness);
        const update = success(id);
        await harness.source.report(harness.jobId, [update]);
        const item = await inPleo(harness, id);
        demandEqual(
          [item?.status, item?.externalId, item?.externalUrl],
          ['successful', update.externalId, update.externalUrl],
          'Pleo must have the item as successful, with its external id and link.',
        );
      },
    },
    {
      title: 'a failure is in Pleo with its reason and type',
      advice: 'Send failureReason and failureReasonType with the status: the sentence is what the user reads.',
      run: async (harness) => {
        const [id = ''] = await started(harness);
        const update = failure(id);
        await harness.source.report(harness.jobId, [update]);
        const item = await inPleo(harness, id);
        demandEqual(
          [item?.status, item?.failureReason, item?.failureReasonType],
          ['failed', update.failureReason, update.failureReasonType],
          'Pleo must have the item as failed, with its reason and type.',
        );
      },
    },
    {
      title: 'every update has one result, by its entry',
      advice: 'Answer one result per update: the engine takes an item for reported only where it is "stored".',
      run: async (harness) => {
        const ids = (await started(harness)).slice(0, harness.source.maximumUpdates);
        const results = await harness.source.report(harness.jobId, ids.map(success));
        demandEqual(
          results.map(({ accountingEntryId, status }) => `${status} ${accountingEntryId}`).toSorted(),
          ids.map((id) => `stored ${id}`).toSorted(),
          'report must answer one result for each update.',
        );
      },
    },
    {
      title: 'repeating an update is safe',
      advice: 'Take an item that has this status for stored: a lost answer is sent again.',
      run: async (harness) => {
        const [id = ''] = await started(harness);
        for (const attempt of ['first', 'repeated']) {
          const results = await harness.source.report(harness.jobId, [success(id)]);
          demandEqual(
            results.map(({ status }) => status),
            ['stored'],
            `report must store the ${attempt} update.`,
          );
        }
      },
    },
    {
      title: 'an update of an entry that the job does not have is refused, and alone',
      advice:
        'Tell refused items one by one: "refused" for those that sending again cannot cure, and "stored" for the rest.',
      run: async (harness) => {
        const [id = ''] = await started(harness);
        if (harness.source.maximumUpdates < 2) return;
        const results = await harness.source.report(harness.jobId, [success(NOBODY), success(id)]);
        demandEqual(
          results.map(({ accountingEntryId, status }) => `${status} ${accountingEntryId}`).toSorted(),
          [`refused ${NOBODY}`, `stored ${id}`],
          'report must refuse the unknown entry and store the other.',
        );
      },
    },
    {
      title: 'the control layer shows what was reported',
      advice:
        'Read statuses from Pleo, not from a memory of what was sent: after a crash they tell what is still to be reported.',
      run: async (harness) => {
        const [id = ''] = await started(harness);
        await harness.source.report(harness.jobId, [success(id)]);
        const source = await harness.reopen();
        for await (const { rows } of source.jobItems(harness.jobId))
          for (const { accountingEntryId, status, externalId } of rows)
            if (accountingEntryId === id)
              demandEqual(
                [status, externalId],
                ['successful', success(id).externalId],
                'jobItems must show the status that Pleo has.',
              );
      },
    },
    {
      title: 'nothing is reported to a job that is over',
      advice:
        'Throw "connection-lost" with code PLEO_JOB_IS_OVER: the engine sends nothing new then, and the next job takes it up.',
      run: async (harness) => {
        const [id = ''] = await started(harness);
        await harness.endJob(harness.jobId);
        await demandOver('report', () => harness.source.report(harness.jobId, [success(id)]));
      },
    },
    {
      title: 'nothing is told to Pleo by who may not begin any more',
      advice:
        'Ask mayBegin right before each call and each repeat, and throw "transient" with code CALL_NOT_BEGUN where it says no: another process may have taken over meanwhile.',
      run: async (harness) => {
        const { source, jobId } = harness;
        const tooLate = (): boolean => false;
        await demandNotBegun('start', () => source.start(jobId, tooLate));
        const [id = ''] = await started(harness);
        await demandNotBegun('report', () => source.report(jobId, [success(id)], tooLate));
        await demandNotBegun('complete', () => source.complete(jobId, { event: 'completed' }, tooLate));
        const { status, events } = await harness.book(jobId);
        demandEqual([status, [...events]], ['in_progress', ['started']], 'Pleo must have heard of the start alone.');
      },
    },
    {
      title: 'a job is completed when complete returns',
      advice: 'Post the event, then read the job until it shows it: a next job must not begin before this one is over.',
      run: async (harness) => {
        await started(harness);
        await reportAll(harness);
        const { status } = await harness.source.complete(harness.jobId, { event: 'completed' });
        demandEqual(
          [status, (await harness.book(harness.jobId)).status],
          ['completed', 'completed'],
          'complete must return once the job is completed.',
        );
      },
    },
    {
      title: 'a job can end with errors, or fail with a reason',
      advice: 'Send the event as it is, and the reason and its type with "failed".',
      run: async (harness) => {
        for (const [jobId, event] of [
          [harness.jobId, { event: 'completed_with_errors' }],
          [
            harness.laterJobId,
            { event: 'failed', failureReason: 'No login.', failureReasonType: 'authorization_failure' },
          ],
        ] as const) {
          await harness.source.start(jobId);
          await reportAll({ ...harness, jobId });
          await harness.source.complete(jobId, event);
          demandEqual(
            (await harness.book(jobId)).events,
            ['started', event.event],
            `Pleo must have the event "${event.event}".`,
          );
        }
      },
    },
    {
      title: 'completing a job again is harmless, also from another process',
      advice: 'Take a job that has this status for completed: the answer may have been lost, or a crash came after it.',
      run: async (harness) => {
        await started(harness);
        await reportAll(harness);
        await harness.source.complete(harness.jobId, { event: 'completed' });
        for (const source of [harness.source, await harness.reopen()])
          demandEqual(
            (await source.complete(harness.jobId, { event: 'completed' })).status,
            'completed',
            'complete must take a completed job for completed.',
          );
        demandEqual(
          (await harness.book(harness.jobId)).events,
          ['started', 'completed'],
          'Pleo must have one final event.',
        );
      },
    },
    {
      title: 'a job that ended otherwise cannot be completed',
      advice:
        'Throw "connection-lost" with code PLEO_JOB_IS_OVER: the engine must not believe that Pleo knows of its outcomes.',
      run: async (harness) => {
        await started(harness);
        await harness.endJob(harness.jobId);
        await demandOver('complete', () => harness.source.complete(harness.jobId, { event: 'completed' }));
      },
    },
  ],
};

/** Starts the job; answers its ids. */
async function started({ source, jobId }: ItemSourceHarness): Promise<readonly string[]> {
  await source.start(jobId);
  return idsOf(source.jobItems(jobId));
}

async function inPleo(harness: ItemSourceHarness, id: string) {
  return (await harness.book(harness.jobId)).items.find(({ accountingEntryId }) => accountingEntryId === id);
}
