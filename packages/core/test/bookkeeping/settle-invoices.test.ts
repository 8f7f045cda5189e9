import { describe, expect, test } from 'vitest';
import { invoiceIdentityOf } from '../../src/bookkeeping/invoice-identity.js';
import { invoiceLookUp, wantedInvoices, type InvoiceCandidate } from '../../src/bookkeeping/invoice-look-up.js';
import { settleInvoices } from '../../src/bookkeeping/settle-invoices.js';
import type { ExportItem, Vendor } from '../../src/model/export-item.js';
import { money } from '../../src/model/money.js';
import { entryOf, sampleItem } from './sample-item.js';

const FAIL = { unmatchedPayments: 'fail' } as const;
const ON_ACCOUNT = { unmatchedPayments: 'on-account' } as const;

const INVOICE = { invoiceNumber: 'INV-7', invoiceDate: '2026-03-01', status: 'paid', dueDate: null, paymentDate: null };

const VENDOR: Vendor = {
  id: 'vendor-1',
  name: 'ACME Cloud Ltd',
  code: null,
  externalId: null,
  country: null,
  registrationNumber: null,
  taxRegistrationNumber: null,
};

function payment(changes: Partial<ExportItem> = {}) {
  return entryOf(sampleItem({ accountingEntryId: 'payment-1', type: 'invoice_payment', ...changes }));
}

function candidate(changes: Partial<InvoiceCandidate> = {}): InvoiceCandidate {
  return {
    accountingEntryId: 'bill-1',
    documentKey: 'bill-1/invoice',
    externalId: 'X-1',
    amount: money('DKK', 89_520, 2),
    reconciliationId: '7741801',
    vendor: 'vendor-1',
    invoiceNumber: 'INV-7',
    ...changes,
  };
}

function settledBy(entry: ReturnType<typeof payment>, candidates: readonly InvoiceCandidate[]) {
  const outcome = settleInvoices(entry, invoiceLookUp(candidates), FAIL);
  return 'entry' in outcome
    ? outcome.entry.settles.map(({ accountingEntryId }) => accountingEntryId)
    : outcome.problems[0]?.code;
}

describe('what a payment finds an invoice by', () => {
  test('a bill is known by reconciliation id, vendor and number', () => {
    const bill = entryOf(sampleItem({ type: 'invoice', vendor: VENDOR, invoice: INVOICE }));
    expect(invoiceIdentityOf(bill, {})).toEqual({
      reconciliationId: '7741902',
      vendor: 'vendor-1',
      invoiceNumber: 'INV-7',
    });
  });

  test('a supplier is known by its name in lower case', () => {
    const bill = entryOf(sampleItem({ type: 'invoice' }));
    expect(invoiceIdentityOf(bill, {})).toEqual({
      reconciliationId: '7741902',
      vendor: 'acme*cloud',
      invoiceNumber: null,
    });
  });

  test.each(['card_invoice', 'refund', 'invoice_payment', 'wallet_topup'])('a %s leaves nothing to be paid', (type) => {
    expect(invoiceIdentityOf(entryOf(sampleItem({ type, bookkeepingMethod: 'accounts_payable' })), {})).toBeNull();
  });

  test('an expense leaves an invoice where the accounting system books it so', () => {
    const expense = entryOf(sampleItem({ type: 'out_of_pocket' }));
    expect(invoiceIdentityOf(expense, { leavesInvoice: true })?.reconciliationId).toBe('7741902');
    expect(invoiceIdentityOf(expense, { leavesInvoice: false })).toBeNull();
  });
});

describe('a reimbursement', () => {
  const reimbursement = (reconciledEntries: readonly string[]) =>
    entryOf(sampleItem({ type: 'direct_reimbursement', reconciledEntries }));
  const bills = [candidate(), candidate({ accountingEntryId: 'bill-2', reconciliationId: '7741802', amount: null })];

  test('settles the invoices that its expenses became, with what they come to', () => {
    const outcome = settleInvoices(reimbursement(['7741802', '7741801']), invoiceLookUp(bills), FAIL);
    expect('entry' in outcome && outcome.entry.settles.map((bill) => [bill.documentKey, bill.amount])).toEqual([
      ['bill-1/invoice', null],
      ['bill-1/invoice', { currency: 'DKK', minorUnits: 89_520, exponent: 2 }],
    ]);
  });

  test('settles nothing where one of its expenses became none', () => {
    expect(settledBy(reimbursement(['7741801', '7741809']), bills)).toEqual([]);
    expect(settledBy(reimbursement([]), bills)).toEqual([]);
  });
});

