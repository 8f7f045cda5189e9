import { describe, expect, test } from 'vitest';
import { bookExportItem } from '../../src/bookkeeping/book-export-item.js';
import { money } from '../../src/model/money.js';
import type { ExportItem, Vendor } from '../../src/model/export-item.js';
import { DAYS, entryOf, problemsOf, sampleItem, sampleLine, sampleTax, settings } from './sample-item.js';

const VENDOR: Vendor = {
  id: 'vendor-1',
  name: 'ACME Cloud Ltd',
  code: 'V-2031',
  externalId: 'vend-2031',
  country: 'IE',
  registrationNumber: 'IE998877',
  taxRegistrationNumber: 'IE9988776A',
};

describe('an entry', () => {
  test('carries everything an accounting system may need', () => {
    const inBoth = {
      inSupplierCurrency: money('EUR', 12000, 2),
      inWalletCurrency: money('DKK', 89520, 2),
    };
    const tax = {
      inSupplierCurrency: money('EUR', 2400, 2),
      inWalletCurrency: money('DKK', 17904, 2),
    };
    const item: ExportItem = {
      ...sampleItem(),
      amount: inBoth,
      lines: [
        sampleLine(0, {
          lineAmount: inBoth,
          netAmount: inBoth,
          account: { id: 'account-1', name: 'Software', code: '3620', identifier: 'gl-3620' },
          tax: sampleTax('inclusive', 0, { amount: tax, outgoingTaxAccount: null }),
          tags: [{ id: 'tag-1', groupCode: 'DEPARTMENT', code: 'ENG' }],
        }),
      ],
      bookkeepingMethod: 'accounts_payable',
      contraAccount: { id: 'wallet', name: 'Pleo DKK Account', code: '55010', identifier: null },
      files: [{ url: 'https://files.example.com/1', type: 'application/pdf', size: 48213 }],
      servicePeriod: { from: '2026-03-01T00:00:00Z', to: '2027-02-28T00:00:00Z' },
      vendor: VENDOR,
      reconciledEntries: ['7741801'],
      attendees: ['Ada Lind'],
      invoice: {
        invoiceNumber: 'INV-7',
        invoiceDate: '2026-03-10T22:00:00Z',
        status: 'paid',
        dueDate: '2026-04-09',
        paymentDate: null,
      },
      webUrl: 'https://app.example.com/expenses/entry-1',
    };

    expect(entryOf(item, settings({ posting: 'final' }))).toEqual({
      accountingEntryId: 'entry-1',
      kind: 'money-out',
      itemType: 'card_purchase',
      itemSubType: null,
      date: '2026-03-11',
      movedFrom: null,
      posting: 'final',
      amount: { currency: 'DKK', minorUnits: 89520, exponent: 2 },
      direction: 'out',
      lines: [
        {
          account: { role: 'category', code: '3620', identifier: 'gl-3620', name: 'Software' },
          gross: { currency: 'DKK', minorUnits: 89520, exponent: 2 },
          net: { currency: 'DKK', minorUnits: 71616, exponent: 2 },
          tax: {
            treatment: 'inclusive',
            code: 'I25',
            rate: '0.25',
            amount: { currency: 'DKK', minorUnits: 17904, exponent: 2 },
            ingoingAccount: { role: 'tax', code: '66100', identifier: null, name: null },
            outgoingAccount: null,
          },
          dimensions: [{ group: 'DEPARTMENT', code: 'ENG' }],
        },
      ],
      settlement: { role: 'wallet', code: '55010', identifier: null, name: 'Pleo DKK Account' },
      payable: { role: 'payable', code: '63000', identifier: null, name: null },
      counterparty: {
        source: 'vendor',
        name: 'ACME Cloud Ltd',
        id: 'vendor-1',
        code: 'V-2031',
        externalId: 'vend-2031',
        country: 'IE',
        taxNumber: 'IE9988776A',
      },
      employee: { name: 'Mia Holm', code: 'E-104' },
      description: 'ACME Cloud Ltd - Mia Holm - Annual licence',
      foreignAmount: { currency: 'EUR', minorUnits: 12000, exponent: 2 },
      invoice: { number: 'INV-7', date: '2026-03-10', dueDate: '2026-04-09' },
      settles: [],
      reconciliationId: '7741902',
      reconciledEntries: ['7741801'],
      attendees: ['Ada Lind'],
      servicePeriod: { from: '2026-03-01', to: '2027-02-28' },
      webUrl: 'https://app.example.com/expenses/entry-1',
      receipts: [{ url: 'https://files.example.com/1', type: 'application/pdf', size: 48213 }],
    });
  });

  test('has no foreign amount where supplier and wallet share a currency', () => {
    expect(entryOf(sampleItem()).foreignAmount).toBeNull();
  });

  test('has no employee where Pleo names none', () => {
    expect(entryOf(sampleItem({ user: null })).employee).toBeNull();
  });

  test('keeps the tags of a balance movement with one line, which a split has no single set of', () => {
    const tags = [{ id: 'tag-1', groupCode: 'DEPARTMENT', code: 'ENG' }];
    const single = entryOf(sampleItem({ type: 'wallet_topup', lines: [sampleLine(10000, { tags })] }));
    const split = entryOf(sampleItem({ type: 'wallet_topup', lines: [sampleLine(6000, { tags }), sampleLine(4000)] }));
    expect(single.lines[0]?.dimensions).toEqual([{ group: 'DEPARTMENT', code: 'ENG' }]);
    expect(split.lines[0]?.dimensions).toEqual([]);
  });

  test('names every part that is missing, in one go', () => {
    const item = sampleItem({
      bookkeepingMethod: 'accounts_payable',
      supplier: null,
      date: 'soon',
      lines: [sampleLine(10000, { account: null })],
    });
    const booked = bookExportItem(item, settings({ accounts: {} }), DAYS);
    expect(booked).toMatchObject({
      problems: [
        { code: 'MISSING_CATEGORY' },
        { code: 'MISSING_ACCOUNT' },
        { code: 'MISSING_ACCOUNT' },
        { code: 'MISSING_VENDOR' },
        { code: 'INVALID_DATE' },
      ],
    });
  });
});

