import { bookExportItem, type AccountingEntry, type BookkeepingSettings, type ExportItem } from '@ledgerferry/core';

/** The entry that an item is booked as, on 20 March 2026 with no period closed. Throws where core refuses it. */
export function bookItem(item: ExportItem, settings: BookkeepingSettings): AccountingEntry {
  const booked = bookExportItem(item, settings, { today: '2026-03-20', closedThrough: null });
  if ('entry' in booked) return booked.entry;
  throw new Error(booked.problems.map(({ message }) => message).join('; '));
}
