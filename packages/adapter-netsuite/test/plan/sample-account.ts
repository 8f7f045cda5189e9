import { defaultAccount } from '../../src/simulator/index.js';

/** The account of the samples, in a NetSuite that checks lines, sides, totals and properties by code of its own. */
export const SAMPLE_ACCOUNT = defaultAccount({
  subsidiaries: [
    { name: 'Example Ltd', currency: 'EUR', country: 'IE' },
    { name: 'Exempel AB', parent: 'Example Ltd', currency: 'SEK', country: 'SE' },
  ],
  accounts: [
    { number: '55010', name: 'Pleo EUR', type: 'Bank', currency: 'EUR' },
    { number: '55020', name: 'Pleo SEK', type: 'Bank', currency: 'SEK' },
    { number: '55990', name: 'Money in transit', type: 'OthCurrAsset' },
    { number: '63000', name: 'Accounts payable', type: 'AcctPay' },
    { number: '63040', name: 'Owed to employees', type: 'OthCurrLiab' },
    { number: '63050', name: 'Owed by employees', type: 'OthCurrAsset' },
    { number: '63060', name: 'Payroll', type: 'OthCurrLiab' },
    { number: '66100', name: 'VAT on purchases', type: 'OthCurrLiab' },
    { number: '66200', name: 'VAT on acquisitions', type: 'OthCurrLiab' },
    { number: '3620', name: 'Software', type: 'Expense' },
    { number: '2770', name: 'Travel', type: 'Expense' },
    { number: '2999', name: 'Old costs', type: 'Expense', isInactive: true },
    { number: '3999', name: 'Freight within Sweden', type: 'Expense', subsidiaries: ['Exempel AB'] },
  ],
  departments: [{ name: 'Sales' }],
  locations: [{ name: '42' }],
  segments: [{ scriptId: 'cseg_project', name: 'Project', values: [{ name: 'Apollo' }] }],
  vendors: [
    { entityId: 'V-ACME', companyName: 'ACME Cloud' },
    { entityId: 'V-TWIN-1', companyName: 'Twin' },
    { entityId: 'V-TWIN-2', companyName: 'Twin' },
  ],
  employees: [{ entityId: 'E-1', firstName: 'Mia', lastName: 'Holm' }],
  taxCodes: [{ name: 'I20', rate: '20', taxAccount: '66100' }],
  approvals: { journals: 'on', bills: 'on' },
});
