import { type AccountingEntry } from '@ledgerferry/core';
import { describe, expect, test } from 'vitest';
import type { BookingContext } from '../../src/plan/booking-context.js';
import { ACME_ID, account, books, connection, contact, entryOf, FACTS, settings } from '../plan/sample-books.js';
import { costLine, includedTax, inEuro, sampleItem } from '../plan/sample-item.js';
import { onBank, onPayroll, payment, problemsOf, purchaseOn, tagged, taxed, type Case } from './rule-cases.js';

test('the reason and the owner of a problem are those that Pleo and people need', () => {
  const [problem] = problemsOf({ entry: taxed(2_000, 'TAX999') });
  expect(problem).toEqual({
    code: 'XERO_TAX_TYPE_UNKNOWN',
    reason: 'tax_code_unknown',
    owner: 'bookkeeper',
    message:
      'Xero has no tax rate with the tax type TAX999. Choose a tax code in Pleo that exists in Xero; then export the entry again.',
  });
});

test('every problem of every line is found', () => {
  const lines = [...(purchaseOn('9999').lines ?? []), ...(purchaseOn('499').lines ?? [])];
  const entry = entryOf(sampleItem({ amount: inEuro(24_000), lines }));
  expect(problemsOf({ entry }).map(({ code }) => code)).toEqual(['XERO_ACCOUNT_UNKNOWN', 'XERO_ACCOUNT_ARCHIVED']);
});

describe('the rules pass', () => {
  test.each<readonly [string, Case]>([
    ['a line without a tax code, and without tax', { entry: taxed(0, null) }],
    ['tax without a code where the organisation pays no tax', { entry: taxed(2_000, null), books: withoutTax() }],
    ['more tax than the rate yields, where it is booked as a bill', { entry: taxed(2_500, 'INPUT2'), books: asBill() }],
    ['a tag of a group that is left out', { entry: tagged(['Team', 'Blue']), books: tracking({ Team: false }) }],
    ['a tag of a group that is mapped', { entry: tagged(['Team', 'Sales']), books: tracking({ Team: 'Department' }) }],
    ['an account by the id that Pleo knows', { entry: byId() }],
    ['a contact that was merged into another', { entry: entryOf(sampleItem()), books: merged() }],
    ['an active contact with the name of an archived one', { entry: entryOf(sampleItem()), books: twins() }],
    ['a draft payment of a bill that is in the books', { entry: { ...payment({}), posting: 'draft' } }],
    ['a final payment of a bill of the same job', { entry: payment({ externalId: null }) }],
    [
      'a bill in the currency of an organisation that has enabled no other',
      { entry: entryOf(sampleItem({ type: 'invoice' })), books: books({ facts: { currencies: new Set() } }) },
    ],
    ['money moved with a tax code and no tax', { entry: movedWithTaxCode() }],
    ['a bill paid from an account with payments enabled', { entry: paidByDirectors() }],
  ])('%s', (_name, passing) => {
    expect(problemsOf(passing)).toEqual([]);
  });
});

function withoutTax(): BookingContext {
  return books({ facts: { organisation: { ...FACTS.organisation, paysTax: false } } });
}

function asBill(): BookingContext {
  return { facts: FACTS, connection: connection({ taxDifference: 'bill' }) };
}

function tracking(groups: Record<string, string | false>): BookingContext {
  return books({ connection: { tracking: groups } });
}

function byId(): AccountingEntry {
  const category = { id: 'c9a1', name: 'Old name', code: '1234', identifier: 'ID-404' };
  return entryOf(sampleItem({ lines: [costLine(12_000, { account: category })] }));
}

function merged(): BookingContext {
  const into = contact('id-of-survivor', 'ACME Group');
  return books({
    facts: { contacts: [contact(ACME_ID, 'ACME Cloud', { status: 'ARCHIVED', mergedInto: 'id-of-survivor' }), into] },
  });
}

function twins(): BookingContext {
  return books({
    facts: {
      contacts: [contact('id-of-active', 'ACME Cloud'), contact(ACME_ID, 'ACME cloud', { status: 'ARCHIVED' })],
    },
  });
}

function movedWithTaxCode(): AccountingEntry {
  const entry = entryOf(sampleItem({ lines: [{ ...onBank(12_000), tax: includedTax(0, 'OUTPUT2') }] }));
  return { ...entry, settlement: onPayroll() };
}

function paidByDirectors(): AccountingEntry {
  const settlement = { role: 'contra', code: '880', identifier: null, name: null } as const;
  return { ...entryOf(sampleItem({ bookkeepingMethod: 'accounts_payable' })), settlement };
}

test('accounts without a code are named by their name', () => {
  const facts = {
    accounts: [...FACTS.accounts, { ...account('x', 'Old till', { status: 'ARCHIVED', type: 'BANK' }), code: null }],
  };
  const entry = entryOf(sampleItem(), settings({ wallet: 'id-x' }));
  expect(problemsOf({ entry, books: books({ facts }) })[0]?.message).toContain(
    'The account "Old till" is no longer active',
  );
});
