import { IntegrationError, type FinalEvent, type PostOutcome } from '@ledgerferry/core';
import { describe, expect, test } from 'vitest';
import { makeStage } from './make-stage.js';
import { bookedNames, job, jobId, statusesAtPleo } from './numbered-job.js';
import type { LedgerChange, PleoChange } from './stage.js';

const OUT_OF_REACH = new IntegrationError('transient', 'LEDGER_OUT_OF_REACH', 'The ledger does not answer.');
const neverComesBack = new Promise<never>(() => {});

const isDown: LedgerChange = (adapter) => ({
  ...adapter,
  checkReadiness: async () => {
    throw OUT_OF_REACH;
  },
});

describe('a restart while the ledger is down', () => {
  test('leaves a job that was begun open, and finishes it when the ledger is back', async () => {
    const stage = makeStage();
    stage.addJob(job(1, { 1: {}, 2: {}, 3: {} }));
    await stage.runJob({ pleo: deaf });
    expect(bookedNames(stage)).toEqual(['1/journal', '2/journal', '3/journal']);

    expect(await stage.runJob({ ledger: isDown })).toMatchObject({
      status: 'in_progress',
      stopped: { code: 'LEDGER_OUT_OF_REACH', unfinished: true },
    });
    expect(stage.pleo.book(jobId(1))).toMatchObject({ status: 'in_progress', events: ['started'] });

    expect(await stage.runJob()).toMatchObject({ status: 'completed', items: { exported: 3 } });
    expect(statusesAtPleo(stage, 1)).toEqual(['successful', 'successful', 'successful']);
    expect(bookedNames(stage)).toHaveLength(3);
  });

  test('fails a job that was not begun, and tells Pleo that the ledger is out of reach', async () => {
    const stage = makeStage();
    stage.addJob(job(1, { 1: {} }));
    const ends: FinalEvent[] = [];
    const watching: PleoChange = (source) => ({
      ...source,
      complete: async (id, end) => (ends.push(end), source.complete(id, end)),
    });

    expect(await stage.runJob({ ledger: isDown, pleo: watching })).toMatchObject({ status: 'failed' });
    expect(ends).toMatchObject([{ event: 'failed', failureReasonType: 'accounting_system_unreachable' }]);
  });
});

describe('a batch whose answer leaves one entry unclear', () => {
  test('keeps what was answered of the others when the ledger goes away before the look-up', async () => {
    const stage = makeStage();
    stage.addJob(job(1, { 9: {} }));
    await stage.runJob();
    stage.addJob(job(2, { 1: {}, 2: {}, 3: {} }));

    const report = await stage.runJob({ ledger: unclearThenGone });
    expect(report).toMatchObject({ status: 'in_progress', stopped: { code: 'LEDGER_OUT_OF_REACH' } });
    expect(report.outcomes.map((outcome) => outcome.status)).toEqual(['not-attempted', 'exported', 'exported']);
    expect(statusesAtPleo(stage, 2)).toEqual(['pending', 'successful', 'successful']);

    expect(await stage.runJob()).toMatchObject({ status: 'completed', items: { exported: 3, alreadyExported: 0 } });
    expect(bookedNames(stage)).toEqual(['9/journal', '1/journal', '2/journal', '3/journal']);
    expect(stage.ledger.calls('post')).toHaveLength(2);
  });
});

describe('a call that never comes back', () => {
  test('is looked up after its time limit, and what it booked is not booked again', async () => {
    const stage = makeStage();
    stage.addJob(job(1, { 1: {} }));
    const hangs: LedgerChange = (adapter) => ({
      ...adapter,
      post: async (call) => (await adapter.post(call), neverComesBack),
    });

    expect(await stage.runJob({ ledger: hangs })).toMatchObject({ status: 'completed', items: { exported: 1 } });
    expect(bookedNames(stage)).toEqual(['1/journal']);
  });

  test('is sent again when it has booked nothing', async () => {
    const stage = makeStage();
    stage.addJob(job(1, { 1: {} }));
    let calls = 0;
    const hangsOnce: LedgerChange = (adapter) => ({
      ...adapter,
      post: (call) => ((calls += 1) === 1 ? neverComesBack : adapter.post(call)),
    });

    expect(await stage.runJob({ ledger: hangsOnce })).toMatchObject({ status: 'completed', items: { exported: 1 } });
    expect(bookedNames(stage)).toEqual(['1/journal']);
  });
});

/** Pleo takes no updates. */
const deaf: PleoChange = (source) => ({
  ...source,
  report: async () => {
    throw new IntegrationError('transient', 'PLEO_OUT_OF_REACH', 'Pleo does not answer.');
  },
});

/** The ledger books everything, says so of all entries but the first, and can be asked nothing afterwards. */
const unclearThenGone: LedgerChange = (adapter) => ({
  ...adapter,
  post: async (call) => {
    const [first, ...others] = await adapter.post(call);
    const unclear: PostOutcome[] = first ? [{ status: 'unknown', key: first.key, evidence: 'unreadable' }] : [];
    return [...unclear, ...others];
  },
  find: async () => {
    throw OUT_OF_REACH;
  },
});
