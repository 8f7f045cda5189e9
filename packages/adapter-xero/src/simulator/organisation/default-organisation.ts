import { DEFAULT_ACCOUNTS } from './default-accounts.js';
import { DEFAULT_TAX_RATES } from './default-tax-rates.js';
import type { OrganisationSeed } from './organisation-seed.js';

/**
 * An organisation in which a job of the Pleo simulator can be booked: the accounts that Ledgerferry's demo names, the categories, tax
 * codes and tags of generated jobs, euro as base currency, the others enabled. `overrides` replace whole fields.
 */
export function defaultOrganisation(overrides: Partial<OrganisationSeed> = {}): OrganisationSeed {
  return {
    tenantId: '70784a63-d24b-46a9-a4db-0e70a274b056',
    name: 'Havnegade Kaffe ApS',
    shortCode: '!hK4ff',
    baseCurrency: 'EUR',
    countryCode: 'DK',
    version: 'GLOBAL',
    paysTax: true,
    timezone: 'ROMANCESTANDARDTIME',
    ianaTimeZone: 'Europe/Copenhagen',
    accounts: DEFAULT_ACCOUNTS,
    taxRates: DEFAULT_TAX_RATES,
    trackingCategories: [
      { name: 'DEPARTMENT', options: ['ENG', 'SAL', 'FIN', 'MKT'] },
      { name: 'PROJECT', options: ['P-1001', 'P-1002', 'Ø-17', 'Q3|LAUNCH'] },
      { name: 'Region', options: ['North', 'South'], archived: true },
    ],
    currencies: [
      { code: 'EUR', description: 'Euro', rate: '1' },
      { code: 'DKK', description: 'Danish Krone', rate: '7.46' },
      { code: 'GBP', description: 'British Pound', rate: '0.86' },
      { code: 'SEK', description: 'Swedish Krona', rate: '11.05' },
    ],
    contacts: [],
    ...overrides,
  };
}
