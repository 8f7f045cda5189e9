import { IntegrationError, type FinalEvent } from '@ledgerferry/core';
import { describe, expect, test } from 'vitest';
import { makeStage } from './make-stage.js';
import { BILL, booked, bookedNames, entryId, job, jobId, PAYABLE, PAYMENT, RECEIPT } from './numbered-job.js';
import type { LedgerChange, PleoChange } from './stage.js';

describe('a job that cannot be carried', () => {
  test('fails with the reason when the accounting system refuses the login, and nothing is read or written', async () => {
    const stage = makeStage();
    stage.addJob(job(1, { 1: {} }));
    const error = new IntegrationError('connection-lost', 'TOKEN_REVOKED', 'Connect again.', {
      jobReason: 'authorization_failure',
    });
    stage.ledger.scheduleFault({ method: 'checkReadiness', number: 1, effect: 'before', error });

    const report = await stage.runJob();

    expect(report).toMatchObject({ status: 'failed', stopped: { code: 'TOKEN_REVOKED', unfinished: false } });
    expect(stage.pleo.book(jobId(1))).toMatchObject({ status: 'failed', events: ['started', 'failed'] });
    expect(stage.ledger.calls('post')).toEqual([]);
  });

  test('fails when the connection is lost in the middle; what was booked before is reported', async () => {
    const stage = makeStage();
    stage.addJob(job(1, { 1: {}, 2: {}, 3: {}, 4: {}, 5: {}, 6: {} }));
    const error = new IntegrationError('connection-lost', 'TOKEN_REVOKED', 'Connect again.', {
      jobReason: 'authorization_failure',
    });
    stage.ledger.scheduleFault({ method: 'post', number: 2, effect: 'before', error });

    const report = await stage.runJob();

    expect(report).toMatchObject({ status: 'failed', items: { exported: 5, failed: 0 } });
    const statuses = stage.pleo.book(jobId(1)).items.map((item) => item.status);
    expect(statuses).toEqual(['successful', 'successful', 'successful', 'successful', 'successful', 'pending']);
  });

  test('fails before anything is written when receipts are required and the ledger takes none', async () => {
    const stage = makeStage({ capabilities: { attachments: null }, settings: { receipts: 'required' } });
    stage.addJob(job(1, { 1: { files: [RECEIPT] } }));

    expect(await stage.runJob()).toMatchObject({
      status: 'failed',
      stopped: { code: 'RECEIPTS_NOT_POSSIBLE', unfinished: false },
    });
    expect(stage.pleo.book(jobId(1))).toMatchObject({ status: 'failed', events: ['started', 'failed'] });
    expect(stage.ledger.calls('post')).toEqual([]);
  });

  test('stays open when the accounting system is out of reach for long, and the next run finishes it', async () => {
    const stage = makeStage();
    stage.addJob(job(1, { 1: {} }));
    for (let number = 1; number <= 6; number++)
      stage.ledger.scheduleFault({ method: 'post', number, effect: 'before' });

    expect(await stage.runJob()).toMatchObject({ status: 'in_progress', stopped: { unfinished: true } });
    expect(await stage.runJob()).toMatchObject({ status: 'completed', items: { exported: 1 } });
    expect(bookedNames(stage)).toEqual(['1/journal']);
  });

  test.each([
    ['pending', 'Pleo did not hear of the start', false],
    ['in_progress', 'Pleo heard of the start and its answer was lost', true],
  ] as const)('is reported as %s where %s', async (status, _why, isHeard) => {
    const stage = makeStage();
    stage.addJob(job(1, { 1: {} }));
    const unsure: PleoChange = (source) => ({
      ...source,
      start: async (id) => {
        if (isHeard) await source.start(id);
        throw new IntegrationError('transient', 'PLEO_OUT_OF_REACH', 'Pleo does not answer.');
      },
    });

    expect(await stage.runJob({ pleo: unsure })).toMatchObject({ status, stopped: { unfinished: true } });
    expect(stage.pleo.book(jobId(1)).status).toBe(status);
  });

  test('is left alone once a user has cancelled it, and its entry is linked by the next job', async () => {
    const stage = makeStage();
    stage.addJob(job(1, { 1: { files: [RECEIPT] } }));
    const cancelling: PleoChange = (source) => ({
      ...source,
      openFile: async () => (stage.pleo.cancel(jobId(1)), source.openFile(RECEIPT)),
    });
    expect(await stage.runJob({ pleo: cancelling })).toMatchObject({
      stopped: { code: 'PLEO_JOB_IS_OVER', unfinished: true },
    });

    stage.addJob(job(2, { 1: { files: [RECEIPT] } }));
    expect(await stage.runJob()).toMatchObject({ status: 'completed' });
    expect(bookedNames(stage)).toEqual(['1/journal']);
    expect(stage.ledger.attachments()).toHaveLength(1);
  });
});

