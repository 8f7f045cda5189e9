import { money, type AccountingEntry, type Money } from '@ledgerferry/core';
import { buildAccount, buildAccountingEntry, buildEntryLine } from '@ledgerferry/testkit';
import fc from 'fast-check';

/** What people and banks write into texts, and what could break a ledger's syntax. */
const SNIPPETS = [
  '; comment',
  'a  b',
  '\t',
  '\n2026-01-01 * intruder\n    3620  1 DKK\n    55010\n',
  '"quoted" \\',
  '|',
  'payee | note',
  'reference:x/journal',
  ', reference:x/journal',
  'date:2020-01-01',
  '[2020-01-01]',
  '[1/2=3/4]',
  '(code) !',
  '= 5 DKK @ 3',
  '{}',
  '#tag ^link',
  '\u2028',
  '\u0085',
  '\r',
  'Ærø Čapek 東京 🧾',
  '%25',
  '-u3A-',
  'end comment',
];

const text = fc.oneof(
  fc.constantFrom(...SNIPPETS),
  fc.array(fc.constantFrom(...SNIPPETS), { maxLength: 3 }).map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
const code = text.filter((candidate) => candidate.trim() !== '');
const CURRENCIES: readonly Money[] = [money('DKK', 1, 2), money('JPY', 1, 0), money('BHD', 1, 3)];

/** Entries that are right in amounts and wild in words. */
export const nastyEntry = fc
  .record({
    id: fc.uuid(),
    currency: fc.constantFrom(...CURRENCIES),
    amounts: fc.array(fc.integer({ min: 0, max: 1_000_000_000 }), { minLength: 1, maxLength: 4 }),
    direction: fc.constantFrom<'in' | 'out'>('in', 'out'),
    posting: fc.constantFrom<'draft' | 'final'>('draft', 'final'),
    payable: fc.boolean(),
    texts: fc.array(text, { minLength: 8, maxLength: 8 }),
    codes: fc.array(code, { minLength: 4, maxLength: 4 }),
  })
  .map(({ id, currency, amounts, direction, posting, payable, texts, codes }): AccountingEntry => {
    const at = (place: number) => texts[place] ?? '';
    const inCurrency = (minorUnits: number) => money(currency.currency, minorUnits, currency.exponent);
    return buildAccountingEntry({
      accountingEntryId: id,
      direction,
      posting,
      amount: inCurrency(amounts.reduce((sum, amount) => sum + amount, 0)),
      lines: amounts.map((amount, place) =>
        buildEntryLine({
          account: buildAccount('category', codes[place] ?? '3620', at(0)),
          gross: inCurrency(amount),
          net: inCurrency(amount),
          dimensions: [
            { group: at(1), code: at(2) },
            { group: 'DEPARTMENT', code: at(3) },
            { group: 'department', code: at(4) },
          ],
        }),
      ),
      payable: payable ? buildAccount('payable', `payable ${codes[0]}`, at(5)) : null,
      counterparty: {
        source: 'supplier',
        name: at(3),
        id: null,
        code: at(4),
        externalId: null,
        country: null,
        taxNumber: null,
      },
      employee: { name: at(5), code: at(6) },
      description: at(7),
      reconciliationId: at(1),
      attendees: [at(2), at(6)],
      webUrl: at(0),
    });
  });
