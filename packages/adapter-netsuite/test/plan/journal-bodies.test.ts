import { money, type ExportItem } from '@ledgerferry/core';
import { describe, expect, test } from 'vitest';
import { planNetsuiteEntry } from '../../src/plan/plan-entry.js';
import type { NetsuiteFacts } from '../../src/reference-data/netsuite-facts.js';
import type { NetsuiteConnection } from '../../src/netsuite-connection.js';
import { inShort, itemsOf, textAt } from './in-short.js';
import { connection, entryOf, FACTS, settings, showing } from './sample-books.js';
import { costLine, includedTax, inEuro, reverseTax, sampleItem } from './sample-item.js';

interface Under {
  readonly facts?: NetsuiteFacts;
  readonly connection?: Partial<NetsuiteConnection>;
  readonly posting?: 'draft' | 'final';
}

function documentsOf(item: Partial<ExportItem>, { facts = FACTS, posting, ...under }: Under = {}) {
  const entry = entryOf(sampleItem(item), settings({}, posting));
  return planNetsuiteEntry(entry, facts, connection(under.connection)).documents;
}

function bodyOf(item: Partial<ExportItem>, under: Under = {}) {
  return documentsOf(item, under)[0]?.body ?? null;
}

/** The memo of each line after the entry's text. */
function notesOf(item: Partial<ExportItem>, under: Under = {}) {
  return itemsOf(bodyOf(item, under), 'line').map((line) =>
    textAt(line, 'memo').replace('ACME Cloud - Mia Holm - Team lunch', ''),
  );
}

const TAGGED = {
  lines: [
    costLine(12_000, {
      tax: includedTax(2_000),
      tags: [
        { id: 't1', groupCode: 'Department', code: 'sales' },
        { id: 't2', groupCode: 'Team', code: 'class-north' },
      ],
    }),
  ],
};

