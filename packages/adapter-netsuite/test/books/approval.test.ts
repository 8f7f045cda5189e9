import { expect, test } from 'vitest';
import type { ApprovalRouting } from '../../src/simulator/index.js';
import { entryOf, settings } from '../plan/sample-books.js';
import { sampleItem } from '../plan/sample-item.js';
import { openLedger } from './open-ledger.js';

const PURCHASE = entryOf(sampleItem({ accountingEntryId: 'purchase' }));
const INVOICE = entryOf(sampleItem({ accountingEntryId: 'invoice', type: 'invoice' }));
const PAID_BILL = entryOf(sampleItem({ accountingEntryId: 'paid', bookkeepingMethod: 'accounts_payable' }));
const DRAFT = entryOf(sampleItem({ accountingEntryId: 'draft' }), settings({}, 'draft'));

function ledger(routing: ApprovalRouting, approval?: string) {
  return openLedger({ approvals: { journals: routing, bills: routing } }, { approval });
}

async function statesWith(routing: ApprovalRouting, approval?: string): Promise<readonly string[]> {
  const { books, book } = await ledger(routing, approval);
  for (const entry of [PURCHASE, INVOICE, PAID_BILL]) await book(entry);
  return books.transactions.map(({ externalId, state }) => `${externalId} ${state}`);
}

test('final entries go the way of the account through approval, but a bill that is paid at once is approved', async () => {
  expect(await statesWith('on')).toEqual([
    'purchase_booking draft',
    'invoice_booking draft',
    'paid_booking live',
    'paid_payment live',
  ]);
});

test('final entries are approved at once where the settings say so', async () => {
  expect(new Set((await statesWith('on', 'approve')).map((each) => each.split(' ')[1]))).toEqual(new Set(['live']));
});

test('an account that shows an approval which nobody may set takes final entries', async () => {
  const { book, refusal } = await ledger('off');
  await book(PURCHASE);
  await book(INVOICE);
  expect(await refusal(PAID_BILL)).toMatchObject({
    code: 'NETSUITE_APPROVAL_NOT_ACCEPTED',
    owner: 'administrator',
    message: expect.stringContaining('Set connection.approval to never'),
  });
  expect(new Set((await statesWith('off', 'never')).map((each) => each.split(' ')[1]))).toEqual(new Set(['live']));
});

test('a draft is refused by an account that routes no approval', async () => {
  const { refusal } = await ledger('off');
  expect(await refusal(DRAFT)).toMatchObject({ code: 'NETSUITE_APPROVAL_NOT_ACCEPTED', owner: 'administrator' });
  const { refusal: refusalUnseen } = await ledger('hidden');
  expect(await refusalUnseen(DRAFT)).toMatchObject({ code: 'NETSUITE_DRAFT_NOT_POSSIBLE' });
});

test('a bill that waits for approval is not paid before it is approved', async () => {
  const { books, book, refusal } = await ledger('on');
  const [externalId = ''] = await book(INVOICE);
  const bill = { accountingEntryId: 'invoice', documentKey: 'invoice/booking', externalId, amount: INVOICE.amount };
  const payment = entryOf(sampleItem({ accountingEntryId: 'payment', type: 'invoice_payment', lines: [] }));
  expect(await refusal({ ...payment, settles: [bill] })).toMatchObject({
    code: 'NETSUITE_PAYMENT_EXCEEDS_DUE',
    message: expect.stringContaining('See in NetSuite whether the bill is approved'),
  });
  books.approve(externalId);
  await book({ ...payment, settles: [bill] });
  expect(books.open(externalId)).toBe(0);
});

test('a check warns that final entries may wait, where the account shows an approval', async () => {
  const warning = expect.stringMatching(/^connection\.approval is leave, and journals, vendor bills have an approval/);
  const { adapter } = await ledger('on');
  expect((await adapter.checkReadiness()).warnings).toContainEqual(warning);
  const { adapter: approving } = await ledger('on', 'approve');
  expect((await approving.checkReadiness()).warnings).not.toContainEqual(warning);
  const { adapter: unseen } = await ledger('hidden');
  expect((await unseen.checkReadiness()).warnings).not.toContainEqual(warning);
});
