import { CALL_NOT_BEGUN, IntegrationError } from '@ledgerferry/core';
import { describe, expect, test } from 'vitest';
import { makeStage } from './make-stage.js';
import { bookedNames, job, jobId, RECEIPT, statusesAtPleo } from './numbered-job.js';
import type { LedgerChange, PleoChange, Stage } from './stage.js';

const MINUTE = 60_000;
const receipts = (count: number) => ({ files: Array.from({ length: count }, () => RECEIPT) });

describe('a job whose receipts take longer than Pleo keeps it open', () => {
  test('is kept alive by putting an outcome again, and gets all its receipts', async () => {
    const stage = makeStage();
    stage.addJob(job(1, { 1: {}, 2: receipts(60) }));

    const report = await stage.runJob({ pleo: slowFiles(2 * MINUTE, stage) });
    expect(report).toMatchObject({ status: 'completed', outcomes: [{ warnings: [] }, { warnings: [] }] });
    expect(stage.ledger.attachments()).toHaveLength(60);
  });

  test('ends in time without the rest of them, where nothing can be put to keep it alive; the next job attaches the rest', async () => {
    const stage = makeStage();
    stage.addJob(job(1, { 1: receipts(60) }));

    const { status, outcomes } = await stage.runJob({ pleo: slowFiles(2 * MINUTE, stage) });
    expect(status).toBe('completed');
    expect(outcomes).toMatchObject([
      { warnings: expect.arrayContaining([expect.stringContaining('Receipt 60 was not attached')]) },
    ]);
    expect(statusesAtPleo(stage, 1)).toEqual(['successful']);

    stage.addJob(job(2, { 1: receipts(60) }));
    expect(await stage.runJob()).toMatchObject({ status: 'completed', outcomes: [{ warnings: [] }] });
    expect(new Set(stage.ledger.attachments().map(({ fileName }) => fileName)).size).toBe(60);
    expect(stage.ledger.attachments()).toHaveLength(60);
  });

  test('ends in time where what is put does not keep it alive', async () => {
    const stage = makeStage();
    stage.addJob(job(1, { 1: {}, 2: receipts(60) }));

    const slow = slowFiles(2 * MINUTE, stage);
    const report = await stage.runJob({ pleo: (source) => slow(standingStill(stage)(source)) });
    expect(report).toMatchObject({ status: 'completed', items: { exported: 2 } });
    expect(statusesAtPleo(stage, 1)).toEqual(['successful', 'successful']);
  });

  test('fails the entry in time where receipts are required, and a second export attaches the rest', async () => {
    const stage = makeStage({ settings: { receipts: 'required' } });
    stage.addJob(job(1, { 1: receipts(60) }));
    expect((await stage.runJob({ pleo: slowFiles(2 * MINUTE, stage) })).outcomes).toMatchObject([
      { status: 'failed', externalId: 'M-1', problem: { code: 'RECEIPT_REQUIRED', reason: 'receipt_upload_failure' } },
    ]);

    stage.addJob(job(2, { 1: receipts(60) }));
    expect(await stage.runJob()).toMatchObject({ status: 'completed', items: { alreadyExported: 1 } });
    expect(stage.ledger.attachments()).toHaveLength(60);
  });

  test('gives up a receipt whose budget is spent for longer', async () => {
    const stage = makeStage();
    stage.addJob(job(1, { 1: receipts(1) }));
    const spent: LedgerChange = (adapter) => ({
      ...adapter,
      attach: () => Promise.reject(notBegunFor(9 * MINUTE)),
    });

    expect(await stage.runJob({ ledger: spent })).toMatchObject({
      status: 'completed',
      outcomes: [{ status: 'exported', warnings: [expect.stringContaining('was not attached')] }],
    });
  });

  test('that is taken up again shortly before its end is saved by what is put, and gets all its receipts', async () => {
    const [rehearsal, stage] = [makeStage(), makeStage()];
    for (const one of [rehearsal, stage]) one.addJob(job(1, { 1: {}, 2: receipts(3) }));
    const { fuse } = await rehearsal.run({ pleo: slowFiles(10_000, rehearsal) });
    await stage.run({
      pleo: slowFiles(10_000, stage),
      crash: { boundary: fuse.boundaryOf('attach', 2), moment: 'before' },
    });
    expect(statusesAtPleo(stage, 1)).toEqual(['successful', 'pending']);
    await stage.clock.advance(50 * MINUTE);

    const report = await stage.runJob({ pleo: slowFiles(3 * MINUTE, stage) });
    expect(report).toMatchObject({ status: 'completed', outcomes: [{ warnings: [] }, { warnings: [] }] });
    expect(stage.ledger.attachments()).toHaveLength(3);
  });
});

describe('a job that Pleo ends while a write waits for its budget', () => {
  test('is left alone soon, not when the budget is there again', async () => {
    const stage = makeStage();
    stage.addJob(job(1, { 1: {} }));
    const spent: LedgerChange = (adapter) => ({
      ...adapter,
      post: async () => {
        stage.pleo.cancel(jobId(1));
        throw notBegunFor(9 * MINUTE);
      },
    });

    const report = await stage.runJob({ ledger: spent });
    expect(report).toMatchObject({ status: 'failed', stopped: { code: 'PLEO_JOB_IS_OVER', unfinished: true } });
    expect(report.durationMs).toBeLessThan(60 * MINUTE);
    expect(bookedNames(stage)).toEqual([]);
  });
});

function notBegunFor(retryAfterMs: number): IntegrationError {
  return new IntegrationError('transient', CALL_NOT_BEGUN, 'The budget is spent.', { retryAfterMs });
}

/** A Pleo that takes its time to hand out a receipt. */
function slowFiles(ms: number, { clock }: Stage): PleoChange {
  return (source) => ({
    ...source,
    openFile: async (file) => {
      await clock.sleep(ms);
      return source.openFile(file);
    },
  });
}

/** A Pleo that counts the hour from the start, whatever is put. */
function standingStill(stage: Stage): PleoChange {
  let startedAt = Infinity;
  const endInTime = (): void => {
    if (stage.clock.now() > startedAt + 60 * MINUTE) stage.pleo.cancel(jobId(1));
  };
  return (source) => ({
    ...source,
    start: async (id) => {
      startedAt = stage.clock.now();
      return source.start(id);
    },
    job: async (id) => {
      endInTime();
      return { ...(await source.job(id)), lastUpdatedAt: new Date(startedAt).toISOString() };
    },
    report: async (id, updates) => {
      endInTime();
      return source.report(id, updates);
    },
    complete: async (id, event) => {
      endInTime();
      return source.complete(id, event);
    },
  });
}
