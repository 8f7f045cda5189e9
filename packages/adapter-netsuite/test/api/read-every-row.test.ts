import { expect, test } from 'vitest';
import { readEveryRow, type RowPage } from '../../src/api/read-every-row.js';

/** Pages of numbers, as NetSuite cuts them. */
function pagesOf(total: number) {
  return async (offset: number): Promise<RowPage<number>> => ({
    items: Array.from({ length: Math.min(1_000, total - offset) }, (_, place) => offset + place),
    totalResults: total,
    hasMore: offset + 1_000 < total,
  });
}

test.each([0, 1, 1_000, 1_001, 3_000])('%i rows are read to the last, in their order', async (total) => {
  const rows = await readEveryRow('vendors', pagesOf(total));
  expect(rows).toEqual(Array.from({ length: total }, (_, place) => place));
});

test('a list that grows meanwhile is read again later: a row may have slipped through', async () => {
  const grows = async (offset: number) => pagesOf(offset === 0 ? 1_500 : 1_501)(offset);
  await expect(readEveryRow('vendors', grows)).rejects.toMatchObject({
    kind: 'transient',
    code: 'NETSUITE_LIST_CHANGED',
    message: expect.stringContaining('vendors'),
  });
});

test('a page that lacks rows is not taken for the whole', async () => {
  const lacks = async (offset: number) => {
    const page = await pagesOf(1_500)(offset);
    return offset === 0 ? page : { ...page, items: page.items.slice(1) };
  };
  await expect(readEveryRow('vendors', lacks)).rejects.toMatchObject({
    code: 'NETSUITE_LIST_CHANGED',
    message: expect.stringContaining('1499 of 1500'),
  });
});

test('a list that is longer than NetSuite gives out is not taken for the whole', async () => {
  await expect(readEveryRow('vendors', pagesOf(100_001))).rejects.toMatchObject({ code: 'NETSUITE_LIST_TOO_LONG' });
});
