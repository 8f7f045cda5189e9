import { setImmediate as turnOfTheEventLoop } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { makeStage } from './make-stage.js';
import { job, RECEIPT } from './numbered-job.js';
import type { LedgerChange } from './stage.js';

test('look-ups and receipts together keep to what the ledger takes at once, after the state was lost', async () => {
  const stage = makeStage({ capabilities: { findBatchSize: 1, maximumInFlight: 2 } });
  const entries = Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8].map((entry) => [entry, { files: [RECEIPT] }]));
  stage.addJob(job(1, entries));
  await stage.runJob();
  stage.loseState();

  let inFlight = 0;
  let most = 0;
  const counted = async <Answer>(call: () => Promise<Answer>): Promise<Answer> => {
    inFlight += 1;
    most = Math.max(most, inFlight);
    for (let turn = 0; turn < 5; turn++) await turnOfTheEventLoop();
    return call().finally(() => (inFlight -= 1));
  };
  const counting: LedgerChange = (adapter) => ({
    ...adapter,
    find: (queries) => counted(() => adapter.find(queries)),
    attach: (call) => counted(() => adapter.attach(call)),
    findAttachments: (target) => counted(() => adapter.findAttachments(target)),
    post: (call) => counted(() => adapter.post(call)),
  });
  stage.addJob(job(2, entries));
  expect(await stage.runJob({ ledger: counting })).toMatchObject({ items: { alreadyExported: 8 } });
  expect(most).toBe(2);
});
