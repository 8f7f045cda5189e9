import { IntegrationError, refused, valueOf, type Document, type JobReport, type Problem } from '@ledgerferry/core';
import { describe, expect, test } from 'vitest';
import { makeStage } from './make-stage.js';
import { booked, bookedNames, entryId, job, jobId, PAYABLE, statusesAtPleo } from './numbered-job.js';
import type { LedgerChange } from './stage.js';

const LOCKED = {
  code: 'PERIOD_LOCKED',
  reason: 'accounting_system_validation_failure',
  owner: 'bookkeeper',
  message: 'February is locked.',
} as const;

/** A ledger whose books are closed until the end of February. */
const februaryIsLocked: LedgerChange = (adapter) => ({
  ...adapter,
  post: async (call) => {
    const isLocked = call.documents.some(({ document }) => (document.summary?.date ?? '') < '2026-03-01');
    return isLocked
      ? call.documents.map(({ document }) => ({ status: 'refused', key: document.key, problem: LOCKED }))
      : adapter.post(call);
  },
});

describe('an entry that is to be booked otherwise than before', () => {
  test('is not reported as successful when the ledger has lost what was booked; a further export books it', async () => {
    const stage = makeStage();
    stage.addJob(job(1, { 1: {} }));
    await stage.runJob();
    stage.ledger.remove('M-1');

    stage.addJob(job(2, { 1: PAYABLE }));
    const { status, outcomes } = await stage.runJob();
    expect(status).toBe('failed');
    expect(outcomes).toMatchObject([{ status: 'failed', problem: { code: 'PLAN_CHANGED' }, externalId: null }]);
    expect(statusesAtPleo(stage, 2)).toEqual(['failed']);
    expect(bookedNames(stage)).toEqual([]);

    stage.addJob(job(3, { 1: PAYABLE }));
    expect(await stage.runJob()).toMatchObject({ status: 'completed', items: { exported: 1 } });
    expect(bookedNames(stage)).toEqual(['1/invoice', '1/payment']);
    expect(statusesAtPleo(stage, 3)).toEqual(['successful']);
  });

  test('is not reported as successful while only a part of the old plan is in the ledger', async () => {
    const rehearsal = makeStage();
    rehearsal.addJob(job(1, { 1: PAYABLE }));
    const { fuse } = await rehearsal.run();
    const stage = makeStage();
    stage.addJob(job(1, { 1: PAYABLE }));
    // the vendor and the invoice are written down and posted; the payment is not begun
    await stage.run({ crash: { boundary: fuse.boundaryOf('intend', 3), moment: 'before' } });
    expect(bookedNames(stage)).toEqual(['1/invoice']);
    stage.pleo.cancel(jobId(1));

    for (const number of [2, 3]) {
      stage.addJob(job(number, { 1: {} }));
      const { outcomes } = await stage.runJob();
      expect(outcomes).toMatchObject([
        { status: 'failed', problem: { code: 'PLAN_CHANGED' }, externalId: expect.any(String) },
      ]);
    }
    expect(bookedNames(stage)).toEqual(['1/invoice']);

    stage.addJob(job(4, { 1: PAYABLE }));
    expect(await stage.runJob()).toMatchObject({ status: 'completed' });
    expect(bookedNames(stage)).toEqual(['1/invoice', '1/payment']);
  });

  test('is linked while the ledger still holds what was booked', async () => {
    const stage = makeStage();
    stage.addJob(job(1, { 1: {} }));
    await stage.runJob();

    stage.addJob(job(2, { 1: PAYABLE }));
    expect(await stage.runJob()).toMatchObject({ status: 'completed', items: { alreadyExported: 1 } });
    expect(bookedNames(stage)).toEqual(['1/journal']);
  });

  test('is booked on its new day after it was refused for a locked period', async () => {
    const stage = makeStage();
    stage.addJob(job(1, { 1: { date: '2026-02-11T09:14:05Z' } }));
    expect((await stage.runJob({ ledger: februaryIsLocked })).outcomes).toMatchObject([{ problem: LOCKED }]);

    stage.addJob(job(2, { 1: { date: '2026-03-10T09:14:05Z' } }));
    expect(await stage.runJob({ ledger: februaryIsLocked })).toMatchObject({ status: 'completed' });
    expect(booked(stage).map((document) => document.summary?.date)).toEqual(['2026-03-10']);
    expect(statusesAtPleo(stage, 2)).toEqual(['successful']);
  });

  test('is booked as a bill and its payment after it was refused as a journal', async () => {
    const stage = makeStage();
    stage.ledger.refuse(`${entryId(1)}/journal`, LOCKED);
    stage.addJob(job(1, { 1: {} }));
    expect(await stage.runJob()).toMatchObject({ status: 'failed' });

    stage.addJob(job(2, { 1: PAYABLE }));
    expect(await stage.runJob()).toMatchObject({ status: 'completed', items: { exported: 1 } });
    expect(bookedNames(stage)).toEqual(['1/invoice', '1/payment']);
  });
});

