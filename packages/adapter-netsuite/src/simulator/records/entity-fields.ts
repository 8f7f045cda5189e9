import type { NetsuiteAccount } from '../account/netsuite-account.js';
import { flag, readOnly, reference, text, type Fields } from './fields.js';

const NAME = 83;

/** Properties of a vendor. Source: Oracle, REST API Browser: Vendor. */
export function vendorFields(account: NetsuiteAccount): Fields {
  return {
    ...commonFields(account),
    companyName: text('Company Name', NAME),
    legalName: text('Legal Name', NAME),
    isPerson: flag('Individual'),
    currency: reference('Currency', 'currency'),
    payablesAccount: reference('Default Payables Account', 'account'),
    vatRegNumber: text('Tax Reg. Number', 20),
  };
}

/** Properties of an employee. Source: Oracle, REST API Browser: Employee. */
export function employeeFields(account: NetsuiteAccount): Fields {
  return commonFields(account);
}

function commonFields(account: NetsuiteAccount): Fields {
  return {
    id: readOnly('Internal ID'),
    links: readOnly('Links'),
    refName: readOnly('Reference Name'),
    externalId: text('External ID', 255),
    entityId: text('ID', NAME),
    firstName: text('First Name', 32),
    lastName: text('Last Name', 32),
    email: text('Email', 254),
    comments: text('Comments', 4_000),
    isInactive: flag('Inactive'),
    ...(account.subsidiaries.length > 0 ? { subsidiary: reference('Subsidiary', 'subsidiary') } : {}),
  };
}
