import { DEFAULT_CHART } from './default-chart.js';
import { DEFAULT_EMPLOYEES, DEFAULT_VENDORS } from './default-entities.js';
import { periodsOfYear } from './default-periods.js';
import type { NetsuiteAccount, TaxCodeSeed } from './netsuite-account.js';

/** Every percentage of the Pleo simulator's four companies. */
const PERCENTAGES = ['25', '20', '19', '12', '7', '6', '5'];

/** Tag codes of the Pleo simulator. */
const PROJECTS = ['P-1001', 'P-1002', 'Ø-17', 'Q3|LAUNCH'];

/**
 * An account in which a job of the Pleo simulator can be booked: OneWorld with two subsidiaries, the accounts that Ledgerferry's demo names,
 * the categories, tax codes, tags, vendors and people of generated jobs, 2025 closed, 2026 and 2027 open. `overrides` replace whole fields.
 */
export function defaultAccount(overrides: Partial<NetsuiteAccount> = {}): NetsuiteAccount {
  return {
    accountId: '1234567_SB1',
    baseCurrency: 'DKK',
    subsidiaries: [
      { name: 'Havnegade Kaffe ApS', currency: 'DKK', country: 'DK' },
      { name: 'Norrsken Möbler AB', parent: 'Havnegade Kaffe ApS', currency: 'SEK', country: 'SE' },
    ],
    currencies: [
      { symbol: 'DKK', name: 'Danish Krone', worth: '1' },
      { symbol: 'EUR', name: 'Euro', worth: '7.46' },
      { symbol: 'GBP', name: 'British Pound', worth: '8.67' },
      { symbol: 'SEK', name: 'Swedish Krona', worth: '0.675' },
      { symbol: 'USD', name: 'US Dollar', worth: '6.88' },
      { symbol: 'JPY', name: 'Yen', precision: 0, worth: '0.046' },
      { symbol: 'NOK', name: 'Norwegian Krone', worth: '0.63', isInactive: true },
    ],
    accounts: DEFAULT_CHART,
    departments: [
      { name: 'ENG' },
      { name: 'SAL' },
      { name: 'FIN' },
      { name: 'MKT' },
      { name: 'Warehouse Umeå', subsidiaries: ['Norrsken Möbler AB'] },
      { name: 'Closed desk', isInactive: true },
    ],
    classes: PROJECTS.map((name) => ({ name })),
    locations: [{ name: 'Copenhagen' }, { name: 'Umeå', subsidiaries: ['Norrsken Möbler AB'] }],
    segments: [{ scriptId: 'cseg_project', name: 'Project', values: PROJECTS.map((name) => ({ name })) }],
    bodyFields: [{ scriptId: 'custbody_pleo_link', label: 'Pleo', maxLength: 300 }],
    columnFields: [{ scriptId: 'custcol_pleo_note', label: 'Pleo note', maxLength: 300 }],
    vendors: DEFAULT_VENDORS,
    employees: DEFAULT_EMPLOYEES,
    tax: 'legacy',
    taxCodes: [
      ...PERCENTAGES.flatMap((rate): TaxCodeSeed[] => [
        { name: `I${rate}`, rate, taxAccount: '66100' },
        { name: `E${rate}`, rate, taxAccount: '66100' },
        { name: `RC${rate}`, rate, taxAccount: '66200' },
      ]),
      { name: 'OLD', rate: '22', taxAccount: '66100', isInactive: true },
    ],
    periods: [...periodsOfYear(2025, 'closed'), ...periodsOfYear(2026, 'open'), ...periodsOfYear(2027, 'open')],
    folders: ['Pleo receipts'],
    approvals: { journals: 'off', bills: 'hidden' },
    mandatory: [],
    overridesLocks: false,
    closedDates: 'refused',
    features: { multipleCurrencies: true, accountingPeriods: true },
    dateFormat: 'M/D/YYYY',
    ...overrides,
  };
}
