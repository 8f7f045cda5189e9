import { IntegrationError, type BookkeepingSettings, type ExportItem } from '@ledgerferry/core';
import { describe, expect, test } from 'vitest';
import { planXeroEntry } from '../../src/plan/plan-entry.js';
import type { XeroConnection } from '../../src/xero-connection.js';
import { inShort } from './in-short.js';
import { ACME_ID, connection, entryOf, FACTS, settings } from './sample-books.js';
import { costLine, sampleItem } from './sample-item.js';

function planned(
  item: Partial<ExportItem>,
  accounts: Partial<BookkeepingSettings['accounts']> = {},
  overrides: Partial<XeroConnection> = {},
): readonly string[] {
  return planXeroEntry(entryOf(sampleItem(item), settings(accounts)), FACTS, connection(overrides)).documents.map(
    inShort,
  );
}

describe('the accounts choose the record', () => {
  test('bills by the setting, although the out-of-pocket account is a bank account', () => {
    expect(planned({ type: 'mileage' }, { outOfPocket: '095' }, { outOfPocket: 'bills' })).toEqual([
      'booking: ACCPAY AUTHORISED with new mia holm, 404 120.00 INPUT2',
    ]);
  });

  test('a top-up from an account that is no bank account is money got', () => {
    expect(planned({ type: 'wallet_topup', lines: [], supplier: null, user: null }, { contra: '850' })).toEqual([
      'booking: RECEIVE 090 with new pleo, 850 120.00 NONE',
    ]);
  });

  test('a reimbursement outside Pleo, of what stands on a bank account, is money got there', () => {
    expect(planned({ type: 'external_reimbursement', lines: [], supplier: null }, { outOfPocket: '095' })).toEqual([
      'booking: RECEIVE 095 with new mia holm, 870 120.00 NONE',
    ]);
  });

  test('the setting bankAccounts is for the Pleo balance alone', () => {
    expect(planned({ type: 'mileage' }, { outOfPocket: '095' }, { bankAccounts: { EUR: '092' } })).toEqual([
      `booking: SPEND 095 with ${ACME_ID}, 404 120.00 INPUT2`,
    ]);
  });

  test('cash withdrawn to a bank account that holds cash is a transfer', () => {
    const cash = { id: 'c9a1', name: 'Cash box', code: null, identifier: 'id-096' };
    expect(planned({ type: 'atm_withdrawal', lines: [costLine(12_000, { account: cash })] })).toEqual([
      'booking: TRANSFER 090 to id-096, 120.00',
    ]);
  });

  test('a bill that employees are owed can be paid later, one that is paid cannot', () => {
    const leaves = (item: Partial<ExportItem>) =>
      planXeroEntry(entryOf(sampleItem(item)), FACTS, connection()).leavesInvoice ?? false;
    expect([leaves({ type: 'mileage' }), leaves({ type: 'invoice' })]).toEqual([true, true]);
    expect([leaves({ bookkeepingMethod: 'accounts_payable' }), leaves({})]).toEqual([false, false]);
  });
});

test('a plan of what the rules refuse is refused for the same reason', () => {
  const entry = entryOf(sampleItem({ type: 'wallet_topup', lines: [] }), settings({ contra: '999' }));
  let thrown: unknown;
  try {
    planXeroEntry(entry, FACTS, connection());
  } catch (error) {
    thrown = error;
  }
  expect(IntegrationError.isInstance(thrown)).toBe(true);
  expect(thrown).toMatchObject({ kind: 'item-rejected', code: 'XERO_ACCOUNT_UNKNOWN', itemReason: 'account_unknown' });
});
