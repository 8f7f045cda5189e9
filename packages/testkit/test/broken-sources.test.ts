import { expect, test } from 'vitest';
import { itemSourceConformance, itemSourceFailures } from '../src/item-source-suite/item-source-conformance.js';
import { brokenSources } from './broken-sources/broken-sources.js';
import { createMemoryPleoHarness } from './memory-pleo-harness.js';

const behaviours = itemSourceConformance.themes.flatMap((theme) => theme.behaviours);

test.each(brokenSources)('a source that $defect fails one behaviour, with advice', async ({ spoil, fails, says }) => {
  const failures = await itemSourceFailures(() => createMemoryPleoHarness(spoil));
  expect(failures.map(({ title }) => title)).toEqual([fails]);
  const [failure] = failures;
  expect(failure?.message).toMatch(says);
  expect(failure?.message).toContain(`\n  to do:    ${behaviours.find(({ title }) => title === fails)?.advice}`);
});

test('every behaviour has a title of its own, and a broken source that fails it', () => {
  const titles = behaviours.map(({ title }) => title);
  expect(titles).toEqual([...new Set(titles)]);
  expect(brokenSources.map(({ fails }) => fails).toSorted()).toEqual(titles.toSorted());
});
