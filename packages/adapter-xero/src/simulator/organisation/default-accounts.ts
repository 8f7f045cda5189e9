import type { AccountSeed } from './organisation-seed.js';

/**
 * Accounts of Ledgerferry's demo (a wallet per currency, money in transit, what employees are owed and owe), categories of the Pleo
 * simulator, and those that Xero keeps for itself. A bank account has one currency, so money in transit has one account each.
 */
export const DEFAULT_ACCOUNTS: readonly AccountSeed[] = [
  { code: '55010', name: 'Pleo DKK Account', type: 'BANK', currency: 'DKK' },
  { code: '55020', name: 'Pleo EUR Account', type: 'BANK', currency: 'EUR' },
  { code: '55030', name: 'Pleo GBP Account', type: 'BANK', currency: 'GBP' },
  { code: '55040', name: 'Pleo SEK Account', type: 'BANK', currency: 'SEK' },
  { code: '55990', name: 'Money in transit', type: 'BANK' },
  { code: '55991', name: 'Money in transit DKK', type: 'BANK', currency: 'DKK' },
  { code: '55993', name: 'Money in transit GBP', type: 'BANK', currency: 'GBP' },
  { code: '55994', name: 'Money in transit SEK', type: 'BANK', currency: 'SEK' },
  { code: null, name: 'House bank', type: 'BANK' },
  { code: '63000', name: 'Pleo payables', type: 'CURRLIAB' },
  { code: '63040', name: 'Owed to employees', type: 'CURRLIAB', takesPayments: true },
  { code: '63050', name: 'Owed by employees', type: 'CURRENT' },
  { code: '2750', name: 'Meals & entertainment', type: 'EXPENSE' },
  { code: '2770', name: 'Travel', type: 'EXPENSE' },
  { code: '2780', name: 'Hotels', type: 'EXPENSE' },
  { code: '2790', name: 'Mileage and per diem', type: 'EXPENSE' },
  { code: '2830', name: 'Advertising', type: 'EXPENSE' },
  { code: '3410', name: 'Premises', type: 'OVERHEADS' },
  { code: '3600', name: 'Small equipment', type: 'EXPENSE' },
  { code: '3620', name: 'Software', type: 'EXPENSE' },
  { code: '3655', name: 'Books', type: 'EXPENSE' },
  { code: '4310', name: 'Bank and card fees', type: 'EXPENSE' },
  { code: '4380', name: 'Other income: cashback', type: 'OTHERINCOME' },
  { code: '5830', name: 'Petty cash', type: 'CURRENT' },
  { code: '1000', name: 'Sales', type: 'REVENUE', taxType: 'OUTPUT' },
  { code: '2999', name: 'Entertainment until 2024', type: 'EXPENSE', archived: true },
  { code: '610', name: 'Accounts Receivable', type: 'CURRENT', systemAccount: 'DEBTORS' },
  { code: '800', name: 'Accounts Payable', type: 'CURRLIAB', systemAccount: 'CREDITORS' },
  { code: '820', name: 'VAT', type: 'CURRLIAB', systemAccount: 'GST' },
  { code: '860', name: 'Rounding', type: 'CURRLIAB', systemAccount: 'ROUNDING' },
  { code: '960', name: 'Retained Earnings', type: 'EQUITY', systemAccount: 'RETAINEDEARNINGS' },
];