describe('a payment', () => {
  test('settles the invoice in the books that it names', () => {
    const outcome = settleInvoices(
      payment({ reconciledEntries: ['7741801'] }),
      invoiceLookUp([candidate(), candidate({ accountingEntryId: 'bill-2', reconciliationId: '7741802' })]),
      FAIL,
    );
    expect(outcome).toMatchObject({
      entry: { settles: [{ accountingEntryId: 'bill-1', documentKey: 'bill-1/invoice', externalId: 'X-1' }] },
    });
  });

  test('settles an invoice of the same job, which has no id yet', () => {
    const outcome = settleInvoices(
      payment({ reconciledEntries: ['7741801'] }),
      invoiceLookUp([candidate({ externalId: null })]),
      FAIL,
    );
    expect(outcome).toMatchObject({ entry: { settles: [{ accountingEntryId: 'bill-1', externalId: null }] } });
  });

  test('that is returned finds its invoice the same way', () => {
    const returned = payment({ subType: 'invoice_payment_returned', reconciledEntries: ['7741801'] });
    expect(settledBy(returned, [candidate()])).toEqual(['bill-1']);
  });

  test('can settle several invoices', () => {
    const candidates = [candidate({ accountingEntryId: 'bill-2', reconciliationId: '7741802' }), candidate()];
    expect(settledBy(payment({ reconciledEntries: ['7741801', '7741802'] }), candidates)).toEqual(['bill-1', 'bill-2']);
  });

  test('is refused where one of several invoices is missing, since the rest would be overpaid', () => {
    expect(settledBy(payment({ reconciledEntries: ['7741801', '7741802'] }), [candidate()])).toBe(
      'INVOICE_NOT_EXPORTED',
    );
  });

  test('is else matched by vendor and invoice number', () => {
    const named = payment({ vendor: VENDOR, invoice: INVOICE });
    expect(settledBy(named, [candidate()])).toEqual(['bill-1']);
    expect(settledBy(named, [candidate({ vendor: 'vendor-2' })])).toBe('INVOICE_NOT_EXPORTED');
    expect(settledBy(named, [candidate({ invoiceNumber: 'INV-8' })])).toBe('INVOICE_NOT_EXPORTED');
  });

  test('is matched by vendor and number also where the ids that it names are unknown', () => {
    expect(settledBy(payment({ reconciledEntries: ['1'], vendor: VENDOR, invoice: INVOICE }), [candidate()])).toEqual([
      'bill-1',
    ]);
  });

  test('is never matched by a number without a vendor, or a vendor without a number', () => {
    const nameless = candidate({ vendor: null, invoiceNumber: null });
    expect(settledBy(payment({ supplier: null, invoice: INVOICE }), [nameless, candidate({ vendor: null })])).toBe(
      'INVOICE_NOT_EXPORTED',
    );
    expect(settledBy(payment({ vendor: VENDOR }), [candidate({ invoiceNumber: null })])).toBe('INVOICE_NOT_EXPORTED');
    expect(
      settledBy(payment({ vendor: VENDOR, invoice: { ...INVOICE, invoiceNumber: ' ' } }), [
        candidate({ invoiceNumber: '' }),
      ]),
    ).toBe('INVOICE_NOT_EXPORTED');
  });

  test('is refused where two invoices have the vendor and number', () => {
    const named = payment({ vendor: VENDOR, invoice: INVOICE });
    const second = candidate({ accountingEntryId: 'bill-2', reconciliationId: '7741802' });
    expect(settledBy(named, [candidate(), second])).toBe('INVOICE_AMBIGUOUS');
  });

  test('counts an invoice once that is both in the job and in the books', () => {
    const lookUp = invoiceLookUp([candidate({ externalId: null }), candidate(), candidate({ externalId: null })]);
    const outcome = settleInvoices(payment({ reconciledEntries: ['7741801'] }), lookUp, FAIL);
    expect(outcome).toMatchObject({ entry: { settles: [{ externalId: 'X-1' }] } });
  });

  test('without its invoice is refused with what to do', () => {
    const outcome = settleInvoices(payment({ invoice: INVOICE }), invoiceLookUp([]), FAIL);
    expect(outcome).toEqual({
      problems: [
        {
          code: 'INVOICE_NOT_EXPORTED',
          reason: 'validation_failure',
          owner: 'bookkeeper',
          message:
            'The payment of 100.00 DKK "ACME*CLOUD - Mia Holm - Annual licence" settles an invoice that is not in the books (invoice INV-7): export the invoice first, then export the payment again.',
        },
      ],
    });
  });

  test('without its invoice can stay on account', () => {
    const entry = payment({ reconciledEntries: ['7741801'] });
    expect(settleInvoices(entry, invoiceLookUp([]), ON_ACCOUNT)).toEqual({ entry });
  });
});

test('entries that are no payments stay as they are', () => {
  const entry = entryOf(sampleItem({ type: 'fee', reconciledEntries: ['7741801'] }));
  expect(settleInvoices(entry, invoiceLookUp([candidate()]), FAIL)).toEqual({ entry });
});

test('the store is asked for what payments and reimbursements name, each once', () => {
  const entries = [
    payment({ reconciledEntries: ['1', '2'], invoice: INVOICE }),
    payment({ reconciledEntries: ['2'], invoice: INVOICE }),
    payment(),
    entryOf(
      sampleItem({
        type: 'direct_reimbursement',
        reconciledEntries: ['3'],
        invoice: { ...INVOICE, invoiceNumber: 'INV-9' },
      }),
    ),
  ];
  expect(wantedInvoices(entries)).toEqual({ reconciliationIds: ['1', '2', '3'], invoiceNumbers: ['INV-7'] });
});