describe("an adapter's plan", () => {
  test('may name a prerequisite that only another prerequisite needs: both are there first, once', async () => {
    const stage = makeStage();
    stage.addJob(job(1, { 1: {}, 2: {} }));
    const group = contact('group', []);
    const vendor = contact('vendor', [group.key]);
    const nested: LedgerChange = (adapter) => ({
      ...adapter,
      plan: (entry, facts) => ({
        documents: adapter
          .plan(entry, facts)
          .documents.map((document) => ({ ...document, dependsOn: [...document.dependsOn, vendor.key] })),
        prerequisites: [group, vendor],
      }),
    });

    expect(await stage.runJob({ ledger: nested })).toMatchObject({ status: 'completed', items: { exported: 2 } });
    expect(stage.ledger.documents().map((document) => document.reference)).toEqual([
      group.key,
      vendor.key,
      `${entryId(1)}/journal`,
      `${entryId(2)}/journal`,
    ]);
  });

  test('that breaks on one entry fails that entry alone', async () => {
    const stage = makeStage();
    stage.addJob(job(1, { 1: {}, 2: {} }));
    const breaking: LedgerChange = (adapter) => ({
      ...adapter,
      plan: (entry, facts) => {
        if (entry.accountingEntryId === entryId(1)) throw new TypeError('no such account');
        return adapter.plan(entry, facts);
      },
    });

    const report = await stage.runJob({ ledger: breaking });
    expect(report).toMatchObject({ status: 'completed_with_errors', items: { exported: 1, failed: 1 } });
    expect(problemsOf(report)).toEqual([
      {
        code: 'ENTRY_NOT_PLANNED',
        reason: 'unexpected_failure',
        owner: 'ledgerferry',
        message:
          'The entry cannot be put into the form of this accounting system. Its adapter failed unexpectedly. Tell whoever runs Ledgerferry for you.',
      },
    ]);
    expect(statusesAtPleo(stage, 1)).toEqual(['failed', 'successful']);
    expect(bookedNames(stage)).toEqual(['2/journal']);
  });
});

describe('a problem that only the plan finds', () => {
  const NO_PAYMENTS = {
    code: 'LEDGER_PAYMENT_ACCOUNT',
    reason: 'invalid_configuration',
    owner: 'administrator',
    message: 'The account 63050 takes no payments. Choose another one.',
  } as const;

  test('is told as it is: its code, its reason and its owner, to the letter', async () => {
    const stage = makeStage();
    stage.addJob(job(1, { 1: {}, 2: {} }));
    const refusing: LedgerChange = (adapter) => ({
      ...adapter,
      plan: (entry, facts) =>
        entry.accountingEntryId === entryId(1) ? valueOf(refused(NO_PAYMENTS)) : adapter.plan(entry, facts),
    });

    const report = await stage.runJob({ ledger: refusing });
    expect(problemsOf(report)).toEqual([NO_PAYMENTS]);
    expect(statusesAtPleo(stage, 1)).toEqual(['failed', 'successful']);
  });

  test('is the defect of the adapter where it is no verdict on the entry', async () => {
    const stage = makeStage();
    stage.addJob(job(1, { 1: {} }));
    const broken: LedgerChange = (adapter) => ({
      ...adapter,
      plan: () => {
        throw new IntegrationError('misconfigured', 'LEDGER_UNEXPECTED', 'No plan was made.');
      },
    });
    expect(problemsOf(await stage.runJob({ ledger: broken }))).toMatchObject([
      {
        code: 'ENTRY_NOT_PLANNED',
        message:
          'The entry cannot be put into the form of this accounting system. No plan was made. Tell whoever runs Ledgerferry for you.',
      },
    ]);
  });
});

function problemsOf({ outcomes }: JobReport): readonly Problem[] {
  return outcomes.flatMap((outcome) => (outcome.status === 'failed' ? [outcome.problem] : []));
}

function contact(name: string, dependsOn: readonly string[]): Document {
  const key = `prerequisite/contact/${name}`;
  return { key, role: 'contact', recordType: 'contact', body: { name }, dependsOn, summary: null };
}
