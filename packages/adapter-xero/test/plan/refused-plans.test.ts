import { expect, test } from 'vitest';
import { planXeroEntry } from '../../src/plan/plan-entry.js';
import { xeroRules } from '../../src/rules/xero-rules.js';
import { connection, entryOf, FACTS } from './sample-books.js';
import { sampleItem } from './sample-item.js';

const REIMBURSEMENT = entryOf(sampleItem({ type: 'external_reimbursement', lines: [] }));
const SETTLED = { accountingEntryId: 'bill', documentKey: 'bill/booking', externalId: null, amount: null };

// what a payment settles is filled after the rules, so that the plan is the first to know
test('a plan that finds an account without payments enabled says so to the administrator, whatever the rules knew', () => {
  const known = xeroRules(FACTS, connection()).flatMap((rule) => rule.validate(REIMBURSEMENT));
  expect(known).toEqual([]);
  expect(() => planXeroEntry({ ...REIMBURSEMENT, settles: [SETTLED] }, FACTS, connection())).toThrow(
    expect.objectContaining({
      kind: 'item-rejected',
      code: 'XERO_PAYMENT_ACCOUNT',
      itemReason: 'invalid_configuration',
      owner: 'administrator',
      message:
        'The account 870 "Payroll" is neither a bank account nor one with payments enabled. Tick "Enable payments to this account" for it in Xero, or have another account configured; then have the entry exported again.',
    }),
  );
});
