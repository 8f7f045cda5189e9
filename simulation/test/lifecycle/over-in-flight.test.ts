import { describe, expect, test } from 'vitest';
import { makeStage } from './make-stage.js';
import { bookedNames, job, jobId, RECEIPT, statusesAtPleo } from './numbered-job.js';
import type { LedgerChange, PleoChange, Stage } from './stage.js';

const fifteen = Object.fromEntries(Array.from({ length: 15 }, (_, index) => [index + 1, {}]));
const OVER = { status: 'failed', stopped: { code: 'PLEO_JOB_IS_OVER', unfinished: true } } as const;

describe('a job that Pleo ends while something is in flight', () => {
  test.each(['post', 'look-up of a post that is in doubt'])(
    '%s: it is recorded, nothing new is sent, and the next job takes it up',
    async (inFlight) => {
      const stage = makeStage();
      stage.addJob(job(1, fifteen));
      if (inFlight !== 'post') stage.ledger.scheduleFault({ method: 'post', number: 2, effect: 'after' });

      expect(await stage.runJob({ ledger: cancelledDuring('post', 2, stage) })).toMatchObject({
        ...OVER,
        items: { exported: 10 },
      });
      expect(stage.ledger.calls('post')).toHaveLength(2);
      expect(statusesAtPleo(stage, 1)).not.toContain('successful');

      stage.addJob(job(2, fifteen));
      expect(await stage.runJob()).toMatchObject({ status: 'completed', items: { exported: 5, alreadyExported: 10 } });
      expect(new Set(bookedNames(stage)).size).toBe(15);
      expect(stage.ledger.calls('post')).toHaveLength(3);
    },
  );

  test('a receipt: it is recorded, the next one is not sent, and the next job attaches what is missing', async () => {
    const entries = { 1: {}, 2: { files: [RECEIPT, RECEIPT, RECEIPT] } };
    const stage = makeStage();
    stage.addJob(job(1, entries));

    expect(await stage.runJob({ ledger: cancelledDuring('attach', 1, stage) })).toMatchObject(OVER);
    expect(stage.ledger.attachments()).toHaveLength(1);

    stage.addJob(job(2, entries));
    expect(await stage.runJob()).toMatchObject({ status: 'completed', items: { alreadyExported: 2 } });
    expect(stage.ledger.attachments()).toHaveLength(3);
    expect(stage.ledger.calls('attach')).toHaveLength(3);
  });

  test('a report: nothing new is sent, and the next job links what was booked', async () => {
    const stage = makeStage();
    stage.addJob(job(1, fifteen));
    const cancelling: PleoChange = (source) => ({
      ...source,
      report: async (id, updates) => {
        if (id === jobId(1)) stage.pleo.cancel(id);
        return source.report(id, updates);
      },
    });

    expect(await stage.runJob({ pleo: cancelling, ledger: cancelledDuring('post', 0, stage) })).toMatchObject(OVER);
    expect(statusesAtPleo(stage, 1)).toEqual(Array.from({ length: 15 }, () => 'pending'));
    const booked = bookedNames(stage).length;
    expect(booked).toBeLessThan(15);

    stage.addJob(job(2, fifteen));
    expect(await stage.runJob({ pleo: cancelling })).toMatchObject({
      status: 'completed',
      items: { exported: 15 - booked, alreadyExported: booked },
    });
    expect(new Set(bookedNames(stage)).size).toBe(15);
    expect(bookedNames(stage)).toHaveLength(15);
  });

  test('the final event: what was booked is linked by the next job', async () => {
    const stage = makeStage();
    stage.addJob(job(1, { 1: {} }));
    const cancelling: PleoChange = (source) => ({
      ...source,
      complete: async (id, event) => {
        if (id === jobId(1)) stage.pleo.cancel(id);
        return source.complete(id, event);
      },
    });
    expect(await stage.runJob({ pleo: cancelling })).toMatchObject({ stopped: { code: 'PLEO_JOB_IS_OVER' } });

    stage.addJob(job(2, { 1: {} }));
    expect(await stage.runJob({ pleo: cancelling })).toMatchObject({ items: { alreadyExported: 1 } });
    expect(bookedNames(stage)).toEqual(['1/journal']);
  });
});

/** A ledger that takes seven seconds a write; during one of them the job is ended at Pleo. */
function cancelledDuring(method: 'post' | 'attach', number: number, stage: Stage): LedgerChange {
  const slowly = async <Answer>(sent: 'post' | 'attach', send: () => Promise<Answer>): Promise<Answer> => {
    try {
      return await send();
    } finally {
      if (sent === method && stage.ledger.calls(method).length === number) stage.pleo.cancel(jobId(1));
      await stage.clock.sleep(7_000);
    }
  };
  return (adapter) => ({
    ...adapter,
    post: (call) => slowly('post', () => adapter.post(call)),
    attach: (call) => slowly('attach', () => adapter.attach(call)),
  });
}
