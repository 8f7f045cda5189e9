import { memoryCapabilities } from '@ledgerferry/testkit';
import { describe, expect, test } from 'vitest';
import { makeStage } from './make-stage.js';
import { bookedNames, job } from './numbered-job.js';
import type { PleoChange, Stage } from './stage.js';

const SEVEN = { 1: {}, 2: {}, 3: {}, 4: {}, 5: {}, 6: {}, 7: {} };

describe('a call of five that an earlier run left in doubt', () => {
  test('is looked up before Pleo has sent its payloads, once', async () => {
    const stage = await killedInFirstCall({ unique: true });
    const before = stage.ledger.calls('find').length;
    let findsBeforePayloads = 0;
    const slow: PleoChange = (source) => ({
      ...source,
      exportItems: async function* (jobId) {
        await new Promise(setImmediate);
        findsBeforePayloads = stage.ledger.calls('find').length - before;
        yield* source.exportItems(jobId);
      },
    });

    expect(await stage.runJob({ pleo: slow })).toMatchObject({ status: 'completed', items: { exported: 7 } });

    expect(findsBeforePayloads).toBe(3);
    const finds = stage.ledger.calls('find').slice(before);
    expect(finds.map(({ keys }) => keys.length)).toEqual([2, 2, 1, 2]);
    expect(bookedNames(stage)).toEqual(['1', '2', '3', '4', '5', '6', '7'].map((entry) => `${entry}/journal`));
  });

  test('costs no look-up more where every document must be looked up: only full batches go ahead of the others', async () => {
    const stage = await killedInFirstCall({ unique: false });
    const before = stage.ledger.calls('find').length;

    expect(await stage.runJob()).toMatchObject({ status: 'completed', items: { exported: 7 } });

    const finds = stage.ledger.calls('find').slice(before);
    expect(finds.map(({ keys }) => keys.length)).toEqual([2, 2, 2, 1]);
    expect(bookedNames(stage)).toEqual(['1', '2', '3', '4', '5', '6', '7'].map((entry) => `${entry}/journal`));
  });
});

/** Seven entries in calls of five; the process dies once the first call has taken effect, before anybody hears of it. */
async function killedInFirstCall({ unique }: { readonly unique: boolean }): Promise<Stage> {
  const reference = { ...memoryCapabilities.reference, unique };
  const options = { capabilities: { reference, findBatchSize: 2 } };
  const [rehearsal, stage] = [makeStage(options), makeStage(options)];
  for (const one of [rehearsal, stage]) one.addJob(job(1, SEVEN));
  const { fuse } = await rehearsal.run();
  await stage.run({ crash: { boundary: fuse.boundaryOf('post', 1), moment: 'after' } });
  return stage;
}
