import { IntegrationError } from '@ledgerferry/core';
import { memoryCapabilities } from '@ledgerferry/testkit';
import { describe, expect, test } from 'vitest';
import { makeStage } from './make-stage.js';
import { bookedNames, entryId, job, jobId, PAYABLE, statusesAtPleo } from './numbered-job.js';
import type { LedgerChange, PleoChange, Stage } from './stage.js';

describe('after the state was lost between two jobs', () => {
  test('an entry of the lost time is linked when it comes again, however many jobs later', async () => {
    const stage = await carriedAndLost();
    stage.addJob(job(2, { 2: {} }));
    await stage.runJob();

    stage.addJob(job(3, { 1: {}, 3: {} }));
    expect(await stage.runJob()).toMatchObject({ status: 'completed', items: { exported: 1, alreadyExported: 1 } });
    expect(bookedNames(stage)).toEqual(['1/journal', '2/journal', '3/journal']);
    expect(statusesAtPleo(stage, 3)).toEqual(['successful', 'successful']);
  });

  test('exactly the entries of the lost time are looked up when they come again', async () => {
    const stage = await carriedAndLost();
    stage.addJob(job(2, { 2: {} }));
    await stage.runJob();
    const before = stage.ledger.calls('find').length;

    stage.addJob(job(3, { 1: {}, 3: {} }));
    await stage.runJob();
    const lookedUp = stage.ledger.calls('find').slice(before);
    expect(lookedUp.map(({ keys }) => keys)).toEqual([[`${entryId(1)}/journal`]]);
  });

  test('the earlier jobs are read once, and never again', async () => {
    const stage = await carriedAndLost();
    const read: string[] = [];
    const watching: PleoChange = (source) => ({
      ...source,
      jobItems: (id) => (read.push(id), source.jobItems(id)),
    });
    for (const number of [2, 3]) {
      stage.addJob(job(number, { [number]: {} }));
      await stage.runJob({ pleo: watching });
    }
    expect(read).toEqual([jobId(1), jobId(2), jobId(3)]);
  });

  test('a crash at any point of reading the earlier jobs leaves none of them out', async () => {
    const rehearsal = await severalCarriedAndLost();
    const { fuse } = await rehearsal.run();
    const boundaries = fuse.boundaries.findIndex(({ method }) => method === 'start') + 1;
    expect(boundaries).toBeGreaterThan(25);

    for (let boundary = 1; boundary <= boundaries; boundary++) {
      const stage = await severalCarriedAndLost();
      await stage.run({ crash: { boundary, moment: 'after' } });
      await stage.run();
      const again = Object.fromEntries(EARLIER.map((number) => [10 + number, {}]));
      stage.addJob({ ...job(1, again), id: jobId(60), createdAt: '2026-03-31T09:00:00Z' });
      await stage.run();
      expect(bookedNames(stage), `boundary ${boundary}`).toHaveLength(EARLIER.length + 1);
    }
  });

  test('an entry that an accountant has moved to another day is found by the id that Pleo was told', async () => {
    const stage = await carriedAndLost({ capabilities: SCANNED });
    const [booked] = stage.ledger.documents();
    stage.ledger.edit('M-1', { summary: booked?.summary ? { ...booked.summary, date: '2026-01-15' } : null });
    stage.addJob(job(2, { 1: {} }));
    expect(await stage.runJob()).toMatchObject({ status: 'completed', items: { alreadyExported: 1 } });
    expect(stage.ledger.documents()).toHaveLength(1);
  });

  test('an entry of which an accountant has overwritten the reference is found by the id that Pleo was told', async () => {
    const stage = await carriedAndLost({ capabilities: SCANNED });
    stage.ledger.edit('M-1', { reference: 'checked by Ann' });
    stage.addJob(job(2, { 1: {} }));
    expect(await stage.runJob()).toMatchObject({ status: 'completed', items: { alreadyExported: 1 } });
    expect(stage.ledger.documents()).toHaveLength(1);
  });

  test('the id that Pleo was told is asked for as that of the first document, and of no other', async () => {
    const stage = makeStage({ capabilities: SCANNED });
    stage.addJob(job(1, { 1: PAYABLE }));
    await stage.runJob();
    stage.loseState();
    const asked: Record<string, string | null> = {};
    const watching: LedgerChange = (adapter) => ({
      ...adapter,
      find: (queries) => {
        for (const { document, externalId } of queries) asked[document.role] = externalId;
        return adapter.find(queries);
      },
    });
    stage.addJob(job(2, { 1: PAYABLE }));
    expect(await stage.runJob({ ledger: watching })).toMatchObject({ items: { alreadyExported: 1 } });
    const [item] = stage.pleo.book(jobId(1)).items;
    expect(item?.externalId).toMatch(/^M-/);
    expect(asked).toMatchObject({ invoice: item?.externalId, payment: null });
  });

  test('an entry that cannot be booked today names the id under which it was booked', async () => {
    const stage = await carriedAndLost();
    stage.addJob(job(2, { 1: { lines: [] } }));
    expect(await stage.runJob()).toMatchObject({ items: { failed: 1 } });
    expect(stage.pleo.book(jobId(2)).items).toMatchObject([
      { externalId: 'M-1', failureReason: expect.stringMatching(/booked it as M-1: look there first\.$/) },
    ]);
  });

  test('a job that Pleo lists but does not show any more holds up nothing', async () => {
    const stage = await carriedAndLost();
    const gone: PleoChange = (source) => ({
      ...source,
      jobItems: (id) => (id === jobId(1) ? notFound() : source.jobItems(id)),
    });
    stage.addJob(job(2, { 2: {} }));
    expect(await stage.runJob({ pleo: gone })).toMatchObject({ status: 'completed' });
  });

  test('an entry that was deleted in the ledger is booked anew, not taken for a repeat of the first call', async () => {
    const stage = await carriedAndLost({ capabilities: { repeat: { windowMs: 86_400_000, cachesErrors: false } } });
    stage.ledger.remove('M-1');
    stage.addJob(job(2, { 1: {} }));
    expect(await stage.runJob()).toMatchObject({ status: 'completed', items: { exported: 1 } });
    expect(bookedNames(stage)).toEqual(['1/journal']);
  });

  test('an entry of the lost time that is another record today is not booked again where references are unique', async () => {
    const reference = { ...memoryCapabilities.reference, unique: true };
    const stage = await carriedAndLost({ capabilities: { reference } });
    stage.addJob(job(2, { 1: {}, 2: {} }));
    expect(await stage.runJob({ ledger: asInvoices })).toMatchObject({
      status: 'completed',
      items: { exported: 1, alreadyExported: 1 },
    });
    expect(bookedNames(stage)).toEqual(['1/journal', '2/journal']);
  });

  test('an entry of the lost time is left to a person where the ledger cannot be asked', async () => {
    const stage = await carriedAndLost({
      capabilities: { reference: { ...memoryCapabilities.reference, lookup: 'none' }, attachments: null },
    });
    stage.addJob(job(2, { 1: {}, 2: {} }));
    expect(await stage.runJob()).toMatchObject({ items: { exported: 1, parked: 1 } });
    expect(bookedNames(stage)).toEqual(['1/journal', '2/journal']);

    stage.ledger.remove('M-1');
    await stage.settle(entryId(1), { absent: true });
    stage.addJob(job(3, { 1: {} }));
    expect(await stage.runJob()).toMatchObject({ status: 'completed', items: { exported: 1 } });
    expect(bookedNames(stage)).toEqual(['2/journal', '1/journal']);
  });
});