describe('the counterparty', () => {
  test.each(['accounts_payable', 'journal', 'none', null])(
    'is the vendor, where there is one, by the method %s',
    (bookkeepingMethod) => {
      const { counterparty } = entryOf(sampleItem({ bookkeepingMethod, vendor: VENDOR }));
      expect(counterparty).toMatchObject({ source: 'vendor', id: 'vendor-1', name: 'ACME Cloud Ltd' });
    },
  );

  test.each(['accounts_payable', 'journal', 'none', null])(
    'is else the supplier, by the method %s',
    (bookkeepingMethod) => {
      const supplier = {
        name: ' ACME*CLOUD ',
        code: 'S-1',
        account: '4400',
        categoryCode: null,
        country: 'IE',
        taxIdentifier: 'T-1',
      };
      expect(entryOf(sampleItem({ bookkeepingMethod, supplier })).counterparty).toEqual({
        source: 'supplier',
        name: 'ACME*CLOUD',
        id: null,
        code: 'S-1',
        externalId: '4400',
        country: 'IE',
        taxNumber: 'T-1',
      });
    },
  );

  test.each(['journal', 'none', null])('may be nobody by the method %s', (bookkeepingMethod) => {
    expect(entryOf(sampleItem({ bookkeepingMethod, supplier: null })).counterparty).toBeNull();
  });

  test.each(['card_purchase', 'card_invoice', 'out_of_pocket', 'refund', 'chargeback', 'invoice'])(
    'must be somebody for a %s through accounts payable',
    (type) => {
      const nameless = { name: ' ', code: null, account: null, categoryCode: null, country: null, taxIdentifier: null };
      for (const supplier of [null, nameless]) {
        const [problem] = problemsOf(sampleItem({ type, bookkeepingMethod: 'accounts_payable', supplier }));
        expect(problem).toMatchObject({ code: 'MISSING_VENDOR', reason: 'vendor_unknown', owner: 'bookkeeper' });
        expect(problem?.message).toContain('choose a vendor in Pleo');
      }
    },
  );

  test.each(['mileage', 'fee', 'wallet_topup', 'direct_reimbursement', 'invoice_payment'])(
    'may be nobody for a %s, whatever the method',
    (type) => {
      const item = sampleItem({ type, bookkeepingMethod: 'accounts_payable', supplier: null });
      expect(entryOf(item).counterparty).toBeNull();
    },
  );
});

