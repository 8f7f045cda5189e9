import { expect, test } from 'vitest';
import { buildAccountingEntry } from '../src/build-accounting-entry.js';
import { createManualClock } from '../src/manual-clock.js';
import { createMemoryAdapter } from '../src/memory-adapter.js';
import { MemoryLedger } from '../src/memory-ledger.js';
import type { ScriptedFault } from '../src/scripted-fault.js';

function openLedger(fault: Omit<ScriptedFault, 'method' | 'number'>) {
  const clock = createManualClock();
  const ledger = new MemoryLedger({ clock });
  ledger.scheduleFault({ method: 'post', number: 1, ...fault });
  const adapter = createMemoryAdapter({ ledger, clock });
  const documents = adapter.plan(buildAccountingEntry(), { closedThrough: null }).documents;
  const post = () =>
    adapter.post({
      requestKey: 'key',
      documents: documents.map((document) => ({ document, reference: document.key })),
      resolved: new Map(),
    });
  return { clock, ledger, post };
}

test('a fault before the effect leaves the ledger empty, once', async () => {
  const { ledger, post } = openLedger({ effect: 'before' });
  await expect(post()).rejects.toMatchObject({ kind: 'transient' });
  expect(ledger.documents()).toHaveLength(0);
  expect((await post())[0]?.status).toBe('posted');
});

test('a fault after the effect loses the answer only', async () => {
  const { ledger, post } = openLedger({ effect: 'after' });
  await expect(post()).rejects.toMatchObject({ kind: 'outcome-unknown' });
  expect(ledger.documents()).toHaveLength(1);
});

test('a late effect comes when its time has come', async () => {
  const { clock, ledger, post } = openLedger({ effect: 'late', lateByMs: 5_000 });
  await expect(post()).rejects.toMatchObject({ kind: 'outcome-unknown' });
  await clock.advance(4_999);
  expect(ledger.documents()).toHaveLength(0);
  await clock.advance(1);
  expect(ledger.documents()).toHaveLength(1);
});

test('an unknown answer is an outcome', async () => {
  const { ledger, post } = openLedger({ effect: 'unknown-answer' });
  expect((await post())[0]?.status).toBe('unknown');
  expect(ledger.documents()).toHaveLength(1);
});

test('a crash of the caller can be scripted', async () => {
  const crash = new Error('crash');
  const { ledger, post } = openLedger({ effect: 'after', error: crash });
  await expect(post()).rejects.toBe(crash);
  expect(ledger.calls('post')).toEqual([
    { method: 'post', keys: ['6f0c8d52-1f0e-4c57-8a55-3f2b9a7d1e20/journal'], requestKey: 'key' },
  ]);
});
