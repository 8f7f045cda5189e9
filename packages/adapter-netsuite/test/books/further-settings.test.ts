import { describe, expect, test } from 'vitest';
import type { ExportItem } from '@ledgerferry/core';
import { entryOf } from '../plan/sample-books.js';
import { costLine, includedTax, reverseTax, sampleItem } from '../plan/sample-item.js';
import { SAMPLE_ACCOUNT } from '../plan/sample-account.js';
import { openLedger } from './open-ledger.js';

const INVOICE = {
  type: 'invoice',
  invoice: {
    invoiceNumber: 'INV-2041',
    invoiceDate: '2026-03-10',
    dueDate: null,
    status: 'pending',
    paymentDate: null,
  },
} satisfies Partial<ExportItem>;

describe('tax', () => {
  test('of bills that NetSuite shows as details and refuses is for the administrator', async () => {
    const { refusal } = await openLedger({ tax: 'suitetax-unreachable' });
    expect(await refusal(entryOf(sampleItem(INVOICE)))).toMatchObject({
      code: 'NETSUITE_FIELD_NOT_SETTABLE',
      owner: 'administrator',
      message: expect.stringContaining('set connection.tax to postings'),
    });
  });

  test('of bills is posted as lines there where the settings say so', async () => {
    const { adapter, facts, books, book } = await openLedger({ tax: 'suitetax-unreachable' }, { tax: 'postings' });
    const entry = entryOf(sampleItem(INVOICE));
    expect(JSON.stringify(adapter.plan(entry, facts).documents)).not.toContain('taxCode');
    const [id = ''] = await book(entry);
    expect(books.postings(id).map(({ account, amount }) => `${account} ${amount}`)).toEqual([
      '63000 -12000',
      '3620 10000',
      '66100 2000',
    ]);
  });

  test.each([
    ['20', '20'],
    ['20.0%', '20.0'],
    ['20,5 %', '20.5'],
    ['reduced', undefined],
  ])('of a rate that NetSuite words as %s is sent as %s', async (rate, sent) => {
    const { adapter, facts } = await openLedger({ tax: 'suitetax' });
    const taxCodes = facts.taxCodes.map((code) => ({ ...code, rate }));
    const [document] = adapter.plan(entryOf(sampleItem(INVOICE)), { ...facts, taxCodes }).documents;
    expect(document?.body).toMatchObject({ taxDetails: { items: [{ taxAmount: '20.00' }] } });
    expect(JSON.stringify(document?.body)).toContain(
      sent === undefined ? '"taxBasis":"100.00","taxAmount"' : `"taxRate":"${sent}"`,
    );
  });

  test('of reverse charge is not posted on both sides of one account', async () => {
    const lines = [costLine(12_000, { tax: reverseTax(2_400, { outgoingTaxAccount: null }) })];
    const { books, book } = await openLedger({}, { taxAccount: '66100' });
    const [id = ''] = await book(entryOf(sampleItem({ lines })));
    expect(books.postings(id)).toEqual([
      { account: '3620', amount: 12_000 },
      { account: '55010', amount: -12_000 },
    ]);
    expect(books.transactions[0]?.lines[0]?.memo).toContain('(reverse charge 24.00 EUR RC20)');
  });

  test('of reverse charge takes the account of the settings for the side that Pleo does not name', async () => {
    const lines = [costLine(12_000, { tax: reverseTax(2_400, { ingoingTaxAccount: null }) })];
    const { books, book } = await openLedger({}, { taxAccount: '66100' });
    const [id = ''] = await book(entryOf(sampleItem({ lines })));
    expect(books.postings(id).map(({ account, amount }) => `${account} ${amount}`)).toEqual([
      '3620 12000',
      '66100 2400',
      '66200 -2400',
      '55010 -12000',
    ]);
  });
});

test('a bill is numbered by NetSuite where the settings say so', async () => {
  const { books, book } = await openLedger({}, { billNumbers: 'netsuite' });
  await book(entryOf(sampleItem(INVOICE)));
  expect(books.transactions[0]?.tranId).toMatch(/^BILL\d+$/);
  const { books: numbered, book: bookNumbered } = await openLedger();
  await bookNumbered(entryOf(sampleItem(INVOICE)));
  expect(numbered.transactions[0]?.tranId).toBe('INV-2041');
});

test('memos are as long as the settings let them be', async () => {
  const item = sampleItem({ note: 'A long story. '.repeat(100), webUrl: 'https://app.pleo.io/e/1' });
  const { books, book } = await openLedger({}, { memoLimit: 150 });
  await book(entryOf(item));
  const [transaction] = books.transactions;
  expect(transaction?.memo).toMatch(/… https:\/\/app\.pleo\.io\/e\/1$/);
  expect([transaction?.memo?.length, ...(transaction?.lines ?? []).map(({ memo }) => memo?.length)]).toEqual([
    150, 150, 150, 150,
  ]);
});

test('custom segments are known by whatever id NetSuite gave them', async () => {
  const segments = [{ scriptId: 'cseg1', name: 'Region', values: [{ name: 'North' }] }];
  const tags = [{ id: 't', groupCode: 'Region', code: 'North' }];
  const item = sampleItem({ lines: [costLine(12_000, { tax: includedTax(2_000), tags })] });
  const { books, book } = await openLedger({ segments }, { dimensions: { Region: 'cseg1' } });
  await book(entryOf(item));
  expect(books.transactions[0]?.lines.map(({ custom }) => custom)).toEqual([{ cseg1: '71' }, {}, {}]);
});

test('a day that two fiscal calendars hold is booked without naming a period', async () => {
  const [march] = SAMPLE_ACCOUNT.periods.filter(({ name }) => name === 'Mar 2026');
  if (!march) throw new Error('the account has a March');
  const weeks = { ...march, name: 'P3 2026', start: '2026-03-02', end: '2026-03-29', state: 'closed' as const };
  const { adapter, facts, books, book } = await openLedger({
    periods: [weeks, ...SAMPLE_ACCOUNT.periods.filter(({ name }) => !name.startsWith('Mar')), march],
  });
  const entry = entryOf(sampleItem());
  expect(adapter.plan(entry, facts).documents[0]?.body).not.toHaveProperty('postingPeriod');
  books.setPeriod('P3 2026', 'open');
  await book(entry);
  expect(books.transactions).toHaveLength(1);
});
