import { money, type AccountingEntry, type EntryTax } from '@ledgerferry/core';
import { buildAccount, buildEntryLine, buildPayableEntry } from '@ledgerferry/testkit';
import { expect, onTestFinished, test } from 'vitest';
import type { TaxFeature } from '../src/simulator/index.js';
import { ACCOUNT_OF_TESTS, startNetsuite } from './netsuite-fixture.js';
import { callOf } from './scripted-netsuite.js';

const GROSS = money('DKK', 12_500, 2);

function taxedEntry(tax: Partial<EntryTax>): AccountingEntry {
  const amount = money('DKK', 2_500, 2);
  const inclusive = { treatment: 'inclusive', code: 'I25', rate: '0.25', amount, outgoingAccount: null } as const;
  const ingoingAccount = buildAccount('tax', '66100', 'VAT on purchases');
  const line = buildEntryLine({
    gross: GROSS,
    net: money('DKK', 10_000, 2),
    tax: { ...inclusive, ingoingAccount, ...tax },
  });
  return buildPayableEntry({ amount: GROSS, lines: [line] });
}

/** What the first document of the entry debits and credits in an account with such tax. */
async function booked(tax: TaxFeature, entry: AccountingEntry, settings: object = {}) {
  const { simulator, open } = await startNetsuite({ account: { ...ACCOUNT_OF_TESTS, tax } });
  onTestFinished(() => simulator.close());
  const adapter = open(settings);
  const facts = await adapter.loadReferenceData();
  expect(adapter.rules(facts).flatMap((rule) => rule.validate(entry))).toEqual([]);
  const [document] = adapter.plan(entry, facts).documents;
  if (!document) throw new Error('an entry has at least one document');
  const [outcome] = await adapter.post(callOf(document));
  if (outcome?.status !== 'posted') throw new Error(JSON.stringify(outcome));
  const [transaction] = simulator.books.transactions;
  const postings = simulator.books.postings(outcome.externalId).map(({ account, amount }) => `${account} ${amount}`);
  return { postings, memos: transaction?.lines.map(({ memo }) => memo ?? '').join('|') ?? '' };
}

test.each(['legacy', 'none', 'suitetax'] as const)(
  'tax is debited to its account, whoever reckons it (%s)',
  async (tax) => {
    const { postings } = await booked(tax, taxedEntry(tax === 'none' ? { code: null } : {}));
    expect(postings.toSorted()).toEqual(['3620 10000', '63000 -12500', '66100 2500']);
  },
);

test('tax goes to the account of the settings where Pleo names none', async () => {
  const { postings } = await booked('legacy', taxedEntry({ ingoingAccount: null }), { taxAccount: '66200' });
  expect(postings.toSorted()).toEqual(['3620 10000', '63000 -12500', '66200 2500']);
});

test('tax stays in the cost where nobody names an account, and the memo says how much it is', async () => {
  const { postings, memos } = await booked('legacy', taxedEntry({ ingoingAccount: null }));
  expect(postings.toSorted()).toEqual(['3620 12500', '63000 -12500']);
  expect(memos).toContain('25.00 DKK');
});