describe('after the state was restored from an older copy', () => {
  test('an entry of the missing time is linked when it comes again, however many jobs later', async () => {
    const stage = makeStage();
    stage.addJob(job(1, { 1: {} }));
    await stage.runJob();
    stage.copyState();
    stage.addJob(job(2, { 2: {} }));
    await stage.runJob();
    stage.restoreState();

    for (const [number, entry] of [
      [3, 3],
      [4, 2],
    ] as const) {
      stage.addJob(job(number, { [entry]: {} }));
      await stage.runJob();
    }
    expect(bookedNames(stage)).toEqual(['1/journal', '2/journal', '3/journal']);
    expect(statusesAtPleo(stage, 4)).toEqual(['successful']);
  });

  test('an entry that was refused before and booked as another record type in the missing time is found', async () => {
    const stage = makeStage();
    stage.ledger.refuse(`${entryId(1)}/journal`, LOCKED);
    stage.addJob(job(1, { 1: {} }));
    await stage.runJob();
    stage.copyState();
    stage.ledger.accept(`${entryId(1)}/journal`);
    stage.addJob(job(2, { 1: {} }));
    await stage.runJob({ ledger: asInvoices });
    stage.restoreState();

    stage.addJob(job(3, { 1: {} }));
    expect(await stage.runJob({ ledger: asInvoices })).toMatchObject({ items: { alreadyExported: 1 } });
    expect(bookedNames(stage)).toEqual(['1/journal']);
  });

  test('an entry that was refused before is left to a person where the ledger cannot be asked', async () => {
    const reference = { ...memoryCapabilities.reference, lookup: 'none' } as const;
    const stage = makeStage({ capabilities: { reference, attachments: null } });
    stage.ledger.refuse(`${entryId(1)}/journal`, LOCKED);
    stage.addJob(job(1, { 1: {} }));
    await stage.runJob();
    stage.copyState();
    stage.ledger.accept(`${entryId(1)}/journal`);
    stage.addJob(job(2, { 1: {} }));
    await stage.runJob();
    stage.restoreState();

    stage.addJob(job(3, { 1: {} }));
    expect(await stage.runJob()).toMatchObject({ items: { parked: 1 } });
    expect(bookedNames(stage)).toEqual(['1/journal']);
  });

  test('an entry whose job Pleo ended before anything was reported is not booked again', async () => {
    const rehearsal = makeStage();
    rehearsal.addJob(job(1, { 1: {} }));
    const { fuse } = await rehearsal.run();
    const stage = makeStage();
    stage.addJob(job(1, { 1: {} }));
    await stage.run({ crash: { boundary: fuse.boundaryOf('enlist', 1), moment: 'after' } });
    stage.copyState();
    await stage.run({ crash: { boundary: fuse.boundaryOf('post', 1), moment: 'after' } });
    stage.restoreState();
    stage.pleo.cancel(jobId(1));

    stage.addJob(job(2, { 1: {} }));
    expect(await stage.runJob()).toMatchObject({ status: 'completed' });
    expect(bookedNames(stage)).toEqual(['1/journal']);
  });
});

