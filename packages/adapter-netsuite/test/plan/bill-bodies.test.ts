import {
  documentReference,
  money,
  type AccountingEntry,
  type ExportItem,
  type SettledInvoice,
} from '@ledgerferry/core';
import { describe, expect, test } from 'vitest';
import { netsuiteCapabilities } from '../../src/netsuite-capabilities.js';
import { planNetsuiteEntry } from '../../src/plan/plan-entry.js';
import type { NetsuiteFacts } from '../../src/reference-data/netsuite-facts.js';
import { inShort, itemsOf } from './in-short.js';
import { connection, entryOf, FACTS, settings, showing, SUITE_TAX } from './sample-books.js';
import { costLine, includedTax, reverseTax, sampleItem } from './sample-item.js';

interface Under {
  readonly facts?: NetsuiteFacts;
  readonly taxAccount?: string;
  readonly posting?: 'draft' | 'final';
  readonly entry?: Partial<AccountingEntry>;
}

const INVOICE: Partial<ExportItem> = {
  type: 'invoice',
  note: null,
  webUrl: null,
  invoice: invoiceOf('INV-2041', '2026-04-09'),
};
const PAYMENT: Partial<ExportItem> = { type: 'invoice_payment', lines: [], note: null, webUrl: null };

function documentsOf(item: Partial<ExportItem>, { facts = FACTS, posting, entry: changed, ...settled }: Under = {}) {
  const entry = { ...entryOf(sampleItem(item), settings({}, posting)), ...changed };
  return planNetsuiteEntry(entry, facts, connection({ payables: 'vendor-bill', ...settled })).documents;
}

function bodyOf(item: Partial<ExportItem>, under: Under = {}) {
  return documentsOf(item, under)[0]?.body ?? null;
}

function invoiceOf(invoiceNumber: string, dueDate: string | null): ExportItem['invoice'] {
  return { invoiceNumber, invoiceDate: '2026-03-10', dueDate, status: 'pending', paymentDate: null };
}

function bill(name: string, minorUnits: number | null, externalId: string | null): SettledInvoice {
  const amount = minorUnits === null ? null : money('EUR', minorUnits, 2);
  return { accountingEntryId: name, documentKey: `${name}/booking`, externalId, amount };
}

const HEAD = {
  subsidiary: { id: '1' },
  currency: { id: '1' },
  tranDate: '2026-03-11',
  postingPeriod: { id: '503' },
  memo: 'ACME Cloud - Mia Holm',
};

