import {
  money,
  type AccountingEntry,
  type ExportItem,
  type Money,
  type Problem,
  type SettledInvoice,
} from '@ledgerferry/core';
import { describe, expect, test } from 'vitest';
import type { XeroBooks } from '../../src/plan/xero-books.js';
import { xeroRules } from '../../src/rules/xero-rules.js';
import { ACME_ID, account, books, connection, contact, entryOf, FACTS, settings } from '../plan/sample-books.js';
import { costLine, includedTax, inEuro, sampleItem } from '../plan/sample-item.js';

interface Case {
  readonly entry: AccountingEntry;
  readonly books?: XeroBooks;
}

function problemsOf({ entry, books: of = books() }: Case): readonly Problem[] {
  return xeroRules(of.facts, of.connection).flatMap((rule) => rule.validate(entry));
}

function purchaseOn(code: string, overrides: Partial<Parameters<typeof costLine>[1]> = {}): Partial<ExportItem> {
  const category = { id: 'c9a1f6c4-0b3e-4d1f-8a77-5b1d2e3f4a01', name: 'A category', code, identifier: null };
  return { lines: [costLine(12_000, { account: category, ...overrides })] };
}

function taxed(minorUnits: number, code: string | null): AccountingEntry {
  return entryOf(sampleItem({ lines: [costLine(12_000, { tax: includedTax(minorUnits, code) })] }));
}

function tagged(...tags: readonly [group: string, code: string][]): AccountingEntry {
  const each = tags.map(([groupCode, code], place) => ({ id: `tag-${place}`, groupCode, code }));
  return entryOf(sampleItem({ lines: [costLine(12_000, { tags: each })] }));
}

function payment(...settles: readonly Partial<SettledInvoice>[]): AccountingEntry {
  const bill = { accountingEntryId: 'bill', documentKey: 'bill/booking', externalId: 'id-of-bill', amount: null };
  const entry = entryOf(sampleItem({ type: 'invoice_payment', lines: [] }));
  return { ...entry, settles: settles.map((one) => ({ ...bill, ...one })) };
}

function withContact(overrides: Partial<ReturnType<typeof contact>>): XeroBooks {
  return books({ facts: { contacts: [contact(ACME_ID, 'ACME Cloud', overrides)] } });
}

const DRAFT = 'draft' as const;
const inYen = (minorUnits: number) => money('JPY', minorUnits, 0);
const entryInYen: AccountingEntry = {
  ...entryOf(sampleItem({ type: 'invoice' })),
  amount: inYen(1_200),
  lines: entryOf(sampleItem()).lines.map((line) => ({ ...line, gross: inYen(1_200), net: inYen(1_200), tax: null })),
};