describe('the description', () => {
  test('is supplier, person and note in one line', () => {
    expect(entryOf(sampleItem()).description).toBe('ACME*CLOUD - Mia Holm - Annual licence');
  });

  test('leaves out what is missing', () => {
    expect(entryOf(sampleItem({ supplier: null, note: '  ' })).description).toBe('Mia Holm');
  });

  test('is the type where all is missing', () => {
    expect(entryOf(sampleItem({ type: 'wallet_topup', supplier: null, user: null, note: null })).description).toBe(
      'wallet topup',
    );
  });

  test('holds no line breaks, control characters or broken surrogates, and keeps letters of every script', () => {
    const note = ' Frühstück\r\n\tmit\u0000 日本語\u2028\u0007 🥐\uD800 ';
    expect(entryOf(sampleItem({ supplier: null, user: null, note })).description).toBe('Frühstück mit 日本語 🥐');
  });

  test('is shortened in messages, without cutting a character in two', () => {
    const item = sampleItem({ supplier: null, user: null, note: '🥐'.repeat(200), bookkeepingMethod: 'cash' });
    expect(problemsOf(item)[0]?.message).toContain(`"${'🥐'.repeat(79)}…"`);
  });
});

describe('invoice data', () => {
  const invoice = {
    invoiceNumber: 'INV-7',
    invoiceDate: '2026-03-10',
    status: 'paid',
    dueDate: null,
    paymentDate: null,
  };

  test('dates count as they are written, in whatever zone', () => {
    const moments = { ...invoice, invoiceDate: '2026-03-10T00:00:00Z', dueDate: '2026-04-09T23:59:59+02:00' };
    const entry = entryOf(sampleItem({ invoice: moments }), settings({ timeZone: 'America/New_York' }));
    expect(entry.invoice).toEqual({ number: 'INV-7', date: '2026-03-10', dueDate: '2026-04-09' });
  });

  test('a due date is not demanded', () => {
    expect(entryOf(sampleItem({ invoice })).invoice?.dueDate).toBeNull();
  });

  test.each([
    [{ invoice: { ...invoice, invoiceDate: '10/03/2026' } }, 'invoice date'],
    [{ invoice: { ...invoice, dueDate: '2026-04-31' } }, 'due date'],
    [{ servicePeriod: { from: '2026-03-01', to: 'open' } }, 'service period'],
    [{ servicePeriod: { from: '', to: '2026-03-01' } }, 'service period'],
  ])('an unreadable date is refused and named: %j', (changes, what) => {
    const [problem] = problemsOf(sampleItem(changes));
    expect(problem?.code).toBe('INVALID_DATE');
    expect(problem?.message).toContain(`The ${what} of`);
  });
});

test('amounts of a yen wallet have no decimal places', () => {
  const yen = { inSupplierCurrency: money('JPY', 1500, 0), inWalletCurrency: money('JPY', 1500, 0) };
  const line = sampleLine(0, { lineAmount: yen, netAmount: yen });
  const entry = entryOf(sampleItem({ amount: yen, lines: [line] }), settings({ accounts: { wallet: '55030' } }));
  expect(entry.amount).toEqual({ currency: 'JPY', minorUnits: 1500, exponent: 0 });
});
