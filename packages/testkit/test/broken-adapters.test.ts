import { expect, test } from 'vitest';
import {
  accountingAdapterBehaviours,
  runAdapterBehaviour,
} from '../src/adapter-suite/accounting-adapter-behaviours.js';
import type { AdapterHarness } from '../src/adapter-suite/adapter-harness.js';
import { brokenAdapters } from './broken-adapters.js';
import { createMemoryHarness } from './memory-harness.js';

async function titlesThatFail(createHarness: () => AdapterHarness): Promise<readonly string[]> {
  const declared = createHarness();
  const failed: string[] = [];
  for (const behaviour of accountingAdapterBehaviours) {
    if (behaviour.concerns && !behaviour.concerns(declared)) continue;
    await runAdapterBehaviour(behaviour, createHarness).catch(() => failed.push(behaviour.title));
  }
  return failed;
}

test.each(brokenAdapters)('notices an adapter that $defect', async ({ capabilities, spoil, noticedBy }) => {
  expect(await titlesThatFail(() => createMemoryHarness(capabilities, spoil))).toEqual(noticedBy);
});

test('every behaviour has a title of its own', () => {
  const titles = accountingAdapterBehaviours.map((behaviour) => behaviour.title);
  expect(titles).toEqual([...new Set(titles)]);
});