describe('a bill', () => {
  test('has its tax as a line where the account shows no property for it', () => {
    expect(documentsOf(INVOICE)).toEqual([
      {
        key: 'entry-1/booking',
        role: 'booking',
        recordType: 'vendor-bill',
        dependsOn: [],
        body: {
          ...HEAD,
          entity: { id: '201' },
          account: { id: '104' },
          tranId: 'INV-2041',
          dueDate: '2026-04-09',
          expense: {
            items: [
              { account: { id: '110' }, amount: '100.00', memo: 'ACME Cloud - Mia Holm' },
              { account: { id: '108' }, amount: '20.00', memo: 'ACME Cloud - Mia Holm (tax I20)' },
            ],
          },
        },
        summary: {
          date: '2026-03-11',
          total: { currency: 'EUR', minorUnits: 12_000, exponent: 2 },
          accounts: ['3620', '66100', '63000'],
        },
      },
    ]);
  });

  test('has its tax as details in an account on SuiteTax, to the cent, and no other', () => {
    const lines = [costLine(6_000), costLine(6_000, { tax: includedTax(1_001) })];
    expect(bodyOf({ ...INVOICE, lines }, { facts: SUITE_TAX })).toEqual({
      ...HEAD,
      entity: { id: '201' },
      account: { id: '104' },
      tranId: 'INV-2041',
      dueDate: '2026-04-09',
      taxDetailsOverride: true,
      taxDetails: {
        items: [
          {
            taxDetailsReference: 'LINE_2',
            taxCode: { id: '401' },
            taxBasis: '49.99',
            taxRate: '20.0',
            taxAmount: '10.01',
            netAmount: '49.99',
          },
        ],
      },
      expense: {
        items: [
          { account: { id: '110' }, amount: '60.00', memo: 'ACME Cloud - Mia Holm' },
          {
            account: { id: '110' },
            amount: '49.99',
            memo: 'ACME Cloud - Mia Holm',
            taxDetailsReference: 'LINE_2',
          },
        ],
      },
    });
  });

  test('lets SuiteTax work out nothing where Pleo states no tax', () => {
    const body = bodyOf({ ...INVOICE, lines: [costLine(12_000)] }, { facts: SUITE_TAX });
    expect(body).toMatchObject({ taxDetailsOverride: true });
    expect(body).not.toHaveProperty('taxDetails');
  });

  test('has its tax on the line where that takes a code and its amount', () => {
    const facts = showing('vendorBill', { more: { line: ['taxCode', 'tax1Amt'] } });
    expect(itemsOf(bodyOf(INVOICE, { facts }), 'expense')).toEqual([
      {
        account: { id: '110' },
        amount: '100.00',
        memo: 'ACME Cloud - Mia Holm',
        taxCode: { id: '401' },
        tax1Amt: '20.00',
      },
    ]);
  });

  test('has a tax code nowhere where NetSuite would work out the amount itself', () => {
    const facts = showing('vendorBill', { more: { line: ['taxCode'] } });
    expect(bodyOf(INVOICE, { facts })).toEqual(bodyOf(INVOICE));
  });

  test('has its tax as a line where the role may not see tax codes', () => {
    const body = bodyOf(INVOICE, { facts: { ...SUITE_TAX, taxCodes: [] } });
    expect(itemsOf(body, 'expense')).toEqual(itemsOf(bodyOf(INVOICE), 'expense'));
    expect(body).toMatchObject({ taxDetailsOverride: true });
  });

  test('has its reverse charge in a journal of its own, after what is paid', () => {
    const item = { lines: [costLine(12_000, { tax: reverseTax(2_400) })], bookkeepingMethod: 'accounts_payable' };
    for (const facts of [FACTS, SUITE_TAX]) {
      const documents = documentsOf(item, { facts });
      expect(documents.map(inShort)).toEqual([
        'booking: BILL approved of 201 on 63000, 3620 120.00',
        'payment: PAYMENT of 201 from 55010 on 63000, entry-1/booking 120.00',
        'reverse-tax: JOURNAL, debit 66100 24.00 of 201, credit 66200 24.00 of 201',
      ]);
      expect(documents.map(({ dependsOn }) => dependsOn)).toEqual([[], ['entry-1/booking'], ['entry-1/booking']]);
    }
    const back = { ...item, type: 'invoice', bookkeepingMethod: null };
    expect(documentsOf(back, { entry: CREDIT_NOTE }).map(inShort)[1]).toBe(
      'reverse-tax: JOURNAL, credit 66100 24.00 of 201, debit 66200 24.00 of 201',
    );
  });

  test('tells a reverse charge that no accounts are known for', () => {
    const tax = reverseTax(2_400, { ingoingTaxAccount: null, outgoingTaxAccount: null });
    const documents = documentsOf({ ...INVOICE, lines: [costLine(12_000, { tax })] }, { taxAccount: '66100' });
    expect(documents).toHaveLength(1);
    expect(itemsOf(documents[0]?.body ?? null, 'expense')).toEqual([
      { account: { id: '110' }, amount: '120.00', memo: 'ACME Cloud - Mia Holm (reverse charge 24.00 EUR RC20)' },
    ]);
  });

  test('and all that goes with it can be named in clear', () => {
    const item = {
      accountingEntryId: '3d7f2c10-54b7-4a0e-9d0c-2f6a1b8e4c11',
      lines: [costLine(12_000, { tax: reverseTax(2_400) })],
      bookkeepingMethod: 'accounts_payable',
    };
    const { reference } = netsuiteCapabilities(connection());
    expect(documentsOf(item).map(({ key }) => documentReference(key, reference))).toEqual([
      '3d7f2c10-54b7-4a0e-9d0c-2f6a1b8e4c11_booking',
      '3d7f2c10-54b7-4a0e-9d0c-2f6a1b8e4c11_payment',
      '3d7f2c10-54b7-4a0e-9d0c-2f6a1b8e4c11_reverse-tax',
    ]);
  });

  test('that is not paid at once waits for its approval as a draft', () => {
    expect(bodyOf(INVOICE, { posting: 'draft' })).toMatchObject({ approvalStatus: { id: '1' } });
  });

  test('of a long number keeps its beginning', () => {
    const invoice = invoiceOf('7'.repeat(60), null);
    const body = bodyOf({ ...INVOICE, invoice });
    expect(body).toMatchObject({ tranId: `${'7'.repeat(44)}…` });
    expect(body).not.toHaveProperty('dueDate');
  });
});

