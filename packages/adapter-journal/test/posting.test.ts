import { existsSync, readdirSync, symlinkSync, lstatSync, statSync, chmodSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { money } from '@ledgerferry/core';
import { buildAccount, buildAccountingEntry, buildEntryLine, buildPayableEntry } from '@ledgerferry/testkit';
import { describe, expect, test } from 'vitest';
import { callFor, find, openJournal, post } from './journal-fixture.js';

const full = buildAccountingEntry({
  posting: 'draft',
  attendees: ['Mia Holm', 'Åse Ødegård'],
  foreignAmount: money('EUR', 12000, 2),
  movedFrom: '2026-02-27',
  servicePeriod: { from: '2026-03-01', to: '2027-02-28' },
  invoice: { number: 'INV-7', date: '2026-03-01', dueDate: '2026-03-31' },
  webUrl: 'https://app.example.com/expenses/6f0c8d52',
  receipts: [{ url: 'https://files.example.com/1', type: 'application/pdf', size: 3 }],
  lines: [
    buildEntryLine({
      net: money('DKK', 71616, 2),
      tax: {
        treatment: 'inclusive',
        code: 'I25',
        rate: '0.25',
        amount: money('DKK', 17904, 2),
        ingoingAccount: buildAccount('tax', '66100'),
        outgoingAccount: null,
      },
      dimensions: [{ group: 'DEPARTMENT', code: 'ENG' }],
    }),
  ],
});

describe('posting', () => {
  test('writes an entry in the form hledger reads', async () => {
    const { adapter, text } = openJournal('journal');
    await post(adapter, full);
    expect(text()).toMatchInlineSnapshot(`
      "; Ledgerferry appends to this ledger. Edit it as you like: an entry is known by its tag "reference", so keep that.

      commodity 1000.00 DKK
      account 3620  ; type:X, name:Software
      account 66100  ; type:L
      account 55010  ; type:C, name:Pleo DKK Account

      2026-03-11 ! (LF-34PTMLV6WWELWKFW) ACME Cloud, Mia Holm, Annual licence and handbook
          ; reference:6f0c8d52-1f0e-4c57-8a55-3f2b9a7d1e20/journal
          ; external-id:LF-34PTMLV6WWELWKFW
          ; item-type:card_purchase
          ; reconciliation-id:7741902
          ; supplier-amount:120.00 EUR
          ; supplier:ACME Cloud
          ; employee:Mia Holm (E-104)
          ; attendees:Mia Holm; Åse Ødegård
          ; service-period:2026-03-01 to 2027-02-28
          ; invoice-number:INV-7
          ; invoice-date:2026-03-01
          ; due-date:2026-03-31
          ; moved-from:2026-02-27
          ; web-url:https://app.example.com/expenses/6f0c8d52
          ; receipts:receipts/6f0c8d52-1f0e-4c57-8a55-3f2b9a7d1e20/
          3620                                        716.16 DKK  ; tax-code:I25, dimension-DEPARTMENT:ENG
          66100                                       179.04 DKK  ; tax-code:I25
          55010                                      -895.20 DKK
      "
    `);
  });

  test('writes an entry in the form beancount reads', async () => {
    const { adapter, text } = openJournal('beancount');
    await post(adapter, full);
    expect(text()).toMatchInlineSnapshot(`
      ";; Ledgerferry appends to this ledger. Edit it as you like: an entry is known by its "reference", so keep that.

      1970-01-01 commodity DKK
        decimals: 2
      1970-01-01 open Expenses:3620
        name: "Software"
      1970-01-01 open Liabilities:66100
      1970-01-01 open Assets:55010
        name: "Pleo DKK Account"

      2026-03-11 ! "ACME Cloud" "ACME Cloud, Mia Holm, Annual licence and handbook"
        reference: "6f0c8d52-1f0e-4c57-8a55-3f2b9a7d1e20/journal"
        external-id: "LF-34PTMLV6WWELWKFW"
        item-type: "card_purchase"
        reconciliation-id: "7741902"
        supplier-amount: "120.00 EUR"
        supplier: "ACME Cloud"
        employee: "Mia Holm (E-104)"
        attendees: "Mia Holm; Åse Ødegård"
        service-period: "2026-03-01 to 2027-02-28"
        invoice-number: "INV-7"
        invoice-date: "2026-03-01"
        due-date: "2026-03-31"
        moved-from: "2026-02-27"
        web-url: "https://app.example.com/expenses/6f0c8d52"
        receipts: "receipts/6f0c8d52-1f0e-4c57-8a55-3f2b9a7d1e20/"
        Expenses:3620                               716.16 DKK
          tax-code: "I25"
          dimension-department: "ENG"
        Liabilities:66100                           179.04 DKK
          tax-code: "I25"
        Assets:55010                               -895.20 DKK
      "
    `);
  });

  test('answers what was booked, read back from the ledger', async () => {
    const { adapter } = openJournal();
    expect(await post(adapter, full)).toEqual([
      {
        status: 'posted',
        key: '6f0c8d52-1f0e-4c57-8a55-3f2b9a7d1e20/journal',
        externalId: 'LF-34PTMLV6WWELWKFW',
        externalUrl: null,
        summary: { date: '2026-03-11', total: money('DKK', 89520, 2), accounts: ['3620', '66100', '55010'] },
      },
    ]);
  });

  test('books a payable as an invoice, then its payment, which names the invoice', async () => {
    const { adapter, text } = openJournal();
    const outcomes = await post(adapter, buildPayableEntry());
    expect(outcomes.map((outcome) => outcome.status === 'posted' && outcome.summary?.accounts)).toEqual([
      ['3620', '63000'],
      ['63000', '55010'],
    ]);
    expect(text()).toContain('; settles:id of 6f0c8d52-1f0e-4c57-8a55-3f2b9a7d1e20/invoice\n');
  });

  test('books a bill as an invoice and a later payment that names it, in two jobs', async () => {
    const { adapter, text } = openJournal();
    const payable = buildAccount('payable', '63000');
    const bill = buildAccountingEntry({
      accountingEntryId: 'bill',
      kind: 'bill',
      itemType: 'invoice',
      settlement: payable,
    });
    const payment = buildAccountingEntry({
      accountingEntryId: 'payment',
      kind: 'payment',
      itemType: 'invoice_payment',
      lines: [buildEntryLine({ account: payable })],
      settles: [
        { accountingEntryId: 'bill', documentKey: 'bill/invoice', externalId: 'LF-FROM-THE-BOOKS', amount: null },
      ],
    });
    expect(adapter.plan(payment, { closedThrough: null }).documents[0]?.dependsOn).toEqual([]);
    const outcomes = await post(adapter, bill, payment);
    expect(outcomes.map((outcome) => [outcome.key, outcome.status])).toEqual([
      ['bill/invoice', 'posted'],
      ['payment/payment', 'posted'],
    ]);
    expect(text()).toContain('; settles:LF-FROM-THE-BOOKS\n');
  });

  test('a payment depends on the invoices of its own job', () => {
    const { adapter } = openJournal();
    const payment = buildAccountingEntry({
      kind: 'payment',
      settles: [{ accountingEntryId: 'bill', documentKey: 'bill/invoice', externalId: null, amount: null }],
    });
    expect(adapter.plan(payment, { closedThrough: null }).documents[0]?.dependsOn).toEqual(['bill/invoice']);
  });

  test('takes from texts what would mean something to hledger, and nothing else', async () => {
    const { adapter, text } = openJournal();
    const dimensions = [{ group: 'COST CENTRE', code: '[2020-01-01], ENG' }];
    const lines = [buildEntryLine({ dimensions })];
    await post(adapter, buildAccountingEntry({ description: 'Kaffe;  "Ærø" | 100%\nnew', lines, attendees: ['A, B'] }));
    expect(text()).toContain(' Kaffe, "Ærø" / 100% new\n');
    expect(text()).toContain('; attendees:A; B\n');
    expect(text()).toContain('  ; dimension-COST-CENTRE:(2020-01-01); ENG\n');
  });

  test('keeps quotes and backslashes in beancount', async () => {
    const { adapter, text } = openJournal('beancount');
    await post(adapter, buildAccountingEntry({ description: 'a "b" \\ c; d' }));
    expect(text()).toContain('"a \\"b\\" \\\\ c; d"\n');
  });

  test('declares an account and a currency once, and further ones where they are first needed', async () => {
    const { adapter, text } = openJournal();
    const yen = money('JPY', 1500, 0);
    await post(adapter, buildAccountingEntry({ accountingEntryId: 'first' }));
    await post(adapter, buildAccountingEntry({ accountingEntryId: 'second' }));
    await post(
      adapter,
      buildAccountingEntry({
        accountingEntryId: 'third',
        amount: yen,
        lines: [buildEntryLine({ account: buildAccount('category', '3655'), gross: yen, net: yen })],
      }),
    );
    expect(text().match(/^(account \S+|commodity \S+ \S+)/gm)).toEqual([
      'commodity 1000.00 DKK',
      'account 3620',
      'account 55010',
      'commodity 1000. JPY',
      'account 3655',
    ]);
    expect(text()).toMatch(/ {4}3655 +1500 JPY\n {4}55010 +-1500 JPY\n/);
  });

  test('writes the same reference only once, also within one call', async () => {
    const { adapter, reopen, text } = openJournal();
    const entry = buildAccountingEntry();
    expect((await post(adapter, entry, entry)).map((outcome) => outcome.status)).toEqual(['posted', 'exists']);
    expect((await post(reopen(), entry)).map((outcome) => outcome.status)).toEqual(['exists']);
    expect(text().match(/reference:/g)).toHaveLength(1);
  });

  test('one of two writers at the same time waits for the other', async () => {
    const { adapter, reopen, text } = openJournal();
    const entries = Array.from({ length: 40 }, (_, place) =>
      buildAccountingEntry({ accountingEntryId: `entry-${place}` }),
    );
    const other = reopen();
    const outcomes = await Promise.all(entries.flatMap((entry) => [post(adapter, entry), post(other, entry)]));
    expect(outcomes.flat().filter((outcome) => outcome.status === 'posted')).toHaveLength(40);
    expect(text().match(/reference:/g)).toHaveLength(40);
  });

  test('keeps the file mode and follows a link to the ledger', async () => {
    const { adapter, folder, file, write, reopen } = openJournal();
    write('; mine\n');
    chmodSync(file, 0o640);
    renameSync(file, join(folder, 'elsewhere.journal'));
    symlinkSync('elsewhere.journal', file);
    await post(adapter, buildAccountingEntry());
    expect(lstatSync(file).isSymbolicLink()).toBe(true);
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect((await find(reopen(), buildAccountingEntry()))[0]?.status).toBe('live');
  });

  test('leaves nothing but the ledger and its lock', async () => {
    const { adapter, folder } = openJournal();
    await post(adapter, buildAccountingEntry());
    expect(readdirSync(folder).toSorted()).toEqual(['books.journal', 'books.journal.lock']);
  });

  test('plans without touching the disk', () => {
    const { adapter, file } = openJournal();
    const call = callFor(adapter, buildAccountingEntry());
    expect(call.documents[0]?.document.summary?.total).toEqual(money('DKK', 89520, 2));
    expect(existsSync(file)).toBe(false);
  });
});
