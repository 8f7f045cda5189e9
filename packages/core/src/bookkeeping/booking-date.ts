import type { ExportItem } from '../model/export-item.js';
import type { BookkeepingSettings } from './bookkeeping-settings.js';
import { calendarDayOf, dayAfter } from './calendar-day.js';
import { entryLabel } from './entry-description.js';
import { problem } from './problems.js';
import { refused, resolved, type Resolution } from './resolution.js';

/** The days that a job's entries are judged by. */
export interface BookkeepingDays {
  /** The day the job was started, `YYYY-MM-DD`, in the configured time zone. */
  readonly today: string;
  /** The last day that the accounting system holds closed, `YYYY-MM-DD`; null where none is. */
  readonly closedThrough: string | null;
}

export interface BookingDate {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** The day Pleo gave, where the closed-period policy moved it. */
  readonly movedFrom: string | null;
}

/** The day an item is booked on: its own in the configured zone, moved out of a closed period where the settings say so. */
export function bookingDate(
  item: ExportItem,
  settings: BookkeepingSettings,
  days: BookkeepingDays,
): Resolution<BookingDate> {
  const day = calendarDayOf(item.date, settings.timeZone);
  if (day === undefined) return refused(problem('INVALID_DATE', unreadable(item)));

  const closedThrough = laterOf(settings.closedThrough, days.closedThrough);
  if (closedThrough === undefined || day > closedThrough) return resolved({ date: day, movedFrom: null });

  const open = openDay(closedThrough, settings, days);
  if (open === undefined) return refused(problem('PERIOD_CLOSED', closed(item, day, closedThrough)));
  return resolved({ date: open, movedFrom: day });
}

function openDay(closedThrough: string, settings: BookkeepingSettings, days: BookkeepingDays): string | undefined {
  const { closedPeriod } = settings;
  if (closedPeriod === 'first-open') return dayAfter(closedThrough);
  return closedPeriod === 'today' && days.today > closedThrough ? days.today : undefined;
}

function laterOf(left: string | undefined, right: string | null): string | undefined {
  if (left === undefined || right === null) return left ?? right ?? undefined;
  return left > right ? left : right;
}

function unreadable(item: ExportItem): string {
  return `The date of ${entryLabel(item)}, "${item.date}", cannot be read: tell whoever runs Ledgerferry for you.`;
}

function closed(item: ExportItem, day: string, closedThrough: string): string {
  return (
    `${entryLabel(item)} is dated ${day}, and the books are closed through ${closedThrough}: ` +
    `reopen the period, or choose another closed-period policy (setting bookkeeping.closedPeriod), and export again.`
  );
}
