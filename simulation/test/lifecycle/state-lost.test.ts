import { IntegrationError, type Problem } from '@ledgerferry/core';
import { memoryCapabilities } from '@ledgerferry/testkit';
import { describe, expect, test } from 'vitest';
import { makeStage } from './make-stage.js';
import { BILL, booked, bookedNames, entryId, job, jobId, PAYABLE, PAYMENT, statusesAtPleo } from './numbered-job.js';
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
  test('an entry that shows itself only later is waited for, and not sent again', async () => {
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
    expect(stage.ledger.calls('post')).toHaveLength(1);
  });
});

describe('a call that takes effect late, with references that are unique', () => {
  test('is found, where the next one is refused because of it for another reason than that', async () => {
    const reference = { ...memoryCapabilities.reference, unique: true };
    const stage = makeStage({ capabilities: { reference, lingerMs: 30_000 } });
    stage.addJob(job(1, { 1: {} }));
    stage.ledger.scheduleFault({ method: 'post', number: 1, effect: 'late', lateByMs: 5_000, error: LOST });
    const refusingTheSecond: LedgerChange = (adapter) => {
      let calls = 0;
      return {
        ...adapter,
        post: async (call) => {
          calls += 1;
          if (calls === 1) return adapter.post(call);
          stage.clock.leap(10_000);
          return call.documents.map(({ document }) => ({
            status: 'refused',
            key: document.key,
            problem: PAID_ALREADY,
          }));
        },
      };
    };
    const report = await stage.runJob({ ledger: refusingTheSecond });
    expect(report).toMatchObject({ status: 'completed', items: { exported: 1, alreadyExported: 0, failed: 0 } });
    expect(bookedNames(stage)).toEqual(['1/journal']);
  });

  test('is not waited for where the first call of all is refused', async () => {
    const reference = { ...memoryCapabilities.reference, unique: true };
    const stage = makeStage({ capabilities: { reference } });
    stage.addJob(job(1, { 1: {} }));
    await stage.runJob();
    stage.addJob(job(2, { 2: {} }));
    stage.ledger.refuse(`${entryId(2)}/journal`, PAID_ALREADY);
    const lookUps = stage.ledger.calls('find').length;
    expect(await stage.runJob()).toMatchObject({ items: { failed: 1 } });
    expect(stage.ledger.calls('find')).toHaveLength(lookUps);
  });
});

const PAID_ALREADY: Problem = {
  code: 'PAID_ALREADY',
  reason: 'accounting_system_validation_failure',
  owner: 'bookkeeper',
  message: 'The bill is paid already.',
};

const LOST = new IntegrationError('outcome-unknown', 'CONNECTION_LOST', 'The connection broke.');
