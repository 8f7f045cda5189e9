import type { NetsuiteConnection } from '../netsuite-connection.js';
import type { NetsuitePeriod } from './netsuite-facts.js';

/** Settings that decide what is closed to Ledgerferry. */
export type ClosingSettings = Pick<NetsuiteConnection, 'payables' | 'lockedPeriods'>;

/**
 * The last day of the first periods, as far as all of them are closed or locked; null where the first one is open. Where bills are posted, a
 * period that is locked for them counts as well: locking payables is how a month begins to be closed.
 * Source: Oracle, Accounting Periods: Locking and Closing.
 */
export function closedThrough(periods: readonly NetsuitePeriod[], settings: ClosingSettings): string | null {
  const isOpen = (period: NetsuitePeriod) =>
    closingOf(period, { mayHaveBills: settings.payables === 'vendor-bill' }, settings) === null;
  const firstOpen = periods.findIndex(isOpen);
  const closed = firstOpen === -1 ? periods : periods.slice(0, firstOpen);
  return closed.at(-1)?.end ?? null;
}

/** How a period is shut, in words; null where it takes what is to be posted. Roles that may override locks are stopped by closing alone. */
export function closingOf(
  { isClosed, isLocked, isPayablesLocked }: NetsuitePeriod,
  { mayHaveBills }: { readonly mayHaveBills: boolean },
  { lockedPeriods }: Pick<ClosingSettings, 'lockedPeriods'>,
): string | null {
  if (isClosed) return 'closed';
  if (lockedPeriods === 'open') return null;
  if (isLocked) return 'locked';
  return isPayablesLocked && mayHaveBills ? 'locked for bills and payments' : null;
}
