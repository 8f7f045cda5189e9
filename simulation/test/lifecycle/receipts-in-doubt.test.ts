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
