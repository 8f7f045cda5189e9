import { z } from 'zod';
import type { NetsuiteApi } from '../api/netsuite-api.js';
import { day, flag, id, text } from '../api/row-fields.js';
import { isoDay, type Statement } from '../api/suiteql.js';
import type { AccountSetup } from './account-setup.js';
import type { NetsuitePeriod } from './netsuite-facts.js';

/** Source: Oracle, Records Catalog: accountingperiod. Quarters and years hold periods, and nothing is dated into an adjustment. */
const PERIODS = {
  list: 'accounting periods',
  permission: 'Setup: Manage Accounting Periods',
  sql:
    `SELECT id, periodname, ${isoDay('startdate')}, ${isoDay('enddate')}, closed, alllocked, aplocked FROM accountingperiod ` +
    "WHERE isquarter = 'F' AND isyear = 'F' AND isadjust = 'F' AND isinactive = 'F' ORDER BY id",
  row: z.object({ id, periodname: text, startdate: day, enddate: day, closed: flag, alllocked: flag, aplocked: flag }),
} satisfies Statement<unknown>;

/** The periods that are posted to, in order of their first days; null where no record has one, because the account keeps none. */
export async function readCalendar(
  api: NetsuiteApi,
  { writable }: Pick<AccountSetup, 'writable'>,
): Promise<readonly NetsuitePeriod[] | null> {
  if (writable.get('journalEntry')?.body.has('postingPeriod') !== true) return null;
  const rows = await api.query(PERIODS);
  return rows
    .map((period) => ({
      id: period.id,
      name: period.periodname ?? '',
      start: period.startdate,
      end: period.enddate,
      isClosed: period.closed,
      isLocked: period.alllocked,
      isPayablesLocked: period.aplocked,
    }))
    .toSorted((left, right) => (left.start < right.start ? -1 : 1));
}
