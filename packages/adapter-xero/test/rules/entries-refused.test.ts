import { money } from '@ledgerferry/core';
import { describe, expect, test } from 'vitest';
import { books, entryOf, settings } from '../plan/sample-books.js';
import { sampleItem } from '../plan/sample-item.js';
import { named, onPayroll, payment, withContact, withTax, reportedOf, type Refused } from './rule-cases.js';

const REFUSED: readonly Refused[] = [
  [
    'a transfer from an account to itself',
    { entry: entryOf(sampleItem({ type: 'wallet_topup', lines: [] }), settings({ contra: '090' })) },
    'XERO_NO_RECORD',
    'Both sides of the entry are the account 090 "Pleo EUR".',
  ],
  [
    'a journal on an account that Xero itself posts to',
    { entry: { ...entryOf(sampleItem()), settlement: { role: 'contra', code: '120', identifier: null, name: null } } },
    'XERO_NO_RECORD',
    'Xero itself posts to the account 120 "Accounts receivable", so that no journal may.',
  ],
  [
    'a payment on account that no bank account pays',
    { entry: { ...payment(), settlement: onPayroll() } },
    'XERO_NO_RECORD',
    'Xero books what is paid on account, or comes back, on bank accounts alone, and 870 "Payroll" is none.',
  ],
  [
    'a top-up, where the bank feed brings those',
    {
      entry: entryOf(sampleItem({ type: 'wallet_topup', lines: [] })),
      books: books({ connection: { topUps: 'skip' } }),
    },
    'XERO_TOP_UP_SKIPPED',
    'Money moved to or from the Pleo balance, and the setting connection.topUps leaves that to the bank feed.',
  ],
  [
    'an entry of nothing',
    {
      entry: {
        ...entryOf(sampleItem()),
        amount: money('EUR', 0, 2),
        lines: entryOf(sampleItem({ lines: [], type: 'wallet_topup' })).lines.map((line) => ({
          ...line,
          gross: money('EUR', 0, 2),
        })),
      },
    },
    'XERO_TOTAL_ZERO',
    'The entry comes to 0.00 EUR.',
  ],
  [
    'an amount below nothing',
    { entry: { ...entryOf(sampleItem()), amount: money('EUR', -1, 2) } },
    'XERO_AMOUNT_NEGATIVE',
    'The entry contains the amount -0.01 EUR.',
  ],
  [
    'a total of nothing over lines',
    { entry: { ...entryOf(sampleItem()), amount: money('EUR', 0, 2) } },
    'XERO_TOTAL_ZERO',
    'The entry comes to 0.00 EUR.',
  ],
  [
    'tax below nothing',
    { entry: withTax(money('EUR', -1, 2)) },
    'XERO_AMOUNT_NEGATIVE',
    'The entry contains the amount -0.01 EUR.',
  ],
  [
    'an amount with three decimals',
    { entry: { ...entryOf(sampleItem({ type: 'invoice' })), amount: money('KWD', 1_234, 3) } },
    'XERO_AMOUNT_TOO_PRECISE',
    'The entry contains the amount 1.234 KWD, and Xero keeps 2 decimals of KWD.',
  ],
  [
    'a payment that is larger than its bills',
    { entry: payment({ amount: money('EUR', 5_000, 2) }, { amount: money('EUR', 6_000, 2) }) },
    'XERO_PAYMENT_EXCEEDS_INVOICES',
    'Of the payment of 120.00 EUR, 10.00 EUR would be left once the bills that it settles are paid.',
  ],
  [
    'a payment of several bills whose amounts are not known',
    { entry: payment({}, {}) },
    'XERO_PAYMENT_SHARES_UNKNOWN',
    'The payment of 120.00 EUR settles 2 bills, and what they come to is not known.',
  ],
  [
    'a payment in another currency than its bill',
    { entry: payment({ amount: money('GBP', 10_000, 2) }) },
    'XERO_PAYMENT_CURRENCY',
    'The payment is 120.00 EUR, and a bill that it settles 100.00 GBP.',
  ],
  [
    'a payment of a bill that goes out as a draft in the same job',
    { entry: { ...payment({ externalId: null }), posting: 'draft' } },
    'XERO_INVOICE_NOT_APPROVED',
    'The bill to be paid is being posted as a draft, as bookkeeping.posting says, and Xero takes no payment of drafts.',
  ],
  [
    'an archived contact',
    { entry: entryOf(sampleItem()), books: withContact({ status: 'ARCHIVED' }) },
    'XERO_CONTACT_ARCHIVED',
    'The contact "ACME Cloud" is archived in Xero.',
  ],
  [
    'a contact that was erased on request',
    { entry: entryOf(sampleItem()), books: withContact({ status: 'GDPRREQUEST' }) },
    'XERO_CONTACT_ARCHIVED',
    'The contact "ACME Cloud" was erased in Xero on request.',
  ],
  [
    'a contact that was merged into nothing',
    { entry: entryOf(sampleItem()), books: withContact({ status: 'ARCHIVED', mergedInto: 'no-such-id' }) },
    'XERO_CONTACT_MERGED',
    'The contact "ACME Cloud" was merged into another one in Xero, which cannot be found.',
  ],
  [
    'a name that no contact can have',
    { entry: named('<>') },
    'XERO_CONTACT_NAME',
    'Xero takes no contact with the name "<>".',
  ],
];

describe('before the first write, the rules refuse', () => {
  test.each(REFUSED)('%s', (_name, found, code, sentence) => {
    expect(reportedOf(found, sentence)).toEqual({ code, found: sentence });
  });
});
