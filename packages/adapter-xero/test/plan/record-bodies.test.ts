import { money, type AccountingEntry } from '@ledgerferry/core';
import { expect, test } from 'vitest';
import { planXeroEntry } from '../../src/plan/plan-entry.js';
import { ACME_ID, connection, entryOf, FACTS, settings } from './sample-books.js';
import { costLine, includedTax, sampleItem } from './sample-item.js';

const LINE = {
  Description: 'ACME Cloud - Mia Holm',
  Quantity: 1,
  UnitAmount: '120.00',
  AccountCode: '404',
  TaxType: 'INPUT2',
  Tracking: [],
};

const TAG = { id: '5a1c', groupCode: 'Department', code: 'Sales' };

function plan(entry: AccountingEntry) {
  return planXeroEntry(entry, FACTS, connection());
}

test('a card purchase is money spent on the account of the Pleo balance', () => {
  const entry = entryOf(sampleItem({ webUrl: 'https://app.pleo.io/expense/1' }));

  expect(plan(entry)).toEqual({
    documents: [
      {
        key: 'entry-1/booking',
        role: 'booking',
        recordType: 'bank-transaction',
        dependsOn: [],
        summary: { date: '2026-03-11', total: money('EUR', 12_000, 2), accounts: ['090', '404'] },
        body: {
          Type: 'SPEND',
          Contact: { ContactID: ACME_ID },
          BankAccount: { Code: '090' },
          Date: '2026-03-11',
          LineAmountTypes: 'Inclusive',
          LineItems: [LINE],
          Url: 'https://app.pleo.io/expense/1',
        },
      },
    ],
    prerequisites: [],
  });
});

test('an invoice is a bill under the number of its supplier, and waits for a contact that Xero lacks', () => {
  const item = sampleItem({
    type: 'invoice',
    vendor: {
      id: '270d1ce6-b1aa-4efc-95f9-6e7d8c9bab01',
      name: '<Nordic>  Paper ApS',
      code: null,
      externalId: null,
      country: 'DK',
      registrationNumber: null,
      taxRegistrationNumber: null,
    },
    invoice: {
      invoiceNumber: 'INV-2041',
      invoiceDate: '2026-03-02',
      status: 'open',
      dueDate: '2026-04-01',
      paymentDate: null,
    },
    webUrl: 'https://app.pleo.io/invoices/7',
  });

  expect(plan(entryOf(item, settings({}, 'draft')))).toEqual({
    documents: [
      {
        key: 'entry-1/booking',
        role: 'booking',
        recordType: 'bill',
        dependsOn: ['prerequisite/contact/nordic paper aps'],
        summary: { date: '2026-03-11', total: money('EUR', 12_000, 2), accounts: ['404', '800'] },
        body: {
          Type: 'ACCPAY',
          InvoiceNumber: 'INV-2041',
          DueDate: '2026-04-01',
          Url: 'https://app.pleo.io/invoices/7',
          Contact: { ContactID: { documentKey: 'prerequisite/contact/nordic paper aps' } },
          Date: '2026-03-11',
          CurrencyCode: 'EUR',
          Status: 'DRAFT',
          LineAmountTypes: 'Inclusive',
          LineItems: [{ ...LINE, Description: '<Nordic> Paper ApS - Mia Holm' }],
        },
      },
    ],
    prerequisites: [
      {
        key: 'prerequisite/contact/nordic paper aps',
        role: 'contact',
        recordType: 'contact',
        dependsOn: [],
        summary: null,
        body: { Name: 'Nordic Paper ApS', ContactNumber: '270d1ce6-b1aa-4efc-95f9-6e7d8c9bab01' },
      },
    ],
    leavesInvoice: true,
  });
});

test('a refund over accounts payable is a credit note and its repayment, which waits for it', () => {
  const entry = entryOf(
    sampleItem({ type: 'refund', bookkeepingMethod: 'accounts_payable', webUrl: 'https://app.pleo.io/1' }),
  );

  expect(plan(entry)).toEqual({
    documents: [
      {
        key: 'entry-1/booking',
        role: 'booking',
        recordType: 'credit-note',
        dependsOn: [],
        summary: { date: '2026-03-11', total: money('EUR', 12_000, 2), accounts: ['404', '800'] },
        body: {
          Type: 'ACCPAYCREDIT',
          Contact: { ContactID: ACME_ID },
          Date: '2026-03-11',
          CurrencyCode: 'EUR',
          Status: 'AUTHORISED',
          LineAmountTypes: 'Inclusive',
          LineItems: [LINE],
        },
      },
      {
        key: 'entry-1/payment',
        role: 'payment',
        recordType: 'payment',
        dependsOn: ['entry-1/booking'],
        summary: { date: '2026-03-11', total: money('EUR', 12_000, 2), accounts: ['090', '800'] },
        body: {
          CreditNote: { CreditNoteID: { documentKey: 'entry-1/booking' } },
          Account: { Code: '090' },
          Date: '2026-03-11',
          Amount: '120.00',
        },
      },
    ],
    prerequisites: [],
    leavesInvoice: false,
  });
});