describe('a journal', () => {
  test('says everything once: who, when, where, and each side', () => {
    const under = { connection: { dimensions: { Team: 'class' } } };
    expect(documentsOf({ ...TAGGED, note: 'Team lunch', webUrl: 'https://app.pleo.io/e/1' }, under)).toEqual([
      {
        key: 'entry-1/booking',
        role: 'booking',
        recordType: 'journal-entry',
        dependsOn: [],
        body: {
          subsidiary: { id: '1' },
          currency: { id: '1' },
          tranDate: '2026-03-11',
          postingPeriod: { id: '503' },
          memo: 'ACME Cloud - Mia Holm - Team lunch https://app.pleo.io/e/1',
          line: {
            items: [
              {
                account: { id: '110' },
                debit: '100.00',
                memo: 'ACME Cloud - Mia Holm - Team lunch',
                entity: { id: '201' },
                department: { id: '21' },
                class: { id: '31' },
              },
              {
                account: { id: '108' },
                debit: '20.00',
                memo: 'ACME Cloud - Mia Holm - Team lunch (tax I20)',
                entity: { id: '201' },
              },
              {
                account: { id: '101' },
                credit: '120.00',
                memo: 'ACME Cloud - Mia Holm - Team lunch',
                entity: { id: '201' },
              },
            ],
          },
        },
        summary: {
          date: '2026-03-11',
          total: { currency: 'EUR', minorUnits: 12_000, exponent: 2 },
          accounts: ['3620', '66100', '55010'],
        },
      },
    ]);
  });

  test('names nothing that the account does not show', () => {
    const less = ['subsidiary', 'currency', 'postingPeriod', 'approved', 'entity', 'custbody_pleo_link'];
    const facts = { ...showing('journalEntry', { less }), subsidiary: null, subsidiaries: [] };
    const item = { note: 'Team lunch', webUrl: 'https://app.pleo.io/e/1' };
    expect(bodyOf(item, { facts, connection: { linkField: 'custbody_pleo_link' } })).toEqual({
      tranDate: '2026-03-11',
      memo: 'ACME Cloud - Mia Holm - Team lunch https://app.pleo.io/e/1',
      line: {
        items: [
          { account: { id: '110' }, debit: '100.00', memo: 'ACME Cloud - Mia Holm - Team lunch' },
          { account: { id: '108' }, debit: '20.00', memo: 'ACME Cloud - Mia Holm - Team lunch (tax I20)' },
          { account: { id: '101' }, credit: '120.00', memo: 'ACME Cloud - Mia Holm - Team lunch' },
        ],
      },
    });
  });

  test('carries the link in a field of its own where there is one', () => {
    const body = bodyOf(
      { note: null, webUrl: 'https://app.pleo.io/e/1' },
      { connection: { linkField: 'custbody_pleo_link' } },
    );
    expect(body).toMatchObject({ memo: 'ACME Cloud - Mia Holm', custbody_pleo_link: 'https://app.pleo.io/e/1' });
  });

  test('waits for its approval as a draft', () => {
    expect(bodyOf({}, { posting: 'draft' })).toMatchObject({ approved: false });
  });

  test('of a currency without decimals has none', () => {
    const yen = money('JPY', 1_500, 0);
    const amount = { inSupplierCurrency: yen, inWalletCurrency: yen };
    const lines = [costLine(0, { lineAmount: amount, netAmount: amount })];
    const facts = { ...FACTS, accounts: FACTS.accounts.map((each) => ({ ...each, currency: null })) };
    expect(documentsOf({ amount, lines }, { facts }).map(inShort)).toEqual([
      'booking: JOURNAL, debit 3620 1500 of 201, credit 55010 1500 of 201',
    ]);
    expect(bodyOf({ amount, lines }, { facts })).toMatchObject({ currency: { id: '3' } });
  });

  test('tells the amount that the supplier saw', () => {
    const amount = { inSupplierCurrency: money('USD', 13_000, 2), inWalletCurrency: money('EUR', 12_000, 2) };
    const lines = [costLine(12_000, { lineAmount: amount, netAmount: amount })];
    expect(textAt(bodyOf({ amount, lines, webUrl: null, note: null }), 'memo')).toBe(
      'ACME Cloud - Mia Holm (130.00 USD)',
    );
  });

  test('has memos of one line, at most 999 characters, with the whole link', () => {
    const memo = textAt(bodyOf({ note: 'a\nb '.repeat(500), webUrl: 'https://app.pleo.io/e/1' }), 'memo');
    expect(memo).toMatch(/^ACME Cloud - Mia Holm - a b a b .*… https:\/\/app\.pleo\.io\/e\/1$/);
    expect(memo).toHaveLength(999);
  });

  test('leaves out lines of nothing', () => {
    const lines = [costLine(0), costLine(12_000, { tax: includedTax(12_000) })];
    expect(documentsOf({ lines }).map(inShort)).toEqual([
      'booking: JOURNAL, debit 66100 120.00 of 201, credit 55010 120.00 of 201',
    ]);
  });

  test('has the costs of all lines before their taxes', () => {
    const lines = [
      costLine(6_000, { tax: includedTax(1_000) }),
      costLine(6_000, {
        tax: includedTax(1_000),
        account: { id: 'x', name: 'Travel', code: '2770', identifier: null },
      }),
    ];
    expect(documentsOf({ lines }).map(inShort)).toEqual([
      'booking: JOURNAL, debit 3620 50.00 of 201, debit 2770 50.00 of 201, debit 66100 10.00 of 201, debit 66100 10.00 of 201, credit 55010 120.00 of 201',
    ]);
  });

  test('names nobody whom NetSuite does not know or may not name', () => {
    const { supplier, user } = sampleItem();
    if (!supplier || !user) throw new Error('the sample has both');
    const unknown = { supplier: { ...supplier, name: 'Nobody' }, user: { ...user, name: 'No One', code: null } };
    const inactive = { supplier: { ...supplier, name: 'closed  stationery' }, user: { ...user, code: 'E-2' } };
    for (const item of [unknown, inactive])
      expect(documentsOf({ ...item, type: 'out_of_pocket' }).map(inShort)).toEqual([
        'booking: JOURNAL, debit 3620 100.00, debit 66100 20.00, credit 63040 120.00',
      ]);
    expect(documentsOf({ ...unknown, user: { ...user, name: 'No One', code: 'E-1' } }).map(inShort)).toEqual([
      'booking: JOURNAL, debit 3620 100.00 of 301, debit 66100 20.00 of 301, credit 55010 120.00 of 301',
    ]);
  });
});

