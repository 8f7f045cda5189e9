import { CALL_NOT_BEGUN, IntegrationError, type Clock } from '@ledgerferry/core';
import { buildAccountingEntry, createManualClock } from '@ledgerferry/testkit';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { NetsuiteSimulatorOptions } from '../../src/simulator/index.js';
import { APP, startNetsuite, TOKEN } from '../netsuite-fixture.js';
import { callOf, journalOf, queryOf, refusalAnswer, rowsAnswer, scriptNetsuite } from '../scripted-netsuite.js';

const JOURNAL = journalOf('e1/booking');
const lookUp = [queryOf(JOURNAL)];

async function start(options: NetsuiteSimulatorOptions = {}) {
  const netsuite = await startNetsuite(options);
  onTestFinished(() => netsuite.simulator.close());
  return netsuite;
}

/** A NetSuite that knows nothing, and refuses the calls of these numbers, counted from one, as a bad login. */
function refusing(...numbers: readonly number[]) {
  let calls = 0;
  return scriptNetsuite(
    () => {
      calls += 1;
      if (numbers.includes(calls)) return refusalAnswer(401, 'INVALID_LOGIN', 'Invalid login attempt.');
      return rowsAnswer([]);
    },
    { auth: TOKEN },
  );
}

describe('a call that is refused under a token', () => {
  test.each([1, 2])('is signed anew and sent once more: call %i', async (number) => {
    const { adapter, seen } = await refusing(number);
    await adapter.find(lookUp);
    await expect(adapter.find(lookUp)).resolves.toMatchObject([{ status: 'absent' }]);
    const nonces = seen.map(({ headers }) => /oauth_nonce="(\w+)"/.exec(headers.authorization ?? '')?.[1]);
    expect([seen.length, new Set(nonces).size]).toEqual([3, 3]);
  });

  test('is left to be written down anew where it writes', async () => {
    const { adapter } = await refusing(2);
    await adapter.find(lookUp);
    await expect(adapter.post(callOf(JOURNAL))).rejects.toMatchObject({ kind: 'transient', code: CALL_NOT_BEGUN });
    await expect(adapter.find(lookUp)).resolves.toMatchObject([{ status: 'absent' }]);
  });

  test('ends the job where the token is revoked, however many calls were let in before', async () => {
    const { simulator, open } = await start();
    const adapter = open({ auth: TOKEN });
    await adapter.checkReadiness();
    simulator.revokeAccess();
    const refused = { kind: 'connection-lost', code: 'NETSUITE_SIGN_IN_REFUSED' };
    await expect(adapter.find(lookUp)).rejects.toMatchObject(refused);
    await expect(adapter.post(callOf(JOURNAL))).rejects.toSatisfy(
      (error: IntegrationError) => error.code === CALL_NOT_BEGUN || error.kind === 'connection-lost',
    );
    await expect(adapter.post(callOf(JOURNAL))).rejects.toMatchObject(refused);
  });
});

describe('of two calls at once, where NetSuite takes one and calls the other a bad login,', () => {
  const crowded: NetsuiteSimulatorOptions = { governance: { concurrent: 1, refusalStatus: 401 }, latencyMs: 5_000 };

  test('the other is in doubt as long as the first may be let in', async () => {
    const ofNetsuite = createManualClock();
    const { open } = await start({ ...crowded, clock: ofNetsuite });
    const adapter = open({ auth: TOKEN });
    const first = adapter.find(lookUp);
    await until(() => ofNetsuite.sleepers() === 1);
    await expect(adapter.find(lookUp)).rejects.toMatchObject({ kind: 'transient', code: 'NETSUITE_CONCURRENCY' });
    await ofNetsuite.advance(5_000);
    await expect(first).resolves.toMatchObject([{ status: 'absent' }]);
  });

  test('the other waits for the first, once it is known that the login is good', async () => {
    const ofNetsuite = createManualClock();
    const { simulator, open } = await start({ ...crowded, clock: ofNetsuite, latencyMs: 0 });
    const adapter = open({ auth: TOKEN });
    await adapter.find(lookUp);
    simulator.setLatency(5_000);
    const first = adapter.find(lookUp);
    await until(() => ofNetsuite.sleepers() === 1);
    const other = adapter.find(lookUp);
    await until(() => simulator.refusals === 1);
    // long enough for a second try, if there were one
    await new Promise((resolve) => setTimeout(resolve, 30));
    await ofNetsuite.advance(5_000);
    await until(() => ofNetsuite.sleepers() === 1);
    await ofNetsuite.advance(5_000);
    await expect(Promise.all([first, other])).resolves.toMatchObject([[{ status: 'absent' }], [{ status: 'absent' }]]);
    expect(simulator.refusals).toBe(1);
  });
});

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 1));
}

/** What the engine does with calls that were not applied: again, after a while, until they are. */
async function untilTaken<Answer>(clock: Pick<Clock, 'sleep'>, call: () => Promise<Answer>): Promise<Answer> {
  for (let refusals = 1; ;) {
    try {
      return await call();
    } catch (error) {
      if (!IntegrationError.isInstance(error) || error.kind !== 'transient' || refusals === 6) throw error;
      await clock.sleep(error.retryAfterMs || 1_000 * 2 ** refusals);
      if (error.code !== CALL_NOT_BEGUN) refusals += 1;
    }
  }
}

test.each([
  ['token', TOKEN],
  ['certificate', APP],
])('a throttle that is worded as a bad login ends no job (by %s)', async (_way, auth) => {
  const { simulator, clock, open } = await start({
    governance: { concurrent: 2, refusalStatus: 401 },
    latencyMs: 800,
  });
  const adapter = open({ auth, limits: { concurrent: 3 } });
  const facts = await untilTaken(clock, () => adapter.loadReferenceData());
  const documents = Array.from({ length: 24 }, (_, place) => `entry-${place}`).flatMap(
    (accountingEntryId) => adapter.plan(buildAccountingEntry({ accountingEntryId }), facts).documents,
  );
  const lanes = [0, 1, 2].map(async (lane) => {
    for (const document of documents.filter((_, place) => place % 3 === lane))
      await untilTaken(clock, () => adapter.post(callOf(document)));
  });
  await Promise.all(lanes);
  expect(simulator.refusals).toBeGreaterThan(0);
  expect(simulator.books.transactions.length).toBe(24);
});
