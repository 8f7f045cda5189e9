import type { LedgerAccountSeed } from './netsuite-account.js';

/**
 * Accounts of Ledgerferry's demo (a wallet per currency, money in transit, payables, what employees are owed and owe), categories and tax
 * accounts of the Pleo simulator, and some that refuse: a sum, an inactive one, one of a single subsidiary, one that does not post.
 */
export const DEFAULT_CHART: readonly LedgerAccountSeed[] = [
  { number: '55010', name: 'Pleo DKK Account', type: 'Bank', currency: 'DKK', externalId: 'gl-55010' },
  { number: '55020', name: 'Pleo EUR Account', type: 'Bank', currency: 'EUR', externalId: 'gl-55020' },
  { number: '55030', name: 'Pleo GBP Account', type: 'Bank', currency: 'GBP', externalId: 'gl-55030' },
  { number: '55040', name: 'Pleo SEK Account', type: 'Bank', currency: 'SEK', externalId: 'gl-55040' },
  { number: '55990', name: 'Money in transit', type: 'OthCurrAsset' },
  { number: null, name: 'House bank', type: 'Bank' },
  { number: '63000', name: 'Pleo payables', type: 'AcctPay' },
  { number: '63001', name: 'Accounts payable', type: 'AcctPay' },
  { number: '63040', name: 'Owed to employees', type: 'OthCurrLiab' },
  { number: '63050', name: 'Owed by employees', type: 'OthCurrAsset' },
  { number: '66100', name: 'VAT on purchases', type: 'OthCurrLiab' },
  { number: '66200', name: 'VAT on acquisitions', type: 'OthCurrLiab' },
  { number: '2700', name: 'Operating expenses', type: 'Expense', isSummary: true },
  { number: '2750', name: 'Meals & entertainment', type: 'Expense', parent: '2700' },
  { number: '2770', name: 'Travel', type: 'Expense', parent: '2700' },
  { number: '2780', name: 'Hotels', type: 'Expense', parent: '2700', externalId: 'gl-2780' },
  { number: '2790', name: 'Mileage and per diem', type: 'Expense', parent: '2700' },
  { number: '2830', name: 'Advertising', type: 'Expense', parent: '2700' },
  { number: '3410', name: 'Premises', type: 'Expense' },
  { number: '3600', name: 'Small equipment', type: 'Expense', externalId: 'gl-3600' },
  { number: '3620', name: 'Software', type: 'Expense', externalId: 'gl-3620' },
  { number: '3655', name: 'Books', type: 'Expense' },
  { number: '4310', name: 'Bank and card fees', type: 'Expense' },
  { number: '4380', name: 'Other income: cashback', type: 'OthIncome', externalId: 'gl-4380' },
  { number: '5830', name: 'Petty cash', type: 'OthCurrAsset' },
  { number: '2999', name: 'Entertainment until 2024', type: 'Expense', isInactive: true },
  { number: '3999', name: 'Freight within Sweden', type: 'Expense', subsidiaries: ['Norrsken Möbler AB'] },
  { number: '9000', name: 'Head count', type: 'Stat' },
];
