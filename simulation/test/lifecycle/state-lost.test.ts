import { IntegrationError } from '@ledgerferry/core';
import { memoryCapabilities } from '@ledgerferry/testkit';
import { describe, expect, test } from 'vitest';
import { makeStage } from './make-stage.js';
import { BILL, booked, bookedNames, job, jobId, PAYABLE, PAYMENT, statusesAtPleo } from './numbered-job.js';
import type { LedgerChange } from './stage.js';

const OUT_OF_REACH = new IntegrationError('transient', 'LEDGER_OUT_OF_REACH', 'The ledger does not answer.');

/** The ledger goes away before the first payment is posted. */
const withoutPayments: LedgerChange = (adapter) => ({
  ...adapter,
  post: async (call) => {
    if (call.documents.some(({ document }) => document.recordType === 'payment')) throw OUT_OF_REACH;
    return adapter.post(call);
  },
});

describe('after the state was lost between a bill and its payment', () => {
  test('a look-up that sees only the bill and then stops leaves the payment to the next run', async () => {
    const stage = makeStage({ capabilities: { findBatchSize: 1 } });
    stage.addJob(job(1, { 1: PAYABLE }));
    await stage.runJob({ ledger: withoutPayments });
    expect(bookedNames(stage)).toEqual(['1/invoice']);

    stage.loseState();
    let lookUps = 0;
    const firstLookUpOnly: LedgerChange = (adapter) => ({
      ...adapter,
      find: async (queries) => {
        lookUps += 1;
        if (lookUps > 1) throw OUT_OF_REACH;
        return adapter.find(queries);
      },
    });
    expect(await stage.runJob({ ledger: firstLookUpOnly })).toMatchObject({ stopped: { unfinished: true } });
    expect(bookedNames(stage)).toEqual(['1/invoice']);

    expect(await stage.runJob()).toMatchObject({ status: 'completed', items: { exported: 1, alreadyExported: 0 } });
    expect(bookedNames(stage)).toEqual(['1/invoice', '1/payment']);
    expect(statusesAtPleo(stage, 1)).toEqual(['successful']);
  });

  test('a payment is booked against the bill that Pleo knows as successful', async () => {
    const stage = makeStage();
    stage.addJob(job(1, { 1: BILL, 2: PAYMENT }));
    await stage.runJob({ ledger: withoutPayments });
    expect(statusesAtPleo(stage, 1)).toEqual(['successful', 'pending']);

    stage.loseState();
    const settled: string[] = [];
    const watching: LedgerChange = (adapter) => ({
      ...adapter,
      post: async (call) => {
        settled.push(...call.resolved.values());
        return adapter.post(call);
      },
    });
    expect(await stage.runJob({ ledger: watching })).toMatchObject({ status: 'completed', items: { failed: 0 } });
    expect(bookedNames(stage)).toEqual(['1/invoice', '2/payment']);
    expect(settled).toContain(booked(stage)[0]?.externalId);
    expect(statusesAtPleo(stage, 1)).toEqual(['successful', 'successful']);
    expect(stage.pleo.book(jobId(1)).contradictions).toBe(0);
  });
});

describe('after the state was lost, with references that are unique', () => {
  test('an entry that is refused as taken and shows itself only later is exported, not left to a person', async () => {
    const reference = { ...memoryCapabilities.reference, unique: true };
    const stage = makeStage({ capabilities: { reference, visibilityMs: 60_000 } });
    stage.addJob(job(1, { 1: {} }));
    const rehearsal = makeStage();
    rehearsal.addJob(job(1, { 1: {} }));
    const { fuse } = await rehearsal.run();
    await stage.run({ crash: { boundary: fuse.boundaryOf('post', 1), moment: 'after' } });

    stage.loseState();
    expect(await stage.runJob()).toMatchObject({ status: 'completed', items: { exported: 1, parked: 0 } });
    expect(bookedNames(stage)).toEqual(['1/journal']);
    expect(stage.ledger.calls('post')).toHaveLength(2);
  });
});
