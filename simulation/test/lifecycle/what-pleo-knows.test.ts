import { IntegrationError, type UpdateResult } from '@ledgerferry/core';
import { memoryCapabilities } from '@ledgerferry/testkit';
import { describe, expect, test } from 'vitest';
import { makeStage } from './make-stage.js';
import { bookedNames, entryId, job, jobId, statusesAtPleo } from './numbered-job.js';
import type { LedgerChange, PleoChange } from './stage.js';

describe('an entry that was reported as failed because nobody could tell whether it was booked', () => {
  test('is reported as successful once a person has found it in the ledger, and the report says the same', async () => {
    const stage = makeStage({ capabilities: { reference: { ...memoryCapabilities.reference, lookup: 'none' } } });
    stage.addJob(job(1, { 1: {}, 2: {} }));
    stage.ledger.scheduleFault({ method: 'post', number: 1, effect: 'after' });
    await stage.runJob({ pleo: withoutEnd });
    expect(statusesAtPleo(stage, 1)).toEqual(['failed', 'failed']);

    for (const number of [1, 2]) await stage.settle(entryId(number), { found: `M-${number}` });
    expect(await stage.runJob()).toMatchObject({ status: 'completed', items: { exported: 2, failed: 0, parked: 0 } });

    const { status, items } = stage.pleo.book(jobId(1));
    expect(status).toBe('completed');
    expect(items.map((item) => [item.status, item.externalId])).toEqual([
      ['successful', 'M-1'],
      ['successful', 'M-2'],
    ]);
    expect(bookedNames(stage)).toEqual(['1/journal', '2/journal']);
  });

  test('stays failed at Pleo and in the report where a person has settled nothing', async () => {
    const stage = makeStage({ capabilities: { reference: { ...memoryCapabilities.reference, lookup: 'none' } } });
    stage.addJob(job(1, { 1: {} }));
    stage.ledger.scheduleFault({ method: 'post', number: 1, effect: 'after' });
    await stage.runJob({ pleo: withoutEnd });

    expect(await stage.runJob()).toMatchObject({ status: 'failed', items: { exported: 0 } });
    expect(stage.pleo.book(jobId(1))).toMatchObject({ status: 'failed', contradictions: 0 });
    expect(bookedNames(stage)).toEqual(['1/journal']);
  });
});

describe('what Pleo shows when a job is taken up again', () => {
  test('is told once more of a success that it refused before, and of none that it has', async () => {
    const stage = makeStage();
    stage.addJob(job(1, { 1: {}, 2: {} }));
    const refusing = answering('refused');
    await stage.runJob({ pleo: (source) => withoutEnd(refusing(source)) });
    expect(statusesAtPleo(stage, 1)).toEqual(['pending', 'successful']);

    const told: string[] = [];
    const watching: PleoChange = (source) => ({
      ...source,
      report: async (id, updates) => (
        told.push(...updates.map((update) => update.accountingEntryId)),
        source.report(id, updates)
      ),
    });
    expect(await stage.runJob({ pleo: watching })).toMatchObject({ status: 'completed', items: { exported: 2 } });
    expect(told).toEqual([entryId(1)]);
  });

  test('stays a success, also where an older copy of the state knows the entry as one for a person', async () => {
    const stage = makeStage({ capabilities: { reference: { ...memoryCapabilities.reference, lookup: 'none' } } });
    stage.addJob(job(1, { 1: {} }));
    stage.ledger.scheduleFault({ method: 'post', number: 1, effect: 'after' });
    await stage.runJob({ pleo: withoutEnd });
    stage.copyState();
    await stage.settle(entryId(1), { found: 'M-1' });
    await stage.runJob({ pleo: withoutEnd });
    expect(statusesAtPleo(stage, 1)).toEqual(['successful']);

    stage.restoreState();
    expect(await stage.runJob()).toMatchObject({ status: 'completed', items: { exported: 1, parked: 0 } });
    expect(statusesAtPleo(stage, 1)).toEqual(['successful']);
  });
});

describe('an update that Pleo does not store', () => {
  const thirty = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [index + 1, {}]));

  test('does not keep the other entries from being booked, when Pleo refuses it; the report says what Pleo has', async () => {
    const stage = makeStage();
    stage.addJob(job(1, thirty));

    const ledger = slowly((ms) => stage.clock.sleep(ms));
    const report = await stage.runJob({ pleo: answering('refused'), ledger });
    expect(report).toMatchObject({ status: 'completed_with_errors', items: { exported: 29, failed: 1 } });
    expect(report.outcomes[0]).toMatchObject({
      status: 'failed',
      externalId: 'M-1',
      problem: { code: 'OUTCOME_NOT_STORED', owner: 'ledgerferry' },
    });
    expect(report.totals).toEqual({ DKK: 2_900 });
    expect(new Set(bookedNames(stage)).size).toBe(30);
    expect(stage.ledger.calls('post')).toHaveLength(6);
    expect(statusesAtPleo(stage, 1).filter((status) => status === 'successful')).toHaveLength(29);
  });

  test('does not keep the other entries from being booked, when Pleo gives no answer; the next run tells it again', async () => {
    const stage = makeStage();
    stage.addJob(job(1, thirty));

    const ledger = slowly((ms) => stage.clock.sleep(ms));
    expect(await stage.runJob({ pleo: answering('undecided'), ledger })).toMatchObject({
      status: 'in_progress',
      stopped: { code: 'PLEO_UPDATE_UNDECIDED', unfinished: true },
    });
    expect(new Set(bookedNames(stage)).size).toBe(30);

    expect(await stage.runJob()).toMatchObject({ status: 'completed', items: { exported: 30 } });
    expect(statusesAtPleo(stage, 1)).toEqual(Array.from({ length: 30 }, () => 'successful'));
    expect(bookedNames(stage)).toHaveLength(30);
  });
});

/** Pleo goes away before the job can be ended. */
const withoutEnd: PleoChange = (source) => ({
  ...source,
  complete: async () => {
    throw new IntegrationError('transient', 'PLEO_OUT_OF_REACH', 'Pleo does not answer.');
  },
});

/** Pleo does not store what it is told of entry 1. */
function answering(status: UpdateResult['status']): PleoChange {
  return (source) => ({
    ...source,
    report: async (id, updates) => {
      const [first = [], others = []] = [true, false].map((isFirst) =>
        updates.filter((update) => (update.accountingEntryId === entryId(1)) === isFirst),
      );
      const stored = await source.report(id, others);
      return [
        ...first.map((update) => ({ accountingEntryId: update.accountingEntryId, status, message: 'no' })),
        ...stored,
      ];
    },
  });
}

/** A ledger that takes two seconds a call: Pleo hears of the first entries long before the last are booked. */
function slowly(sleep: (ms: number) => Promise<void>): LedgerChange {
  return (adapter) => ({
    ...adapter,
    post: async (call) => {
      await sleep(2_000);
      return adapter.post(call);
    },
  });
}
