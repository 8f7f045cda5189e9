import type { DayRange } from '../api/where-clause.js';

/** Days between two ranges that are read along rather than asked for apart: a call costs more than a week of rows. */
const LARGEST_GAP_DAYS = 7;
const DAY_MS = 24 * 60 * 60 * 1_000;

/** Few ranges that cover all of these. */
export function mergeDayRanges(ranges: readonly DayRange[]): readonly DayRange[] {
  const merged: DayRange[] = [];
  for (const range of ranges.toSorted((left, right) => (left.first < right.first ? -1 : 1))) {
    const previous = merged.at(-1);
    if (previous === undefined || daysBetween(previous.last, range.first) > LARGEST_GAP_DAYS) merged.push(range);
    else merged[merged.length - 1] = { ...previous, last: previous.last > range.last ? previous.last : range.last };
  }
  return merged;
}

function daysBetween(earlier: string, later: string): number {
  return (Date.parse(later) - Date.parse(earlier)) / DAY_MS;
}
