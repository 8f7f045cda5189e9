import { IntegrationError, type AccountingAdapter, type Document, type PostOutcome } from '@ledgerferry/core';
import { buildAccountingEntry, createManualClock } from '@ledgerferry/testkit';
import { expect, onTestFinished, test } from 'vitest';
import type { NetsuiteSimulatorOptions } from '../src/simulator/index.js';
import { APP, startNetsuite } from './netsuite-fixture.js';
import { callOf } from './scripted-netsuite.js';

async function start(options: NetsuiteSimulatorOptions) {
  const netsuite = await startNetsuite(options);
  onTestFinished(() => netsuite.simulator.close());
  return netsuite;
}

async function journals(adapter: AccountingAdapter, count: number): Promise<readonly Document[]> {
  const facts = await adapter.loadReferenceData();
  return Array.from({ length: count }, (_, place) =>
    buildAccountingEntry({ accountingEntryId: `entry-${place}` }),
  ).flatMap((entry) => adapter.plan(entry, facts).documents);
}

/** What the engine does with calls that were not applied: again, after a while, until they are. */
async function postUntilTaken(
  adapter: AccountingAdapter,
  document: Document,
  clock: { sleep(ms: number): Promise<void> },
) {
  for (let waitMs = 1_000; ; waitMs *= 2) {
    const outcome: readonly PostOutcome[] | IntegrationError = await adapter
      .post(callOf(document))
      .catch((error: IntegrationError) => error);
    if (!(outcome instanceof Error)) return outcome[0]?.status;
    if (outcome.kind !== 'transient') throw outcome;
    await clock.sleep(outcome.retryAfterMs ?? waitMs);
  }
}

test.each([429, 400] as const)(
  'never more calls are sent at once than the settings allow, and fewer after a %i',
  async (refusalStatus) => {
    const { simulator, clock, open } = await start({ governance: { concurrent: 3, refusalStatus }, latencyMs: 800 });
    const adapter = open({ limits: { concurrent: 4 } });
    const documents = await journals(adapter, 24);
    const outcomes = await Promise.all(documents.map((document) => postUntilTaken(adapter, document, clock)));
    expect(outcomes.every((status) => status === 'posted')).toBe(true);
    expect(simulator.books.transactions.length).toBe(24);
    expect(simulator.mostRequestsAtOnce).toBe(4);
    expect(simulator.refusals).toBeLessThanOrEqual(4);
  },
);

test.each([429, 400] as const)('a throttled call was not applied, and says so (%i)', async (refusalStatus) => {
  const { simulator, open } = await start({ governance: { refusalStatus } });
  const adapter = open();
  const [document] = await journals(adapter, 1);
  if (!document) return;
  simulator.throttleNextWrite();
  await expect(adapter.post(callOf(document))).rejects.toMatchObject({
    kind: 'transient',
    code: 'NETSUITE_CONCURRENCY',
    message: expect.stringContaining('connection.limits.concurrent'),
  });
  expect(simulator.books.transactions).toEqual([]);
  await expect(adapter.post(callOf(document))).resolves.toMatchObject([{ status: 'posted' }]);
});

test('reads wait while others hold every place of the account, and then succeed', async () => {
  const { simulator, open } = await start({ governance: { concurrent: 5 } });
  simulator.occupy(5);
  const clock = createManualClock();
  const ready = open({}, { clock }).checkReadiness();
  // the first read was refused, and waits
  while (simulator.refusals === 0) await new Promise((resolve) => setTimeout(resolve, 1));
  simulator.occupy(0);
  while (clock.sleepers() === 0) await new Promise((resolve) => setTimeout(resolve, 1));
  await clock.advance(60_000);
  await expect(ready).resolves.toMatchObject({ tenant: '1234567_SB1/1' });
});

test('companies of one process that post to one account share its places', async () => {
  const { simulator, open } = await start({ latencyMs: 50 });
  const [one, other] = [open({ subsidiary: '1' }), open({ subsidiary: '2' })];
  await Promise.all([one.checkReadiness(), other.checkReadiness()]);
  await Promise.all([one.loadReferenceData(), other.loadReferenceData()]);
  expect(simulator.mostRequestsAtOnce).toBe(2);
});

test('an account is the same however its id is written', async () => {
  const { simulator, open } = await start({ latencyMs: 50 });
  const ofAccount = (accountId: string) => open({ accountId, auth: APP });
  const [one, other] = [ofAccount('1234567_SB1'), ofAccount('1234567_sb1')];
  await Promise.all([one.loadReferenceData(), other.loadReferenceData()]);
  expect(simulator.mostRequestsAtOnce).toBe(2);
});