test('a top-up is a transfer, also to a bank account without a code', () => {
  const entry = entryOf(sampleItem({ type: 'wallet_topup', lines: [] }), settings({ contra: 'id-096' }));

  expect(plan(entry).documents).toEqual([
    {
      key: 'entry-1/booking',
      role: 'booking',
      recordType: 'bank-transfer',
      dependsOn: [],
      summary: { date: '2026-03-11', total: money('EUR', 12_000, 2), accounts: ['Cash box', '090'] },
      body: {
        FromBankAccount: { AccountID: 'id-096' },
        ToBankAccount: { Code: '090' },
        Amount: '120.00',
        Date: '2026-03-11',
      },
    },
  ]);
});

test('a reimbursement on account is an overpayment without tax and account, which Xero chooses itself', () => {
  const entry = entryOf(sampleItem({ type: 'direct_reimbursement', lines: [], supplier: null }));

  expect(plan(entry).documents).toEqual([
    {
      key: 'entry-1/booking',
      role: 'booking',
      recordType: 'bank-transaction',
      dependsOn: ['prerequisite/contact/mia holm'],
      summary: { date: '2026-03-11', total: money('EUR', 12_000, 2), accounts: ['090', '800'] },
      body: {
        Type: 'SPEND-OVERPAYMENT',
        Contact: { ContactID: { documentKey: 'prerequisite/contact/mia holm' } },
        BankAccount: { Code: '090' },
        Date: '2026-03-11',
        LineAmountTypes: 'NoTax',
        LineItems: [{ Description: 'Mia Holm', Quantity: 1, UnitAmount: '120.00' }],
      },
    },
  ]);
});

test('a payment that came back is an overpayment of a supplier, which Xero keeps among its receivables', () => {
  const entry = entryOf(sampleItem({ type: 'invoice_payment', subType: 'invoice_payment_returned', lines: [] }));

  const [booking] = plan(entry).documents;
  expect(booking?.summary?.accounts).toEqual(['090', '120']);
  expect(booking?.body).toMatchObject({ Type: 'RECEIVE-OVERPAYMENT', Contact: { ContactID: ACME_ID } });
});

test('an entry between two accounts that are none of bank, bill or debt is a journal', () => {
  const item = sampleItem({
    lines: [costLine(12_000, { tax: includedTax(2_000), tags: [TAG] })],
    webUrl: 'https://app.pleo.io/1',
  });
  const onPayroll = {
    ...entryOf(item),
    settlement: { role: 'contra', code: '870', identifier: null, name: null },
  } as const;

  expect(plan(onPayroll).documents).toEqual([
    {
      key: 'entry-1/booking',
      role: 'booking',
      recordType: 'manual-journal',
      dependsOn: [],
      summary: { date: '2026-03-11', total: money('EUR', 12_000, 2), accounts: ['404', '870'] },
      body: {
        Narration: 'ACME Cloud - Mia Holm',
        Date: '2026-03-11',
        Status: 'POSTED',
        LineAmountTypes: 'Inclusive',
        JournalLines: [
          {
            LineAmount: '120.00',
            AccountCode: '404',
            Description: 'ACME Cloud - Mia Holm',
            TaxType: 'INPUT2',
            Tracking: [{ Name: 'Department', Option: 'Sales' }],
          },
          {
            LineAmount: '-120.00',
            AccountCode: '870',
            Description: 'ACME Cloud - Mia Holm',
            TaxType: 'NONE',
            Tracking: [],
          },
        ],
        Url: 'https://app.pleo.io/1',
      },
    },
  ]);
});

test('a payment of several bills is one payment each, in order, up to what each comes to', () => {
  const settles = [
    { accountingEntryId: 'a', documentKey: 'a/booking', externalId: 'id-a', amount: money('EUR', 5_000, 2) },
    { accountingEntryId: 'b', documentKey: 'b/booking', externalId: null, amount: money('EUR', 4_000, 2) },
    { accountingEntryId: 'c', documentKey: 'c/booking', externalId: 'id-c', amount: null },
  ];
  const entry = { ...entryOf(sampleItem({ type: 'invoice_payment', lines: [] })), settles };

  const { documents } = plan(entry);
  expect(documents.map(({ key, dependsOn, summary }) => [key, dependsOn, summary?.total.minorUnits])).toEqual([
    ['entry-1/booking', [], 5_000],
    ['entry-1/payment-2', ['b/booking'], 4_000],
    ['entry-1/payment-3', [], 3_000],
  ]);
  expect(documents.map(({ body }) => body)).toEqual([
    { Invoice: { InvoiceID: 'id-a' }, Account: { Code: '090' }, Date: '2026-03-11', Amount: '50.00' },
    {
      Invoice: { InvoiceID: { documentKey: 'b/booking' } },
      Account: { Code: '090' },
      Date: '2026-03-11',
      Amount: '40.00',
    },
    { Invoice: { InvoiceID: 'id-c' }, Account: { Code: '090' }, Date: '2026-03-11', Amount: '30.00' },
  ]);
});