const REFUSED: readonly (readonly [name: string, found: Case, code: string, sentence: string])[] = [
  [
    'an account that Xero lacks',
    { entry: entryOf(sampleItem(purchaseOn('9999'))) },
    'XERO_ACCOUNT_UNKNOWN',
    'Xero has no account 9999 "A category".',
  ],
  [
    'an account that is archived',
    { entry: entryOf(sampleItem(purchaseOn('499'))) },
    'XERO_ACCOUNT_ARCHIVED',
    'The account 499 "Old costs" is no longer active in Xero.',
  ],
  [
    'an account that Xero itself posts to, on a line',
    { entry: entryOf(sampleItem(purchaseOn('800'))) },
    'XERO_ACCOUNT_NOT_FOR_LINES',
    'The account 800 "Accounts payable" is one that Xero itself posts to, so that no line can be booked on it.',
  ],
  [
    'a bank account on one of several lines',
    {
      entry: {
        ...entryOf(sampleItem()),
        lines: entryOf(sampleItem({ lines: [costLine(6_000), onBank(6_000)] })).lines,
      },
    },
    'XERO_ACCOUNT_NOT_FOR_LINES',
    'The account 092 "Main bank" is a bank account, so that no line can be booked on it.',
  ],
  [
    'a wallet account that is no bank account',
    { entry: entryOf(sampleItem(), settings({ wallet: '860' })) },
    'XERO_WALLET_NOT_BANK',
    'The account of the Pleo balance in EUR, 860 "Owed to employees", is not a bank account in Xero.',
  ],
  [
    'a wallet account of another currency',
    { entry: entryOf(sampleItem(), settings({ wallet: '091' })) },
    'XERO_BANK_CURRENCY',
    'The account 091 "Pleo GBP" is kept in GBP, and the entry is 120.00 EUR.',
  ],
  [
    'a wallet account of the setting that Xero lacks',
    { entry: entryOf(sampleItem()), books: books({ connection: { bankAccounts: { EUR: '097' } } }) },
    'XERO_ACCOUNT_UNKNOWN',
    'Xero has no account 097.',
  ],
  [
    'bank transactions for what employees paid, without a bank account',
    {
      entry: entryOf(sampleItem({ type: 'mileage' })),
      books: books({ connection: { outOfPocket: 'bank-transactions' } }),
    },
    'XERO_OUT_OF_POCKET_NOT_BANK',
    'The setting connection.outOfPocket is bank-transactions, and the account 860 "Owed to employees" is not a bank account.',
  ],
  [
    'a bill that would be paid from an account without payments',
    { entry: { ...entryOf(sampleItem({ bookkeepingMethod: 'accounts_payable' })), settlement: onPayroll() } },
    'XERO_PAYMENT_ACCOUNT',
    'The account 870 "Payroll" is neither a bank account nor one with payments enabled.',
  ],
  [
    'a tax type that Xero lacks',
    { entry: taxed(2_000, 'TAX999') },
    'XERO_TAX_TYPE_UNKNOWN',
    'Xero has no tax rate with the tax type TAX999.',
  ],
  [
    'a tax rate that was deleted',
    { entry: taxed(1_565, 'SRINPUT') },
    'XERO_TAX_TYPE_INACTIVE',
    'The tax rate SRINPUT "15% (VAT on Expenses)" is no longer active in Xero.',
  ],
  [
    'a tax rate for income on a cost',
    { entry: taxed(2_000, 'OUTPUT2') },
    'XERO_TAX_TYPE_NOT_FOR_ACCOUNT',
    'The tax rate OUTPUT2 "20% (VAT on Income)" cannot be used with the account 404 "Software" in Xero.',
  ],
  [
    'tax without a tax code',
    { entry: taxed(2_000, null) },
    'XERO_TAX_CODE_MISSING',
    'A line contains 20.00 EUR of tax, and Pleo names no tax code.',
  ],
  [
    'more tax than the rate yields',
    { entry: taxed(2_500, 'INPUT2') },
    'XERO_TAX_DIFFERS',
    'Pleo states 25.00 EUR of tax in a line of 120.00 EUR, and by the tax rate INPUT2 "20% (VAT on Expenses)" it is 20.00 EUR in Xero.',
  ],
  [
    'tax on a bill whose rate yields none',
    {
      entry: entryOf(
        sampleItem({ type: 'invoice', lines: [costLine(12_000, { tax: includedTax(2_000, 'REVERSECHARGES') })] }),
      ),
    },
    'XERO_TAX_DIFFERS',
    'Pleo states 20.00 EUR of tax in a line of 120.00 EUR, and by the tax rate REVERSECHARGES "Reverse Charge Expenses (20%)" it is 0.00 EUR in Xero.',
  ],
  [
    'a tag of a group that is no tracking category',
    { entry: tagged(['Team', 'Blue']) },
    'XERO_TRACKING_CATEGORY_UNKNOWN',
    'Xero has no active tracking category "Team", which the tag "Blue" of the group "Team" belongs to.',
  ],
  [
    'a tag of an archived tracking category',
    { entry: tagged(['Campaign', 'Spring']) },
    'XERO_TRACKING_CATEGORY_UNKNOWN',
    'Xero has no active tracking category "Campaign", which the tag "Spring" of the group "Campaign" belongs to.',
  ],
  [
    'a tag that is an archived option',
    { entry: tagged(['Department', 'Closed']) },
    'XERO_TRACKING_OPTION_UNKNOWN',
    'The tracking category "Department" has no active option "Closed" in Xero.',
  ],
  [
    'three tags',
    { entry: tagged(['Department', 'Sales'], ['Project', 'Apollo'], ['Region', 'North']) },
    'XERO_TRACKING_TOO_MANY',
    'A line is tagged Department "Sales", Project "Apollo", Region "North", and Xero takes two tracking categories with one option each.',
  ],
  [
    'two tags of one group',
    { entry: tagged(['Department', 'Sales'], ['Department', 'Kitchen']) },
    'XERO_TRACKING_TOO_MANY',
    'A line is tagged Department "Sales", Department "Kitchen", and Xero takes two tracking categories with one option each.',
  ],
  [
    'a bill in a currency that is not enabled',
    { entry: entryInYen },
    'XERO_CURRENCY_NOT_ENABLED',
    'The currency JPY is not enabled in Example Ltd.',
  ],
  [
    'a journal in another currency than the organisation keeps',
    { entry: { ...inPounds(entryOf(sampleItem({ type: 'external_reimbursement', lines: [] }))) } },
    'XERO_CURRENCY_NOT_BASE',
    'The account 870 "Payroll" is kept in EUR and is not a bank account, and the entry is 120.00 GBP.',
  ],
  [
    'a transfer to a bank account of another currency',
    { entry: entryOf(sampleItem({ type: 'wallet_unload', lines: [] }), settings({ contra: '091' })) },
    'XERO_TRANSFER_CURRENCIES',
    'The account 090 "Pleo EUR" is kept in EUR, and 091 "Pleo GBP" in GBP.',
  ],
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
    'The entry contains the amount 1.234 KWD, and Xero keeps two decimals.',
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
    'The payment is 120.00 EUR, and the bill that it settles 100.00 GBP.',
  ],
  [
    'a payment of a bill that goes out as a draft in the same job',
    { entry: { ...payment({ externalId: null }), posting: DRAFT } },
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

function withTax(amount: Money): AccountingEntry {
  const entry = entryOf(sampleItem());
  return { ...entry, lines: entry.lines.map((line) => ({ ...line, tax: line.tax && { ...line.tax, amount } })) };
}

function onBank(minorUnits: number) {
  return costLine(minorUnits, { account: { id: 'c9a1', name: 'Main bank', code: '092', identifier: null } });
}

function onPayroll() {
  return { role: 'contra', code: '870', identifier: null, name: null } as const;
}

function inPounds(entry: AccountingEntry): AccountingEntry {
  const amount = money('GBP', 12_000, 2);
  return { ...entry, amount, lines: entry.lines.map((line) => ({ ...line, gross: amount, net: amount })) };
}

function named(name: string): AccountingEntry {
  const entry = entryOf(sampleItem());
  return { ...entry, counterparty: entry.counterparty && { ...entry.counterparty, name } };
}

describe('before the first write, the rules refuse', () => {
  test.each(REFUSED)('%s', (_name, found, code, sentence) => {
    const [problem] = problemsOf(found);
    expect(problem?.code).toBe(code);
    expect(problem?.message).toMatch(/^.+\.$/u);
    expect(problem?.message.startsWith(`${sentence} `)).toBe(true);
  });
});

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
    ['a draft payment of a bill that is in the books', { entry: { ...payment({}), posting: DRAFT } }],
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

function withoutTax(): XeroBooks {
  return books({ facts: { organisation: { ...FACTS.organisation, paysTax: false } } });
}

function asBill(): XeroBooks {
  return { facts: FACTS, connection: connection({ taxDifference: 'bill' }) };
}

function tracking(groups: Record<string, string | false>): XeroBooks {
  return books({ connection: { tracking: groups } });
}

function byId(): AccountingEntry {
  const category = { id: 'c9a1', name: 'Old name', code: '1234', identifier: 'ID-404' };
  return entryOf(sampleItem({ lines: [costLine(12_000, { account: category })] }));
}

function merged(): XeroBooks {
  const into = contact('id-of-survivor', 'ACME Group');
  return books({
    facts: { contacts: [contact(ACME_ID, 'ACME Cloud', { status: 'ARCHIVED', mergedInto: 'id-of-survivor' }), into] },
  });
}

function twins(): XeroBooks {
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
