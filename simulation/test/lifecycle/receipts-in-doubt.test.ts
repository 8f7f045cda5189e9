import { IntegrationError } from '@ledgerferry/core';
import { memoryCapabilities } from '@ledgerferry/testkit';
import { describe, expect, test } from 'vitest';
import { makeStage } from './make-stage.js';
import { entryId, job, RECEIPT } from './numbered-job.js';

describe('a receipt whose upload lands late', () => {
  const landsLate = { method: 'attach', number: 1, effect: 'late', lateByMs: 30_000 } as const;

  test.each([true, false])('hangs in the ledger once, with references that are unique: %s', async (unique) => {
    const reference = { ...memoryCapabilities.reference, unique };
    const stage = makeStage({ capabilities: { reference, lingerMs: 60_000 } });
    stage.addJob(job(1, { 1: { files: [RECEIPT] } }));
    stage.ledger.scheduleFault(landsLate);

    expect(await stage.runJob()).toMatchObject({ status: 'completed', outcomes: [{ warnings: [] }] });
    await stage.clock.advance(120_000);
    expect(stage.ledger.attachments().map((attachment) => attachment.fileName)).toEqual([`${entryId(1)}-1.pdf`]);
    expect(stage.ledger.calls('attach')).toHaveLength(1);
  });

  test('hangs in the ledger once when the process died with the upload under way', async () => {
    const reference = { ...memoryCapabilities.reference, unique: true };
    const options = { capabilities: { reference, lingerMs: 60_000 } };
    const [rehearsal, stage] = [makeStage(options), makeStage(options)];
    for (const one of [rehearsal, stage]) one.addJob(job(1, { 1: { files: [RECEIPT] } }));
    const { fuse } = await rehearsal.run();
    await stage.run({ crash: { boundary: fuse.boundaryOf('attach', 1), moment: 'late' } });

    expect(await stage.runJob()).toMatchObject({ status: 'completed' });
    await stage.clock.advance(120_000);
    expect(stage.ledger.attachments()).toHaveLength(1);
  });
});

test('a receipt that cannot be looked for is told as a warning, and stops no job', async () => {
  const stage = makeStage();
  stage.addJob(job(1, { 1: { files: [RECEIPT] }, 2: {} }));
  stage.ledger.scheduleFault({ method: 'attach', number: 1, effect: 'after' });
  const uninstalled = new IntegrationError('misconfigured', 'RESTLET_MISSING', 'The script is not installed.');

  const report = await stage.runJob({
    ledger: (adapter) => ({ ...adapter, findAttachments: () => Promise.reject(uninstalled) }),
  });
  expect(report).toMatchObject({ status: 'completed', items: { exported: 2, failed: 0 } });
  expect(report.outcomes[0]).toMatchObject({ warnings: [expect.stringContaining('may not have reached the ledger')] });
  expect(stage.ledger.attachments()).toHaveLength(1);
});

test('receipts are given up once three in a row could not be brought to the ledger, and the next export attaches them', async () => {
  const stage = makeStage({ capabilities: { maximumInFlight: 1 } });
  const entries = Object.fromEntries([1, 2, 3, 4, 5, 6].map((entry) => [entry, { files: [RECEIPT] }]));
  const outOfReach = new IntegrationError('transient', 'LEDGER_OUT_OF_REACH', 'The files have no way in.');
  let attempts = 0;
  stage.addJob(job(1, entries));
  const report = await stage.runJob({
    ledger: (adapter) => ({ ...adapter, attach: () => ((attempts += 1), Promise.reject(outOfReach)) }),
  });
  expect(report).toMatchObject({ status: 'completed', items: { exported: 6 } });
  expect(report.outcomes.slice(2)).toMatchObject([
    { warnings: ['A receipt was not attached: The files have no way in.'] },
    { warnings: [NOT_TRIED] },
    { warnings: [NOT_TRIED] },
    { warnings: [NOT_TRIED] },
  ]);
  expect(attempts).toBe(18);

  stage.addJob(job(2, entries));
  expect(await stage.runJob()).toMatchObject({ status: 'completed', items: { alreadyExported: 6 } });
  expect(stage.ledger.attachments()).toHaveLength(6);
});

test('receipts are given up as well once three in a row could not be looked for', async () => {
  const stage = makeStage({ capabilities: { maximumInFlight: 1 } });
  const entries = Object.fromEntries([1, 2, 3, 4, 5, 6].map((entry) => [entry, { files: [RECEIPT] }]));
  const outOfReach = new IntegrationError('transient', 'LEDGER_OUT_OF_REACH', 'The files have no way in.');
  stage.addJob(job(1, entries));
  await stage.runJob({ ledger: (adapter) => ({ ...adapter, attach: () => Promise.reject(outOfReach) }) });
  stage.addJob(job(2, entries));
  let looks = 0;
  const report = await stage.runJob({
    ledger: (adapter) => ({ ...adapter, findAttachments: () => ((looks += 1), Promise.reject(outOfReach)) }),
  });
  expect(report).toMatchObject({ status: 'completed', items: { alreadyExported: 6 } });
  expect(report.outcomes.slice(3).map((outcome) => 'warnings' in outcome && outcome.warnings)).toEqual([
    [NOT_TRIED],
    [NOT_TRIED],
    [NOT_TRIED],
  ]);
  expect(looks).toBe(3 * 6);
});

const NOT_TRIED =
  'Receipt 1 was not attached, because the ledger could not be reached with those before it: export the entry again to attach it, or add it by hand.';
