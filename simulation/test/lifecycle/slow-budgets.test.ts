import { CALL_NOT_BEGUN, IntegrationError } from '@ledgerferry/core';
import { describe, expect, test } from 'vitest';
import { makeStage } from './make-stage.js';
import { booked, bookedNames, job, PAYABLE, RECEIPT } from './numbered-job.js';
import type { LedgerChange, Stage } from './stage.js';

/** How often the budget is spent: more often than a call is tried. */
const NOT_BEGUN = 10;
const notBegun = new IntegrationError('transient', CALL_NOT_BEGUN, 'The budget of this minute is spent.', {
  retryAfterMs: 60_000,
});

/** An adapter whose budget is spent: ten calls of a method are not begun. */
function spent(method: 'post' | 'attach'): LedgerChange {
  let refusals = 0;
  const pass = <Answer>(name: string, send: () => Promise<Answer>): Promise<Answer> => {
    if (name !== method || refusals === NOT_BEGUN) return send();
    refusals += 1;
    return Promise.reject(notBegun);
  };
  return (adapter) => ({
    ...adapter,
    post: (call) => pass('post', () => adapter.post(call)),
    attach: (call) => pass('attach', () => adapter.attach(call)),
  });
}

describe('a write whose budget is spent', () => {
  test('is written down anew each time and sent once the budget allows it, however long that takes', async () => {
    const stage = makeStage();
    stage.addJob(job(1, { 1: {} }));

    const { reports, fuse } = await stage.run({ ledger: spent('post') });
    expect(reports).toMatchObject([{ status: 'completed', items: { exported: 1 }, durationMs: 600_000 }]);
    expect(bookedNames(stage)).toEqual(['1/journal']);
    expect(stage.ledger.calls('post')).toHaveLength(1);
    expect(fuse.boundaries.filter(({ method }) => method === 'intend')).toHaveLength(NOT_BEGUN + 1);
  });

  test('is waited for by a later run when the process dies as it is sent at last', async () => {
    const [rehearsal, stage] = [lingering(), lingering()];
    for (const one of [rehearsal, stage]) one.addJob(job(1, { 1: {} }));
    const { fuse } = await rehearsal.run({ ledger: spent('post') });
    const boundary = fuse.boundaryOf('post', NOT_BEGUN + 1);
    await stage.run({ crash: { boundary, moment: 'late' }, ledger: spent('post') });

    expect(await stage.runJob()).toMatchObject({ status: 'completed', items: { exported: 1, parked: 0 } });
    await stage.clock.advance(120_000);
    expect(bookedNames(stage)).toEqual(['1/journal']);
  });

  test.each([
    ['post', { exported: 0 }],
    ['attach', { exported: 0 }],
  ] as const)(
    'is not waited for where it is spent for hours: %s stops the job, and the next run goes on',
    async (method, items) => {
      const stage = makeStage();
      stage.addJob(job(1, { 1: { files: [RECEIPT] } }));
      const untilTomorrow = new IntegrationError('transient', 'HTTP_BUDGET_SPENT', 'Possible again by 09:00 UTC.', {
        retryAfterMs: 6 * 3_600_000,
      });
      const began = stage.clock.now();
      const refusing: LedgerChange = (adapter) => ({ ...adapter, [method]: () => Promise.reject(untilTomorrow) });

      expect(await stage.runJob({ ledger: refusing })).toMatchObject({
        status: 'in_progress',
        items,
        stopped: { code: 'HTTP_BUDGET_SPENT', message: 'Possible again by 09:00 UTC.', unfinished: true },
      });
      expect(stage.clock.now() - began).toBeLessThan(60_000);
      expect(await stage.runJob()).toMatchObject({ status: 'completed', outcomes: [{ warnings: [] }] });
      expect(bookedNames(stage)).toEqual(['1/journal']);
      expect(stage.ledger.attachments()).toHaveLength(1);
    },
  );

  test('does not give a receipt up', async () => {
    const stage = makeStage();
    stage.addJob(job(1, { 1: { files: [RECEIPT] } }));

    expect(await stage.runJob({ ledger: spent('attach') })).toMatchObject({ outcomes: [{ warnings: [] }] });
    expect(stage.ledger.attachments()).toHaveLength(1);
  });
});

describe('a write that an adapter keeps for some seconds before it is sent', () => {
  test('is waited for from the end of the attempt, so that it is not booked again when it lands late', async () => {
    const stage = lingering();
    stage.addJob(job(1, { 1: {} }));
    let sendings = 0;
    const slow: LedgerChange = (adapter) => ({
      ...adapter,
      post: async (call) => {
        sendings += 1;
        if (sendings > 1) return adapter.post(call);
        await stage.clock.sleep(9_000);
        stage.ledger.applyLater(29_999, () => void adapter.post(call));
        throw new IntegrationError('outcome-unknown', 'NO_ANSWER', 'The ledger did not answer.');
      },
    });

    expect(await stage.runJob({ ledger: slow })).toMatchObject({ status: 'completed', items: { exported: 1 } });
    await stage.clock.advance(120_000);
    expect(bookedNames(stage)).toEqual(['1/journal']);
    expect(sendings).toBe(1);
  });
});

describe('a job with nothing in doubt', () => {
  test('does not wait for requests to land before it creates a new vendor', async () => {
    const stage = makeStage({ capabilities: { lingerMs: 600_000 } });
    stage.addJob(job(1, { 1: {} }));
    await stage.runJob();

    stage.addJob(job(2, { 2: PAYABLE }));
    const begunAt = stage.clock.now();
    expect(await stage.runJob()).toMatchObject({ status: 'completed' });
    expect(booked(stage).map((document) => document.bookedAt < begunAt + 60_000)).toEqual([true, true, true]);
    expect(bookedNames(stage)).toEqual(['1/journal', '2/invoice', '2/payment']);
  });
});

/** A ledger in which a request can take effect half a minute after it was sent. */
function lingering(): Stage {
  return makeStage({ capabilities: { lingerMs: 30_000 } });
}
