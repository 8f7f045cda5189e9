import { expect, test } from 'vitest';
import { systemClock, type Clock } from '../../src/clock.js';
import { IntegrationError } from '../../src/errors/integration-error.js';
import { clearRepeat, clearUnsentReceipt, type Clearance } from '../../src/lifecycle/clearance.js';
import { guardReads, guardWrites, type LedgerWriter } from '../../src/lifecycle/guard-adapter.js';
import { silentLogger } from '../../src/logger.js';
import type { AdapterCapabilities, PostCall } from '../../src/ports/accounting-adapter.js';

const CALL: PostCall = { requestKey: 'key', documents: [], resolved: new Map() };
const CAPABILITIES: AdapterCapabilities = {
  reference: { maxLength: 60, alphabet: 'abc', lookup: 'exact', unique: false },
  repeat: { windowMs: 60_000, cachesErrors: false },
  timeLimitMs: 10_000,
  lingerMs: 0,
  visibilityMs: 0,
  recordTypes: {},
  findBatchSize: 1,
  batchOutcome: 'each',
  maximumInFlight: 1,
  attachments: null,
  delivery: 'ledger',
};

/** A guarded ledger that refuses to serve, and counts what reaches it. */
function busyLedger(): { readonly writer: LedgerWriter; readonly calls: () => number } {
  let calls = 0;
  const refuse = async (): Promise<never> => {
    calls += 1;
    throw new IntegrationError('transient', 'BUSY', 'The ledger is busy.');
  };
  const adapter = { capabilities: CAPABILITIES, post: refuse, attach: refuse };
  return { writer: guardWrites(adapter, { clock: systemClock, logger: silentLogger }), calls: () => calls };
}

function firstSending(): Clearance {
  const clearance = clearUnsentReceipt({ by: 'this-run' }, undefined);
  if (!clearance) throw new Error('what this run booked may be sent');
  return clearance;
}

test('sends one call for a clearance: a second one never reaches the ledger', async () => {
  const { writer, calls } = busyLedger();
  const clearance = firstSending();
  await writer.post(CALL, clearance);

  await expect(writer.post(CALL, clearance)).rejects.toThrow('twice under one clearance');

  expect(calls()).toBe(1);
});

test('gives the right to send back where the call was not applied', async () => {
  const { writer, calls } = busyLedger();

  const answer = await writer.post(CALL, firstSending());
  if (answer.status === 'not-applied') await writer.post(CALL, answer.again);

  expect(calls()).toBe(2);
});

test('leaves a call in doubt whose repeat was not applied: the attempt before it may have been', async () => {
  const { writer } = busyLedger();
  const repeat = clearRepeat(CAPABILITIES, { firstSentAt: 0, againAt: 49_999 });
  if (!repeat) throw new Error('a repeat within the life of its key may be sent');

  const answer = await writer.post(CALL, repeat);

  expect(answer).toMatchObject({ status: 'in-doubt', error: { code: 'BUSY' } });
});

test('clears no repeat that the ledger may take for a new call', () => {
  expect(clearRepeat(CAPABILITIES, { firstSentAt: 0, againAt: 50_000 })).toBeUndefined();
});

test('clears no repeat where an old error is answered again under its key', () => {
  const cachesErrors = { ...CAPABILITIES, repeat: { windowMs: 60_000, cachesErrors: true } };

  expect(clearRepeat(cachesErrors, { firstSentAt: 0, againAt: 1 })).toBeUndefined();
});

/** Asks a ledger that is out of reach whether it is ready; answers how often it was asked, and how long that took. */
async function askLedgerOutOfReach(patience: { readonly patienceMs?: number }) {
  let [now, asked] = [0, 0];
  const clock: Clock = { now: () => now, sleep: async (ms) => void (now += ms) };
  const unreachable = (): Promise<never> => {
    asked += 1;
    now += 500;
    return Promise.reject(new IntegrationError('transient', 'OUT_OF_REACH', 'The ledger cannot be reached.'));
  };
  const adapter = {
    capabilities: CAPABILITIES,
    checkReadiness: unreachable,
    loadReferenceData: unreachable,
    find: unreachable,
    findAttachments: unreachable,
    rules: () => [],
    plan: () => ({ documents: [], prerequisites: [] }),
  };
  const reader = guardReads(adapter, { clock, logger: silentLogger, ...patience });
  await expect(reader.checkReadiness()).rejects.toMatchObject({ code: 'OUT_OF_REACH' });
  return { asked, ms: now };
}

test('a read of a ledger that is out of reach is tried for as long as a job waits', async () => {
  expect(await askLedgerOutOfReach({})).toEqual({ asked: 6, ms: 34_000 });
});

test('a read is not tried again once whoever waits has waited long enough', async () => {
  expect(await askLedgerOutOfReach({ patienceMs: 6_000 })).toEqual({ asked: 3, ms: 4_500 });
});
