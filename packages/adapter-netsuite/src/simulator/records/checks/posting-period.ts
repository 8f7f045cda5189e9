import type { NetsuiteAccount } from '../../account/netsuite-account.js';
import type { Books } from '../../books/books.js';
import type { HeldPeriod, HeldTransaction } from '../../books/held-records.js';
import type { TransactionType } from '../../books/netsuite-books.js';
import { userError } from '../../http/problems.js';

/** Internal id of the period that a transaction is posted in. @throws {Refusal} where it is closed or locked, or holds another day. */
export function postingPeriodId(
  { recordType, date, periodId }: { recordType: TransactionType; date: string; periodId: string | null },
  { periods, account }: Books,
): string {
  const months = periods.all().filter(({ kind }) => kind === 'month');
  const mayMove = account.closedDates === 'first-open';
  const named = periodId === null ? null : periods.get(periodId);
  if (named) {
    if (named.kind !== 'month' || (!mayMove && !holds(named, date))) throw wrongPeriod();
    return openOrRefused(named, recordType, account).id;
  }
  const own = months.find((period) => holds(period, date));
  if (own && (isOpen(own, recordType, account) || !mayMove)) return openOrRefused(own, recordType, account).id;
  const later = mayMove
    ? months.find((period) => period.end >= date && isOpen(period, recordType, account))
    : undefined;
  if (!later) throw wrongPeriod();
  return later.id;
}

/** @throws {Refusal} where what is booked already can no longer be changed. */
export function checkStillOpen({ periodId, recordType }: HeldTransaction, { periods, account }: Books): void {
  const period = periods.get(periodId);
  if (period) openOrRefused(period, recordType, account);
}

function openOrRefused(period: HeldPeriod, recordType: TransactionType, account: NetsuiteAccount): HeldPeriod {
  if (isOpen(period, recordType, account)) return period;
  throw userError(
    `You cannot create, change or delete a transaction in the period ${period.name}: it is closed or locked.`,
    `Im Zeitraum ${period.name} können keine Transaktionen angelegt, geändert oder gelöscht werden: Er ist geschlossen oder gesperrt.`,
  );
}

function isOpen(
  { state }: HeldPeriod,
  recordType: TransactionType,
  { overridesLocks }: Pick<NetsuiteAccount, 'overridesLocks'>,
): boolean {
  if (overridesLocks) return state !== 'closed';
  return state === 'open' || (state === 'ap-locked' && recordType === 'journalEntry');
}

function holds({ start, end }: HeldPeriod, date: string): boolean {
  return start <= date && date <= end;
}

function wrongPeriod() {
  return userError(
    'The transaction date you specified is not within the date range of your accounting period.',
    'Das angegebene Transaktionsdatum liegt nicht im Zeitraum Ihrer Buchungsperiode.',
  );
}
