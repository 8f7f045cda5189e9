import type { NetsuiteApi } from '../api/netsuite-api.js';
import { netsuiteError } from '../errors/netsuite-errors.js';
import type { AccountSetup } from './account-setup.js';
import { closedThrough, type ClosingSettings } from './closed-through.js';
import type { NetsuiteFacts } from './netsuite-facts.js';
import { readAccounts } from './read-accounts.js';
import { readCalendar } from './read-calendar.js';
import { readDimensions } from './read-dimensions.js';
import { readEmployees } from './read-employees.js';
import { readTaxCodes } from './read-tax-codes.js';
import { readVendors } from './read-vendors.js';

/** What the facts are read with. */
interface Reading {
  readonly api: NetsuiteApi;
  readonly connection: ClosingSettings;
  readonly setup: AccountSetup;
}

/** Reads what rules and plans need, side by side. What only adorns an entry may be missing: the log says so. */
export async function loadFacts({ api, connection, setup }: Reading): Promise<NetsuiteFacts> {
  const [accounts, periods, dimensions, vendors, employees, taxCodes] = await Promise.all([
    readAccounts(api, setup),
    readCalendar(api, setup),
    readDimensions(api, setup),
    readVendors(api, setup),
    readEmployees(api, setup),
    readTaxCodes(api, setup),
  ]);
  if (vendors === null && connection.payables === 'vendor-bill') throw vendorsNeeded();
  return {
    closedThrough: periods && closedThrough(periods, connection),
    subsidiary: setup.subsidiary?.id ?? null,
    subsidiaries: setup.subsidiaries,
    currencies: setup.currencies,
    accounts,
    dimensions,
    vendors: vendors ?? [],
    employees: employees ?? [],
    taxCodes: taxCodes ?? [],
    periods,
    writable: setup.writable,
  };
}

function vendorsNeeded() {
  return netsuiteError(
    'NETSUITE_LIST_NOT_SHOWN',
    'connection.payables is "vendor-bill", and the role that Ledgerferry signs in with may not see vendors: it needs Lists: Vendors.',
  );
}