describe('the tax of a journal', () => {
  const withTax = (tax: ReturnType<typeof includedTax>) => ({ note: 'Team lunch', lines: [costLine(12_000, { tax })] });

  test('stands on the account of the settings where Pleo names none', () => {
    const item = withTax(includedTax(2_000, { ingoingTaxAccount: null }));
    const under = { connection: { taxAccount: '66200' } };
    expect(documentsOf(item, under).map(inShort)).toEqual([
      'booking: JOURNAL, debit 3620 100.00 of 201, debit 66200 20.00 of 201, credit 55010 120.00 of 201',
    ]);
    expect(notesOf(item, under)).toEqual(['', ' (tax I20)', '']);
  });

  test('is told, and booked with the cost, where no account is known', () => {
    const item = withTax(includedTax(2_000, { ingoingTaxAccount: null }));
    expect(documentsOf(item).map(inShort)).toEqual([
      'booking: JOURNAL, debit 3620 120.00 of 201, credit 55010 120.00 of 201',
    ]);
    expect(notesOf(item)).toEqual([' (includes tax 20.00 EUR I20)', '']);
    expect(notesOf(withTax(includedTax(2_000, { ingoingTaxAccount: null, code: null })))).toEqual([
      ' (includes tax 20.00 EUR)',
      '',
    ]);
  });

  test('of reverse charge stands on both sides', () => {
    const item = withTax(reverseTax(2_400));
    expect(documentsOf(item).map(inShort)).toEqual([
      'booking: JOURNAL, debit 3620 120.00 of 201, debit 66100 24.00 of 201, credit 66200 24.00 of 201, credit 55010 120.00 of 201',
    ]);
    expect(notesOf(item)).toEqual(['', ' (tax RC20)', ' (tax RC20)', '']);
    expect(documentsOf(item)[0]?.summary?.total).toEqual(money('EUR', 14_400, 2));
  });

  test('of reverse charge takes the account of the settings for one side, never for both', () => {
    const under = { connection: { taxAccount: '66200' } };
    expect(documentsOf(withTax(reverseTax(2_400, { outgoingTaxAccount: null })), under).map(inShort)).toEqual([
      'booking: JOURNAL, debit 3620 120.00 of 201, debit 66100 24.00 of 201, credit 66200 24.00 of 201, credit 55010 120.00 of 201',
    ]);
    const neither = withTax(reverseTax(2_400, { ingoingTaxAccount: null, outgoingTaxAccount: null }));
    expect(documentsOf(neither, under).map(inShort)).toEqual([
      'booking: JOURNAL, debit 3620 120.00 of 201, credit 55010 120.00 of 201',
    ]);
    expect(notesOf(neither, under)).toEqual([' (reverse charge 24.00 EUR RC20)', '']);
  });

  test('that is added to a net amount is booked beside it', () => {
    const lines = [
      costLine(12_000, { netAmount: inEuro(9_600), tax: includedTax(2_400, { type: 'exclusive', code: 'E25' }) }),
    ];
    expect(documentsOf({ lines }).map(inShort)).toEqual([
      'booking: JOURNAL, debit 3620 96.00 of 201, debit 66100 24.00 of 201, credit 55010 120.00 of 201',
    ]);
  });
});