describe('a job that failed before anything was read', () => {
  test('is not read by later jobs, and its entries are booked without being looked up', async () => {
    const stage = makeStage();
    stage.addJob(job(1, { 1: {} }));
    await stage.runJob();
    stage.addJob(job(2, { 2: {} }));
    const error = new IntegrationError('connection-lost', 'TOKEN_REVOKED', 'Connect again.');
    stage.ledger.scheduleFault({ method: 'checkReadiness', number: 2, effect: 'before', error });
    expect(await stage.runJob()).toMatchObject({ status: 'failed' });
    const before = stage.ledger.calls('find').length;

    const read: string[] = [];
    const watching: PleoChange = (source) => ({ ...source, jobItems: (id) => (read.push(id), source.jobItems(id)) });
    stage.addJob(job(3, { 2: {} }));
    expect(await stage.runJob({ pleo: watching })).toMatchObject({ status: 'completed', items: { exported: 1 } });
    expect(read).toEqual([jobId(3)]);
    expect(stage.ledger.calls('find')).toHaveLength(before);
  });
});

const SCANNED = { reference: { ...memoryCapabilities.reference, lookup: 'scan', unique: false } } as const;

const LOCKED = { code: 'LOCKED', reason: 'validation_failure', owner: 'bookkeeper', message: 'Locked.' } as const;

/** A newer adapter, which books what were journals as records of another type. */
const asInvoices: LedgerChange = (adapter) => ({
  ...adapter,
  plan: (entry, facts) => {
    const { documents, prerequisites } = adapter.plan(entry, facts);
    return { documents: documents.map((document) => ({ ...document, recordType: 'invoice' })), prerequisites };
  },
});

/** Job 1 with entry 1 is done; then the state is lost. */
async function carriedAndLost(options: Parameters<typeof makeStage>[0] = {}): Promise<Stage> {
  const stage = makeStage(options);
  stage.addJob(job(1, { 1: {} }));
  await stage.runJob();
  stage.loseState();
  return stage;
}

const EARLIER = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** Nine jobs are done, more than are noted in one commit; then the state is lost, and another waits. */
async function severalCarriedAndLost(): Promise<Stage> {
  const stage = makeStage();
  for (const number of EARLIER) stage.addJob(job(number, { [10 + number]: {} }));
  await stage.run();
  stage.loseState();
  stage.addJob({ ...job(1, { 50: {} }), id: jobId(50), createdAt: '2026-03-30T09:00:00Z' });
  return stage;
}

function notFound(): never {
  throw new IntegrationError('misconfigured', 'PLEO_JOB_NOT_FOUND', 'There is no such Export Job.');
}
