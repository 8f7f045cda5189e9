import { expect, test } from 'vitest';
import { brokenDocuments } from './broken-stores/broken-documents.js';
import { brokenRecords } from './broken-stores/broken-records.js';
import { adviceOf, failuresOfStore } from './broken-stores/failures-of-store.js';

// in a file of its own, to run beside the other half of the shelf
test.each([...brokenDocuments, ...brokenRecords])(
  'a store that $defect fails one behaviour, with advice',
  async (broken) => {
    const failures = await failuresOfStore(broken);
    expect(failures.map(({ title }) => title)).toEqual([broken.fails]);
    expect(failures[0]?.message).toContain(adviceOf(broken.fails));
  },
);
