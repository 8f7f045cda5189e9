import type { OrganisationSeed } from '../organisation/organisation-seed.js';
import type { Books } from './books.js';
import { Changes } from './changes.js';
import { accountOf, contactOf, trackingCategoryOf } from './seeded-records.js';
import { Table } from './table.js';

/** Opens the books of an organisation as its seed describes it. */
export function openBooks(
  seed: OrganisationSeed,
  { now, newId, visibilityMs }: { now: () => number; newId: () => string; visibilityMs: number },
): Books {
  const changes = new Changes();
  const eventual = { changes, now, visibilityMs };
  const immediate = { changes, now, visibilityMs: 0 };
  const books: Books = {
    seed,
    organisationId: newId(),
    now,
    newId,
    changes,
    lockDates: { period: seed.periodLockDate ?? null, endOfYear: seed.endOfYearLockDate ?? null },
    accounts: new Table(immediate),
    trackingCategories: new Table(immediate),
    contacts: new Table(eventual),
    bankTransactions: new Table(eventual),
    invoices: new Table(eventual),
    creditNotes: new Table(eventual),
    payments: new Table(eventual),
    paymentIds: new Map(),
    bankTransfers: new Table(eventual),
    manualJournals: new Table(eventual),
    attachments: new Map(),
  };
  for (const account of seed.accounts) books.accounts.seed(accountOf(account, books));
  for (const category of seed.trackingCategories) books.trackingCategories.seed(trackingCategoryOf(category, books));
  for (const contact of seed.contacts) books.contacts.seed(contactOf(contact, books));
  return books;
}
