import { memoryCapabilities } from '@ledgerferry/testkit';
import { expect, test } from 'vitest';
import { makeStage } from './make-stage.js';
import { bookedNames, job, statusesAtPleo } from './numbered-job.js';

const scanned = { reference: { ...memoryCapabilities.reference, lookup: 'scan' as const } };

test('an entry that an accountant moved to another day is linked when it is exported again, not booked twice', async () => {
  const stage = makeStage({ capabilities: scanned });
  stage.addJob(job(1, { 1: {}, 2: {} }));
  await stage.runJob();
  const [first] = stage.ledger.documents();
  if (!first?.summary) throw new Error('something must be booked');
  stage.ledger.edit(first.externalId, { summary: { ...first.summary, date: '2026-06-30' } });

  stage.addJob(job(2, { 1: {}, 2: {} }));
  expect(await stage.runJob()).toMatchObject({ status: 'completed', items: { exported: 0, alreadyExported: 2 } });
  expect(bookedNames(stage)).toHaveLength(2);
  expect(statusesAtPleo(stage, 2)).toEqual(['successful', 'successful']);
});
