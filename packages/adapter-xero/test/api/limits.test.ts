import { buildAccountingEntry, createMemoryCredentials } from '@ledgerferry/testkit';
import { expect, onTestFinished, test } from 'vitest';
import type { SimulatedLimits } from '../../src/simulator/index.js';
import { queryOf } from '../scripted-xero.js';
import { startXero } from '../xero-fixture.js';

async function start(limits: Partial<SimulatedLimits>) {
  const xero = await startXero({ limits });
  onTestFinished(() => xero.simulator.close());
  return xero;
}

test('a day that is spent ends the work and says from when on it can go on', async () => {
  const { open, simulator, clock } = await start({ perDay: 8 });
  const adapter = open();
  await adapter.checkReadiness();
  const facts = await adapter.loadReferenceData();
  const [document] = adapter.plan(buildAccountingEntry({ counterparty: null, employee: null }), facts).documents;
  if (!document) throw new Error('an entry has a document');
  await adapter.find([queryOf(document)]);
  await adapter.find([queryOf(document)]);
  const call = {
    requestKey: 'k',
    documents: [{ document, reference: document.key }],
    resolved: new Map([['prerequisite/contact/pleo', 'an id']]),
  };
  for (const work of [
    () => adapter.find([queryOf(document)]),
    () => adapter.post(call),
    () => adapter.checkReadiness(),
  ])
    await expect(work()).rejects.toMatchObject({
      kind: 'transient',
      code: 'HTTP_BUDGET_SPENT',
      retryAfterMs: expect.any(Number),
      // the day of the simulator ends at midnight
      message: expect.stringContaining('by 2026-03-12 00:00 UTC'),
    });
  expect(simulator.refusals).toEqual({ minute: 0, day: 1, concurrent: 0, appminute: 0 });
  clock.leap(15 * 3_600_000);
  expect(await adapter.find([queryOf(document)])).toEqual([{ status: 'absent', key: document.key }]);
});

test('a configured day is kept to though Xero would serve more', async () => {
  const { open, simulator } = await start({});
  const adapter = open({ limits: { perDay: 7 } });
  await adapter.checkReadiness();
  await adapter.loadReferenceData();
  await adapter.checkReadiness();
  await expect(adapter.checkReadiness()).rejects.toMatchObject({
    code: 'HTTP_BUDGET_SPENT',
    message: expect.stringContaining('by 2026-03-12 09:00 UTC at the latest (within 24 h)'),
  });
  expect(simulator.requests.filter(({ path }) => path.startsWith('/api.xro')).length).toBe(7);
});

test('companies of one organisation share its minute, and one refusal tells them all when it ends', async () => {
  const { open, simulator } = await start({ perMinute: 10, minuteOffsetMs: 13_000 });
  const settings = { limits: { perMinute: 10 } };
  const adapters = [open(settings), open(settings), open(settings)];
  await Promise.all(adapters.map((adapter) => adapter.loadReferenceData()));
  await Promise.all(adapters.map((adapter) => adapter.loadReferenceData()));
  expect(simulator.refusals).toEqual({ minute: 1, day: 0, concurrent: 0, appminute: 0 });
  expect(simulator.mostRequestsAtOnce).toBeLessThanOrEqual(5);
});

test('the minute of another program is learned from the headers', async () => {
  const { open, simulator } = await start({ perMinute: 20 });
  const mine = open({ limits: { perMinute: 20 } });
  const others = open({ limits: { perMinute: 20 } }, { ...createMemoryCredentials() });
  await others.loadReferenceData();
  await others.loadReferenceData();
  for (let round = 0; round < 5; round += 1) await mine.loadReferenceData();
  expect(simulator.refusals.minute).toBeLessThanOrEqual(1);
});

test('a configured minute is kept to though Xero would serve more', async () => {
  const { open, simulator } = await start({ minuteOffsetMs: 30_000 });
  const adapter = open({ limits: { perMinute: 30 } });
  for (let round = 0; round < 10; round += 1) await adapter.loadReferenceData();
  const calls = simulator.requests.filter(({ path }) => path.startsWith('/api.xro'));
  const minutes = Map.groupBy(calls, ({ at }) => Math.floor((at - (calls[0]?.at ?? 0)) / 60_000));
  expect([...minutes.values()].map(({ length }) => length)).toEqual([30, 30]);
});
