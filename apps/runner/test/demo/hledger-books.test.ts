import { money } from '@ledgerferry/core';
import { expect, test } from 'vitest';
import { inHledgerForm } from '../../src/demo/hledger-books.js';

const LUNCH = {
  date: '2026-02-03',
  isDraft: false,
  payee: 'Smørrebrød & Øl I/S',
  note: 'bill',
  tags: { reference: 'INV-7 (e1/booking)', status: 'PAID' },
  postings: [
    { account: '2750', amount: money('DKK', 8_000, 2) },
    { account: '820', amount: money('DKK', 2_000, 2) },
    { account: '800', amount: money('DKK', -10_000, 2) },
  ],
};
const TOP_UP = {
  date: '2026-02-01',
  isDraft: true,
  payee: null,
  note: 'bank-transfer',
  tags: {},
  postings: [
    { account: '55050', amount: money('JPY', 500, 0) },
    { account: '55990', amount: money('JPY', -500, 0) },
  ],
};

test('declares what is used and writes documents in the order of their days', () => {
  const accountNames = new Map([
    ['2750', 'Meals'],
    ['800', 'Accounts Payable'],
    ['9999', 'Never used'],
  ]);

  const written = inHledgerForm({ title: 'Books', accountNames, transactions: [LUNCH, TOP_UP] });

  expect(written).toBe(`; Books

commodity 1000. JPY
commodity 1000.00 DKK
account 2750  ; name:Meals
account 55050  ; name:
account 55990  ; name:
account 800  ; name:Accounts Payable
account 820  ; name:

2026-02-01 ! bank-transfer
    55050                                              500 JPY
    55990                                             -500 JPY

2026-02-03 * Smørrebrød & Øl I/S | bill
    ; reference:INV-7 (e1/booking)
    ; status:PAID
    2750                                             80.00 DKK
    820                                              20.00 DKK
    800                                            -100.00 DKK
`);
});

test('keeps what people wrote from being read as something else', () => {
  const payee = 'WeWork; Zürich | HQ\n2026-01-01 * forged';
  const tags = { reference: 'a, b [2026-01-01]' };

  const written = inHledgerForm({
    title: 'Books',
    accountNames: new Map(),
    transactions: [{ ...LUNCH, payee, tags }],
  });

  expect(written).toContain('2026-02-03 * WeWork, Zürich / HQ 2026-01-01 * forged | bill\n');
  expect(written).toContain('    ; reference:a; b (2026-01-01)\n');
});
