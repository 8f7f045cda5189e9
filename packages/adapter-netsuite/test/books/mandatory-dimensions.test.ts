import { expect, test } from 'vitest';
import type { BookedTransaction } from '../../src/simulator/index.js';
import { entryOf } from '../plan/sample-books.js';
import { costLine, includedTax, sampleItem } from '../plan/sample-item.js';
import { openLedger } from './open-ledger.js';

const MANDATORY = {
  mandatory: ['department', 'cseg_project'] as const,
  departments: [{ name: 'Sales' }, { name: 'General' }],
};
const SALES = '11';
const GENERAL = '12';

const TAGGED = [
  costLine(12_000, { tax: includedTax(2_000), tags: [{ id: 't', groupCode: 'Department', code: 'Sales' }] }),
];
const PURCHASE = entryOf(sampleItem({ lines: TAGGED, accountingEntryId: 'purchase' }));
const PAID_BILL = entryOf(
  sampleItem({ lines: TAGGED, accountingEntryId: 'paid', bookkeepingMethod: 'accounts_payable' }),
);

function departments({ lines }: BookedTransaction): readonly string[] {
  return lines.map(({ account, departmentId }) => `${account} ${departmentId}`);
}

test('what NetSuite demands on every line comes from the settings where no tag says it', async () => {
  const { books, book } = await openLedger(MANDATORY, { defaults: { department: 'General', cseg_project: 'Apollo' } });
  await book(PURCHASE);
  await book(PAID_BILL);
  expect(books.transactions.map(departments)).toEqual([
    [`3620 ${SALES}`, `66100 ${GENERAL}`, `55010 ${GENERAL}`],
    [`63000 ${GENERAL}`, `3620 ${SALES}`, `66100 ${GENERAL}`],
    [`55010 ${GENERAL}`, `63000 ${GENERAL}`],
  ]);
});

test('what is missing is for the administrator, who is told the setting', async () => {
  for (const settings of [{}, { defaults: { department: 'General' } }]) {
    const { refusal } = await openLedger(MANDATORY, settings);
    for (const entry of [PURCHASE, PAID_BILL])
      expect(await refusal(entry)).toMatchObject({
        code: 'NETSUITE_FIELD_REQUIRED',
        owner: 'administrator',
        message: expect.stringContaining('connection.defaults'),
      });
  }
});
