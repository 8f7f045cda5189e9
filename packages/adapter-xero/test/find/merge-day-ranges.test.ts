import { expect, test } from 'vitest';
import { mergeDayRanges } from '../../src/find/merge-day-ranges.js';

const day = (first: string, last = first) => ({ first, last });

test('days that lie within a week of each other are asked for together', () => {
  expect(mergeDayRanges([day('2026-03-11'), day('2026-03-01'), day('2026-03-04')])).toEqual([
    day('2026-03-01', '2026-03-11'),
  ]);
});

test('days that lie further apart are asked for apart', () => {
  expect(mergeDayRanges([day('2026-03-09'), day('2026-03-01'), day('2026-04-30')])).toEqual([
    day('2026-03-01'),
    day('2026-03-09'),
    day('2026-04-30'),
  ]);
});

test('a range within another adds nothing', () => {
  expect(mergeDayRanges([day('2026-02-01', '2026-03-11'), day('2026-02-10', '2026-02-12')])).toEqual([
    day('2026-02-01', '2026-03-11'),
  ]);
  expect(mergeDayRanges([])).toEqual([]);
});
