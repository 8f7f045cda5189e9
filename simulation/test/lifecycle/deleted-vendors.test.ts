import type { PostOutcome, Problem } from '@ledgerferry/core';
import { describe, expect, test } from 'vitest';
import { makeStage } from './make-stage.js';
import { bookedNames, entryId, job, jobId, PAYABLE, statusesAtPleo } from './numbered-job.js';
import type { LedgerChange, Stage } from './stage.js';

const seven = Object.fromEntries([2, 3, 4, 5, 6, 7, 8].map((number) => [number, PAYABLE]));

const two = { 2: PAYABLE, 3: PAYABLE };

describe('a vendor that a person deleted after an earlier job had created it', () => {
  test.each([1, 2])(
    'is created again, once, and what names it is booked; calls in flight: %i',
    async (maximumInFlight) => {
      const stage = await withVendor({ capabilities: { maximumInFlight } });
      stage.ledger.remove('M-1');

      stage.addJob(job(2, seven));
      expect(await stage.runJob({ ledger: strict(stage) })).toMatchObject({
        status: 'completed',
        items: { exported: 7 },
      });
      expect(vendors(stage)).toHaveLength(1);
      expect(new Set(bookedNames(stage)).size).toBe(16);
      expect(bookedNames(stage)).toHaveLength(16);
    },
  );

  test('is created again, once, wherever the process dies meanwhile', async () => {
    const rehearsal = await withVendor();
    rehearsal.ledger.remove('M-1');
    rehearsal.addJob(job(2, two));
    const { fuse } = await rehearsal.run({ ledger: strict(rehearsal) });

    for (let boundary = 1; boundary <= fuse.boundaries.length; boundary++) {
      const stage = await withVendor();
      stage.ledger.remove('M-1');
      stage.addJob(job(2, two));
      await stage.run({ ledger: strict(stage), crash: { boundary, moment: 'after' } });
      await stage.run({ ledger: strict(stage) });
      expect(stage.pleo.book(jobId(2)).status, `boundary ${boundary}`).toBe('completed');
      expect(vendors(stage), `boundary ${boundary}`).toHaveLength(1);
      expect(bookedNames(stage).toSorted(), `boundary ${boundary}`).toEqual([
        '1/invoice',
        '1/payment',
        '2/invoice',
        '2/payment',
        '3/invoice',
        '3/payment',
      ]);
    }
  });
});

describe('a vendor that is still there', () => {
  test('is not looked up while nothing that names it is refused', async () => {
    const stage = await withVendor();
    const before = stage.ledger.calls('find').length;
    stage.addJob(job(2, seven));
    await stage.runJob({ ledger: strict(stage) });
    expect(stage.ledger.calls('find')).toHaveLength(before);
  });

  test('is looked up once where entries that name it are refused for other reasons, and those stay refused', async () => {
    const stage = await withVendor();
    const before = stage.ledger.calls('find').length;
    for (const number of [2, 8]) stage.ledger.refuse(`${entryId(number)}/invoice`, LOCKED);
    stage.addJob(job(2, seven));

    const report = await stage.runJob({ ledger: strict(stage) });
    expect(report).toMatchObject({ status: 'completed_with_errors', items: { exported: 5, failed: 2 } });
    expect(report.outcomes[0]).toMatchObject({ status: 'failed', problem: LOCKED });
    expect(statusesAtPleo(stage, 2).filter((status) => status === 'failed')).toHaveLength(2);
    expect(stage.ledger.calls('find')).toHaveLength(before + 1);
  });
});

const LOCKED: Problem = {
  code: 'PERIOD_LOCKED',
  reason: 'accounting_system_validation_failure',
  owner: 'bookkeeper',
  message: 'February is locked.',
};

const UNKNOWN_VENDOR: Problem = {
  code: 'VENDOR_UNKNOWN',
  reason: 'vendor_unknown',
  owner: 'bookkeeper',
  message: 'The ledger does not know this vendor.',
};

/** Job 1 has created the vendor, as M-1, with a purchase of it. */
async function withVendor(options: Parameters<typeof makeStage>[0] = {}): Promise<Stage> {
  const stage = makeStage(options);
  stage.addJob(job(1, { 1: PAYABLE }));
  await stage.runJob();
  expect(vendors(stage).map(({ externalId }) => externalId)).toEqual(['M-1']);
  return stage;
}

function vendors({ ledger }: Stage) {
  return ledger.documents().filter((document) => document.recordType === 'contact');
}

/** A ledger that refuses what names something it does not hold. */
function strict({ ledger }: Stage): LedgerChange {
  return (adapter) => ({
    ...adapter,
    post: async (call) => {
      const held = new Set(ledger.documents().map((document) => document.externalId));
      const isKnown = ({ document }: (typeof call.documents)[number]): boolean =>
        document.dependsOn.every((key) => held.has(call.resolved.get(key) ?? ''));
      const known = call.documents.filter(isKnown);
      const refused = call.documents.filter((outgoing) => !isKnown(outgoing));
      const outcomes = known.length > 0 ? await adapter.post({ ...call, documents: known }) : [];
      return [
        ...outcomes,
        ...refused.map(({ document }): PostOutcome => ({
          status: 'refused',
          key: document.key,
          problem: UNKNOWN_VENDOR,
        })),
      ];
    },
  });
}