describe('an entry that is exported again', () => {
  test('is linked to what the ledger holds, and nothing is booked', async () => {
    const stage = makeStage();
    stage.addJob(job(1, { 1: {} }));
    await stage.runJob();
    stage.addJob(job(2, { 1: {}, 2: {} }));

    expect(await stage.runJob()).toMatchObject({
      status: 'completed',
      items: { exported: 1, alreadyExported: 1 },
      totals: { DKK: 200 },
    });
    expect(bookedNames(stage)).toEqual(['1/journal', '2/journal']);
  });

  test('fails instead where the settings say so', async () => {
    const stage = makeStage({ settings: { reexport: 'fail' } });
    stage.addJob(job(1, { 1: {} }));
    await stage.runJob();
    stage.addJob(job(2, { 1: {} }));

    expect((await stage.runJob()).outcomes).toMatchObject([
      { status: 'failed', problem: { code: 'ALREADY_EXPORTED' }, externalId: 'M-1' },
    ]);
    expect(bookedNames(stage)).toHaveLength(1);
  });

  test('does not count as a second export where Pleo never heard of the first one', async () => {
    const stage = makeStage({ settings: { reexport: 'fail' } });
    stage.addJob(job(1, { 1: {}, 2: { files: [RECEIPT] } }));
    const cancelling: PleoChange = (source) => ({
      ...source,
      openFile: async () => (stage.pleo.cancel(jobId(1)), source.openFile(RECEIPT)),
    });
    await stage.runJob({ pleo: cancelling });

    stage.addJob(job(2, { 1: {}, 2: { files: [RECEIPT] } }));
    expect(await stage.runJob()).toMatchObject({ status: 'completed', items: { alreadyExported: 2 } });
    stage.addJob(job(3, { 1: {}, 2: { files: [RECEIPT] } }));
    expect(await stage.runJob()).toMatchObject({ status: 'failed', items: { failed: 2 } });
    stage.addJob(job(4, { 1: {} }));
    expect(await stage.runJob()).toMatchObject({ status: 'failed', items: { failed: 1 } });
    expect(bookedNames(stage)).toEqual(['1/journal', '2/journal']);
  });

  test('is booked anew after an accountant has deleted it', async () => {
    const stage = makeStage();
    stage.addJob(job(1, { 1: {} }));
    await stage.runJob();
    stage.ledger.remove('M-1');
    stage.addJob(job(2, { 1: {} }));

    expect(await stage.runJob()).toMatchObject({ items: { exported: 1, alreadyExported: 0 } });
    expect(bookedNames(stage)).toHaveLength(1);
  });

  test('gets its receipts again when it is booked anew', async () => {
    const stage = makeStage();
    stage.addJob(job(1, { 1: { files: [RECEIPT] } }));
    await stage.runJob();
    stage.ledger.remove('M-1');
    stage.addJob(job(2, { 1: { files: [RECEIPT] } }));

    const { outcomes } = await stage.runJob();
    const [anew] = booked(stage);
    expect(outcomes).toMatchObject([{ status: 'exported', externalId: anew?.externalId, warnings: [] }]);
    const onNew = stage.ledger.attachments().filter((attachment) => attachment.documentId === anew?.externalId);
    expect(onNew).toHaveLength(1);
  });

  test('is parked when an accountant has changed its amount', async () => {
    const stage = makeStage();
    stage.addJob(job(1, { 1: {} }));
    await stage.runJob();
    const [document] = stage.ledger.documents();
    const total = { currency: 'DKK', minorUnits: 99, exponent: 2 };
    stage.ledger.edit('M-1', { summary: { date: '2026-03-11', accounts: [], ...document?.summary, total } });
    stage.addJob(job(2, { 1: {} }));

    const report = await stage.runJob();
    expect(report.items).toMatchObject({ parked: 1, exported: 0 });
    expect(stage.pleo.book(jobId(2)).items[0]?.failureReason).toContain('with 0.99 DKK instead of 1.00 DKK');
  });
});

describe('a payment', () => {
  test('finds its invoice in the books of an earlier job', async () => {
    const stage = makeStage();
    stage.addJob(job(1, { 1: BILL }));
    await stage.runJob();
    stage.addJob(job(2, { 2: PAYMENT }));

    expect(await stage.runJob()).toMatchObject({ status: 'completed' });
    expect(booked(stage)[1]).toMatchObject({
      reference: `${entryId(2)}/payment`,
      body: { settles: [booked(stage)[0]?.externalId] },
    });
  });

  test('fails while its invoice is not in the books, and says what to do', async () => {
    const stage = makeStage();
    stage.addJob(job(1, { 2: PAYMENT }));

    const { outcomes } = await stage.runJob();
    expect(outcomes).toMatchObject([{ status: 'failed', problem: { code: 'INVOICE_NOT_EXPORTED' } }]);
    expect(stage.pleo.book(jobId(1)).items[0]?.failureReason).toContain('export the invoice first');
  });

  test('fails with its invoice when the ledger refuses the invoice', async () => {
    const stage = makeStage();
    const problem = {
      code: 'PERIOD_LOCKED',
      reason: 'accounting_system_validation_failure',
      owner: 'bookkeeper',
      message: 'March is locked.',
    } as const;
    stage.ledger.refuse(`${entryId(1)}/invoice`, problem);
    stage.addJob(job(1, { 1: BILL, 2: PAYMENT }));

    const report = await stage.runJob();
    expect(report.status).toBe('failed');
    expect(report.outcomes[1]).toMatchObject({ problem: { code: 'NEEDED_ENTRY_NOT_BOOKED' } });
    expect(bookedNames(stage)).toEqual([]);
  });
});

