import { bookExportItem, bookkeepingSettingsSchema, type AccountingEntry, type Problem } from '@ledgerferry/core';
import { describe, expect, test } from 'vitest';
import { defaultAccount, type NetsuiteAccount } from '../../src/simulator/index.js';
import { entryOf, settings } from '../plan/sample-books.js';
import { sampleItem } from '../plan/sample-item.js';
import { openLedger } from './open-ledger.js';

/** The months of 2026 up to one are shut so. */
function shut(state: 'closed' | 'ap-locked' | 'all-locked', ...names: readonly string[]): Partial<NetsuiteAccount> {
  const periods = defaultAccount().periods.map((period) =>
    names.includes(period.name) ? { ...period, state } : period,
  );
  return { periods };
}

const ITEM = sampleItem({ accountingEntryId: 'entry-1', date: '2026-03-11T09:00:00.000Z' });

/** The entry that core makes of the item, given what NetSuite says is closed. */
function bookedBy(
  policy: 'fail' | 'today' | 'first-open',
  closedThrough: string | null,
): { readonly entry: AccountingEntry } | { readonly problems: readonly Problem[] } {
  const bookkeeping = bookkeepingSettingsSchema.parse({ ...settings(), closedPeriod: policy });
  return bookExportItem(ITEM, bookkeeping, { today: '2026-05-20', closedThrough });
}

describe.each([
  ['closed', {}],
  ['all-locked', {}],
  ['ap-locked', { payables: 'vendor-bill' }],
] as const)('where the months up to March are %s', (state, connection) => {
  const account = shut(state, 'Jan 2026', 'Feb 2026', 'Mar 2026');

  test.each([
    ['first-open', '2026-04-01', 'Apr 2026'],
    ['today', '2026-05-20', 'May 2026'],
  ] as const)('%s books an entry of March on %s', async (policy, date, period) => {
    const { facts, books, book } = await openLedger(account, connection);
    const booked = bookedBy(policy, facts.closedThrough);
    if (!('entry' in booked)) throw new Error('the policy moves the entry');
    await book(booked.entry);
    expect(books.transactions).toMatchObject([{ date, period }]);
  });

  test('fail refuses it', async () => {
    const { facts } = await openLedger(account, connection);
    expect(bookedBy('fail', facts.closedThrough)).toMatchObject({ problems: [{ code: 'PERIOD_CLOSED' }] });
  });
});

test('locked payables close nothing where no bills are posted', async () => {
  const { facts } = await openLedger(shut('ap-locked', 'Jan 2026', 'Feb 2026', 'Mar 2026'), { payables: 'journal' });
  expect(facts.closedThrough).toBe('2025-12-31');
});

test('a month that is closed after an open one is refused, and the policy is not offered as its cure', async () => {
  const { facts, refusal } = await openLedger(shut('closed', 'Mar 2026'));
  const booked = bookedBy('first-open', facts.closedThrough);
  if (!('entry' in booked)) throw new Error('the engine minds no single month');
  expect(await refusal(booked.entry)).toMatchObject({
    code: 'NETSUITE_PERIOD_CLOSED',
    message: expect.stringContaining('where an earlier one is open, nothing does'),
  });
});

test('a role that may override locks books in locked months, and never in closed ones', async () => {
  const locks = { ...shut('all-locked', 'Jan 2026', 'Feb 2026', 'Mar 2026'), overridesLocks: true };
  const { facts, books, book, refusal } = await openLedger(locks, { lockedPeriods: 'open' });
  expect(facts.closedThrough).toBe('2025-12-31');
  await book(entryOf(ITEM));
  expect(books.transactions).toMatchObject([{ date: '2026-03-11', period: 'Mar 2026' }]);
  books.setPeriod('Apr 2026', 'closed');
  expect(await refusal({ ...entryOf(ITEM), accountingEntryId: 'entry-2', date: '2026-04-02' })).toMatchObject({
    code: 'NETSUITE_PERIOD_CLOSED',
  });
});
