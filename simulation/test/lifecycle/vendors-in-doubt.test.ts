import { IntegrationError, type Finding } from '@ledgerferry/core';
import { describe, expect, test } from 'vitest';
import { makeStage } from './make-stage.js';
import { bookedNames, entryId, job, jobId, PAYABLE, statusesAtPleo } from './numbered-job.js';
import type { LedgerChange, Stage } from './stage.js';

const NO_ANSWER = new IntegrationError('outcome-unknown', 'NO_ANSWER', 'The ledger did not answer.');

describe('a vendor that nobody can tell whether it was created', () => {
  test.each([
    ['found', 'after', 'M-2'],
    ['absent', 'before', 'M-2'],
  ] as const)(
    'is settled by a person as %s, and the entries that need it are booked by the next job',
    async (verdict, effect, vendorId) => {
      const { stage, key } = await withVendorInDoubt(effect);
      await stage.settle(key, verdict === 'found' ? { found: vendorId } : { absent: true });

      stage.addJob(job(2, { 1: PAYABLE, 2: PAYABLE }));
      expect(await stage.runJob({ ledger: silentAboutVendors(stage) })).toMatchObject({
        status: 'completed',
        items: { exported: 2, alreadyExported: 0 },
      });
      expect(bookedNames(stage)).toEqual(['9/journal', '1/invoice', '2/invoice', '1/payment', '2/payment']);
      expect(vendors(stage)).toMatchObject([{ externalId: vendorId }]);
      expect(statusesAtPleo(stage, 2)).toEqual(['successful', 'successful']);
    },
  );

  test('leaves nothing to settle on the entries themselves, which were never sent', async () => {
    const { stage } = await withVendorInDoubt('after');
    await expect(stage.settle(entryId(1), { found: 'M-2' })).rejects.toMatchObject({ code: 'NOTHING_TO_SETTLE' });
  });

  test('is shown to the bookkeeper with what to type', async () => {
    const { stage, key } = await withVendorInDoubt('after');
    const [item] = stage.pleo.book(jobId(1)).items;
    expect(item?.failureReason).toContain(`\`settle "${key}" --found ID\``);
  });
});

/** Two entries wait for a vendor whose creation was not answered, in a ledger that does not say whether it holds it. */
async function withVendorInDoubt(effect: 'before' | 'after'): Promise<{ readonly stage: Stage; readonly key: string }> {
  const stage = makeStage();
  // not the company's first job: what nobody else can have sent is not in doubt
  stage.addJob({ ...job(1, { 9: {} }), id: jobId(9), createdAt: '2026-03-01T09:00:00Z' });
  await stage.runJob();
  stage.addJob(job(1, { 1: PAYABLE, 2: PAYABLE }));
  stage.ledger.scheduleFault({ method: 'post', number: 2, effect, error: NO_ANSWER });
  expect(await stage.runJob({ ledger: silentAboutVendors(stage) })).toMatchObject({ items: { parked: 2 } });
  const [call] = stage.ledger.calls('post').slice(1);
  return { stage, key: call?.keys[0] ?? '' };
}

/** A ledger that answers no question about a vendor any more once it was sent one. */
function silentAboutVendors({ ledger }: Stage): LedgerChange {
  const isSilent = ({ key }: Finding): boolean =>
    key.startsWith('prerequisite/') && ledger.calls('post').some(({ keys }) => keys.includes(key));
  return (adapter) => ({
    ...adapter,
    find: async (queries) => {
      const findings = await adapter.find(queries);
      return findings.map((finding): Finding =>
        isSilent(finding) ? { status: 'unknown', key: finding.key, evidence: 'vendors cannot be listed' } : finding,
      );
    },
  });
}

function vendors({ ledger }: Stage) {
  return ledger.documents().filter((document) => document.recordType === 'contact');
}