describe('a receipt', () => {
  const refusal = new IntegrationError('item-rejected', 'TOO_BLURRED', 'The file cannot be read.', {
    itemReason: 'receipt_upload_failure',
  });

  test('that the ledger does not take leaves a warning on an exported entry', async () => {
    const stage = makeStage();
    stage.addJob(job(1, { 1: { files: [RECEIPT] } }));
    stage.ledger.scheduleFault({ method: 'attach', number: 1, effect: 'before', error: refusal });

    const { outcomes } = await stage.runJob();
    expect(outcomes).toMatchObject([
      { status: 'exported', warnings: ['A receipt was not attached: The file cannot be read.'] },
    ]);
  });

  test.each(['link', 'fail'])(
    'that is required fails the item and keeps its external id; a second export attaches only what is missing, with reexport: %s',
    async (reexport) => {
      const stage = makeStage({ settings: { receipts: 'required', reexport } });
      stage.addJob(job(1, { 1: { files: [RECEIPT, RECEIPT] } }));
      stage.ledger.scheduleFault({ method: 'attach', number: 2, effect: 'before', error: refusal });
      expect((await stage.runJob()).outcomes).toMatchObject([
        { status: 'failed', externalId: 'M-1', problem: { reason: 'receipt_upload_failure' } },
      ]);

      stage.addJob(job(2, { 1: { files: [RECEIPT, RECEIPT] } }));
      expect(await stage.runJob()).toMatchObject({ items: { alreadyExported: 1 } });
      expect(bookedNames(stage)).toHaveLength(1);
      expect(stage.ledger.attachments().map((attachment) => attachment.fileName)).toEqual([
        `${entryId(1)}-1.pdf`,
        `${entryId(1)}-2.pdf`,
      ]);
    },
  );
});

describe('a changed setting', () => {
  test('does not change the plan of an entry that was begun', async () => {
    const [rehearsal, stage] = [makeStage(), makeStage()];
    for (const one of [rehearsal, stage]) one.addJob(job(1, { 1: PAYABLE }));
    const { fuse } = await rehearsal.run();
    // the invoice is posted, the payment is not: the contact is the first call, the invoice the second
    await stage.run({ crash: { boundary: fuse.boundaryOf('post', 3), moment: 'before' } });
    stage.changeSettings({ closedPeriod: 'first-open', closedThrough: '2026-03-31' });

    await stage.runJob();
    const dates = booked(stage).map((document) => document.summary?.date);
    expect(dates).toEqual(['2026-03-11', '2026-03-11']);
  });
});

describe('a job that fails in its middle', () => {
  test('says how many of its entries are in the ledger in part, so that nobody books them by hand', async () => {
    const stage = makeStage();
    stage.addJob(job(1, { 1: PAYABLE, 2: {}, 3: PAYABLE }));
    const revoked = new IntegrationError('connection-lost', 'TOKEN_REVOKED', 'Connect again.');
    const withoutPayments: LedgerChange = (adapter) => ({
      ...adapter,
      post: async (call) => {
        if (call.documents.some(({ document }) => document.recordType === 'payment')) throw revoked;
        return adapter.post(call);
      },
    });
    const told: FinalEvent[] = [];
    const watching: PleoChange = (source) => ({
      ...source,
      complete: (id, event, mayBegin) => (told.push(event), source.complete(id, event, mayBegin)),
    });
    expect(await stage.runJob({ ledger: withoutPayments, pleo: watching })).toMatchObject({ status: 'failed' });
    expect(told).toMatchObject([
      {
        failureReason:
          'Connect again. 2 of its entries are in the ledger in part, or may be: export them again rather than book them by hand.',
      },
    ]);

    stage.addJob(job(2, { 1: PAYABLE, 3: PAYABLE }));
    expect(await stage.runJob()).toMatchObject({ status: 'completed', items: { exported: 2, alreadyExported: 0 } });
    expect(bookedNames(stage)).toEqual(['1/invoice', '3/invoice', '2/journal', '1/payment', '3/payment']);
  });
});
