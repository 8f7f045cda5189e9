import { memoryCapabilities } from '../src/memory-adapter.js';
import { adapterConformance, adapterFailures } from '../src/adapter-suite/adapter-conformance.js';
import { expect, test } from 'vitest';
import { brokenAdapters } from './broken-adapters/broken-adapters.js';
import { createMemoryHarness } from './memory-harness.js';

const behaviours = adapterConformance.themes.flatMap((theme) => theme.behaviours);

test.each(brokenAdapters)('an adapter that $defect fails one behaviour, with advice', async (broken) => {
  const failures = await adapterFailures(() => createMemoryHarness(broken));
  expect(failures.map(({ title }) => title)).toEqual([broken.fails]);
  const [failure] = failures;
  expect(failure?.message).toMatch(broken.says);
  expect(failure?.message).toContain(`\n  to do:    ${behaviours.find(({ title }) => title === broken.fails)?.advice}`);
  expect(failure?.message).toMatch(/\n {2}read on: {2}docs\/[a-z-]+\.md#[a-z-]+$/);
});

test('every behaviour has a title of its own, and a broken adapter that fails it', () => {
  const titles = behaviours.map(({ title }) => title);
  expect(titles).toEqual([...new Set(titles)]);
  expect(brokenAdapters.map(({ fails }) => fails).toSorted()).toEqual(titles.toSorted());
});

test('an adapter whose references are too short to be used at all is told so', async () => {
  const reference = { ...memoryCapabilities.reference, maxLength: 15 };
  const failures = await adapterFailures(() => createMemoryHarness({ capabilities: { reference } }));
  expect(failures.find(({ title }) => title.startsWith('declares a reference'))?.message).toContain(
    'A reference must hold at least 80 bits; 15 characters of 38 kinds hold 78.',
  );
});