/** What a supplier owes back: an invoice the other way round. */
const CREDIT_NOTE: Partial<AccountingEntry> = { direction: 'in' };

describe('a credit', () => {
  test('has what comes back, positive, and no due date', () => {
    expect(bodyOf(INVOICE, { entry: CREDIT_NOTE })).toEqual({
      ...HEAD,
      entity: { id: '201' },
      account: { id: '104' },
      tranId: 'INV-2041',
      expense: {
        items: [
          { account: { id: '110' }, amount: '100.00', memo: 'ACME Cloud - Mia Holm' },
          { account: { id: '108' }, amount: '20.00', memo: 'ACME Cloud - Mia Holm (tax I20)' },
        ],
      },
    });
  });

  test('has its tax as details in an account on SuiteTax', () => {
    expect(bodyOf(INVOICE, { entry: CREDIT_NOTE, facts: SUITE_TAX })).toMatchObject({
      taxDetailsOverride: true,
      taxDetails: { items: [{ taxDetailsReference: 'LINE_1', taxAmount: '20.00', taxBasis: '100.00' }] },
      expense: { items: [{ amount: '100.00', taxDetailsReference: 'LINE_1' }] },
    });
  });
});

describe('a payment', () => {
  test('pays several bills in their order, each up to its amount, and waits for those of its job', () => {
    const settles = [bill('b1', 5_000, '9001'), bill('b2', null, null)];
    expect(documentsOf(PAYMENT, { entry: { settles } })).toEqual([
      {
        key: 'entry-1/booking',
        role: 'booking',
        recordType: 'vendor-payment',
        dependsOn: ['b2/booking'],
        body: {
          ...HEAD,
          entity: { id: '201' },
          account: { id: '101' },
          apAcct: { id: '104' },
          apply: {
            items: [
              { doc: { id: '9001' }, apply: true, amount: '50.00' },
              { doc: { id: { documentKey: 'b2/booking' } }, apply: true, amount: '70.00' },
            ],
          },
        },
        summary: {
          date: '2026-03-11',
          total: { currency: 'EUR', minorUnits: 12_000, exponent: 2 },
          accounts: ['55010', '63000'],
        },
      },
    ]);
  });

  test('of bills is refused where it is not made from a bank: they would stay open beside a journal', () => {
    const settles = [bill('b1', 12_000, '9001')];
    const entry = { ...entryOf(sampleItem(PAYMENT), settings({ wallet: '55990' })), settles };
    expect(() => planNetsuiteEntry(entry, FACTS, connection({ payables: 'vendor-bill' }))).toThrow(
      expect.objectContaining({
        code: 'NETSUITE_PAYMENT_ACCOUNT',
        owner: 'administrator',
        message:
          'Bills over 120.00 EUR are paid from the account 55990 "Money in transit", which is neither a bank nor a credit card account. Have a bank or credit card account configured for the wallet under bookkeeping.accounts, or named by Pleo; then have the entry exported again.',
      }),
    );
  });
});
