import { money, type AccountingEntry } from '@ledgerferry/core';
import { expect, test } from 'vitest';
import { planXeroEntry } from '../../src/plan/plan-entry.js';
import { connection, entryOf, FACTS } from './sample-books.js';
import { costLine, sampleItem } from './sample-item.js';

const TAG = { id: '5a1c', groupCode: 'Department', code: 'Sales' };

function plan(entry: AccountingEntry) {
  return planXeroEntry(entry, FACTS, connection());
}

test('an entry without a word is described by what it is', () => {
  const { body } = plan({ ...entryOf(sampleItem()), description: ' ' }).documents[0] ?? {};
  expect(body).toMatchObject({ LineItems: [{ Description: 'card purchase' }] });
});

test('tags are tracking by id on every line, and lines of nothing are left out', () => {
  const lines = [
    costLine(12_000, { tags: [TAG, { id: '5a1d', groupCode: 'project', code: ' APOLLO ' }] }),
    costLine(0),
  ];

  expect(plan(entryOf(sampleItem({ lines }))).documents[0]?.body).toMatchObject({
    LineItems: [
      {
        UnitAmount: '120.00',
        Tracking: [
          { TrackingCategoryID: 'cat-department', TrackingOptionID: 'opt-sales' },
          { TrackingCategoryID: 'cat-project', TrackingOptionID: 'opt-apollo' },
        ],
      },
    ],
  });
});

test('the foreign amount stands behind the description, which is cut to 4,000 characters, whole ones', () => {
  const foreign = { inSupplierCurrency: money('USD', 13_150, 2), inWalletCurrency: money('EUR', 12_000, 2) };
  const lines = [costLine(12_000, { lineAmount: foreign, netAmount: foreign })];
  const item = sampleItem({ amount: foreign, lines, note: '🧾'.repeat(2_500) });

  const { body } = plan(entryOf(item)).documents[0] ?? {};
  const description = String(JSON.stringify(body).match(/"Description":"([^"]*)"/)?.[1]);
  expect(description).toMatch(/^ACME Cloud - Mia Holm - (🧾)+… \(131\.50 USD\)$/u);
  expect([3_999, 4_000]).toContain(description.length);
});

test('a link that Xero would refuse is left out', () => {
  const entry = entryOf(sampleItem({ webUrl: 'https://app.pleo.io/companies/xerox/1' }));
  expect(plan(entry).documents[0]?.body).not.toHaveProperty('Url');
});

test('an organisation that pays no tax has documents without tax', () => {
  const facts = { ...FACTS, organisation: { ...FACTS.organisation, paysTax: false } };
  expect(planXeroEntry(entryOf(sampleItem()), facts, connection()).documents[0]?.body).toMatchObject({
    LineAmountTypes: 'NoTax',
    LineItems: [{ UnitAmount: '120.00', TaxType: 'NONE' }],
  });
});

test('the setting bankAccounts beats the account that Pleo names, per currency', () => {
  const chosen = connection({ bankAccounts: { EUR: '092' } });
  expect(planXeroEntry(entryOf(sampleItem()), FACTS, chosen).documents[0]?.body).toMatchObject({
    BankAccount: { Code: '092' },
  });
});
