import type { StateStore } from '@ledgerferry/core';
import { stateStoreConformance } from '@ledgerferry/testkit';
import { expect, test } from 'vitest';
import { brokenDocuments } from './broken-stores/broken-documents.js';
import { brokenJobs } from './broken-stores/broken-jobs.js';
import { brokenLeases } from './broken-stores/broken-leases.js';
import { brokenRecords } from './broken-stores/broken-records.js';
import { adviceOf, failuresOfStore } from './broken-stores/failures-of-store.js';

test.each([...brokenLeases, ...brokenJobs])('a store that $defect fails one behaviour, with advice', async (broken) => {
  const failures = await failuresOfStore(broken);
  expect(failures.map(({ title }) => title)).toEqual([broken.fails]);
  expect(failures[0]?.message).toContain(adviceOf(broken.fails));
});

test('a store that acknowledges before it has written fails most of all', async () => {
  const spoil = (store: StateStore): Partial<StateStore> => ({
    intend: async (lease, intent) => {
      setImmediate(() => void store.intend(lease, intent).catch(() => undefined));
    },
  });
  const titles = (await failuresOfStore({ spoil })).map(({ title }) => title);
  expect(titles).toContain('knows a document as intended as soon as its call is written down');
});

test('the suite misses nothing in a store that is whole', async () => {
  expect(await failuresOfStore({ spoil: () => ({}), inFile: true })).toEqual([]);
});

test('every behaviour has a title of its own, and nearly every one a broken store that fails it', () => {
  const titles = stateStoreConformance.themes.flatMap(({ behaviours }) => behaviours.map(({ title }) => title));
  expect(titles).toEqual([...new Set(titles)]);
  const shelf = [...brokenLeases, ...brokenJobs, ...brokenDocuments, ...brokenRecords];
  const onShelf = new Set(shelf.map(({ fails }) => fails));
  expect(titles.filter((title) => !onShelf.has(title))).toEqual([
    'keeps the leases of companies apart',
    'lists the items of a job in the order of their ids',
  ]);
});
