import type {
  AccountClass,
  AccountSeed,
  ContactSeed,
  TrackingCategorySeed,
} from '../organisation/organisation-seed.js';
import type { Books } from './books.js';
import type { HeldAccount, HeldContact, HeldTrackingCategory } from './held-records.js';

/** Class of each account type. Source: Xero Accounting API, Types: Account Types and Account Class Types. */
const CLASSES: Readonly<Record<string, AccountClass>> = {
  BANK: 'ASSET',
  CURRENT: 'ASSET',
  FIXED: 'ASSET',
  INVENTORY: 'ASSET',
  NONCURRENT: 'ASSET',
  PREPAYMENT: 'ASSET',
  EQUITY: 'EQUITY',
  DEPRECIATN: 'EXPENSE',
  DIRECTCOSTS: 'EXPENSE',
  EXPENSE: 'EXPENSE',
  OVERHEADS: 'EXPENSE',
  CURRLIAB: 'LIABILITY',
  LIABILITY: 'LIABILITY',
  TERMLIAB: 'LIABILITY',
  OTHERINCOME: 'REVENUE',
  REVENUE: 'REVENUE',
  SALES: 'REVENUE',
};

export function accountOf(account: AccountSeed, { seed, now, newId }: Books): HeldAccount {
  const accountClass = CLASSES[account.type];
  if (accountClass === undefined) throw new Error(`Account ${account.name}: Xero has no account type ${account.type}.`);
  return {
    id: newId(),
    updatedAt: now(),
    code: account.code,
    name: account.name,
    type: account.type,
    class: accountClass,
    status: account.archived === true ? 'ARCHIVED' : 'ACTIVE',
    currency: account.type === 'BANK' ? (account.currency ?? seed.baseCurrency) : null,
    systemAccount: account.systemAccount ?? null,
    takesPayments: account.takesPayments ?? false,
    taxType: account.taxType ?? 'NONE',
  };
}

export function trackingCategoryOf(category: TrackingCategorySeed, { now, newId }: Books): HeldTrackingCategory {
  return {
    id: newId(),
    updatedAt: now(),
    name: category.name,
    status: category.archived === true ? 'ARCHIVED' : 'ACTIVE',
    options: category.options.map((name) => ({ id: newId(), name, status: 'ACTIVE' })),
  };
}

/** A contact of which only this is known. */
export function contactOf(contact: ContactSeed, { now, newId }: Books): HeldContact {
  return {
    id: newId(),
    updatedAt: now(),
    name: contact.name,
    contactNumber: contact.contactNumber ?? null,
    accountNumber: contact.accountNumber ?? null,
    firstName: null,
    lastName: null,
    companyNumber: null,
    emailAddress: null,
    taxNumber: null,
    status: contact.status ?? 'ACTIVE',
    mergedInto: null,
  };
}
