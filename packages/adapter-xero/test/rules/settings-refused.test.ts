import { money, type AccountingEntry } from '@ledgerferry/core';
import { describe, expect, test } from 'vitest';
import { books, entryOf, settings } from '../plan/sample-books.js';
import { costLine, includedTax, sampleItem } from '../plan/sample-item.js';
import { inPounds, onBank, onPayroll, purchaseOn, tagged, taxed, reportedOf, type Refused } from './rule-cases.js';

const inYen = (minorUnits: number) => money('JPY', minorUnits, 0);
const entryInYen: AccountingEntry = {
  ...entryOf(sampleItem({ type: 'invoice' })),
  amount: inYen(1_200),
  lines: entryOf(sampleItem()).lines.map((line) => ({ ...line, gross: inYen(1_200), net: inYen(1_200), tax: null })),
};

const REFUSED: readonly Refused[] = [
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
];

describe('before the first write, the rules refuse', () => {
  test.each(REFUSED)('%s', (_name, found, code, sentence) => {
    expect(reportedOf(found, sentence)).toEqual({ code, found: sentence });
  });
});
