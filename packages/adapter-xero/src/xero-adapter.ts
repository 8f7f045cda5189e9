import type { AccountingAdapter, DocumentQuery, Finding } from '@ledgerferry/core';
import { tenantOpener, type XeroDependencies } from './api/open-tenant.js';
import { attachReceipt, findReceipts } from './attach/attach-receipt.js';
import { findContacts } from './find/find-contacts.js';
import { findDocuments } from './find/find-documents.js';
import { planXeroEntry } from './plan/plan-entry.js';
import { lookForPayments } from './post/look-for-payments.js';
import { postRecords } from './post/post-records.js';
import { createContactBook } from './reference-data/contact-book.js';
import { loadFacts } from './reference-data/load-facts.js';
import { createOrganisationReader } from './reference-data/organisation-reader.js';
import type { XeroFacts } from './reference-data/xero-facts.js';
import { xeroRules } from './rules/xero-rules.js';
import { xeroCapabilities } from './xero-capabilities.js';

/** Source: Xero Accounting API, Bank transactions, Payments, Bank transfers: their status codes know no draft. */
const WITHOUT_DRAFTS =
  'In Xero only bills, credit notes and journals can be drafts: with bookkeeping.posting "draft", bank transactions, payments and transfers are booked finally all the same, and so is a bill that is paid at once.';

/** Posts to an organisation in Xero: bank transactions, bills, credit notes, payments, bank transfers and manual journals. */
export function createXeroAdapter(dependencies: XeroDependencies): AccountingAdapter<XeroFacts> {
  const { connection } = dependencies;
  const open = tenantOpener(dependencies);
  const contacts = createContactBook();
  const organisation = createOrganisationReader();

  async function find(queries: readonly DocumentQuery[]): Promise<readonly Finding[]> {
    const { api } = await open();
    const isContact = ({ document }: DocumentQuery) => document.recordType === 'contact';
    const ofEntries = queries.filter((query) => !isContact(query));
    const found = await Promise.all([
      findDocuments(ofEntries, { api, connection, organisation: organisation.known() }),
      findContacts(queries.filter(isContact), { api, contacts, organisation: organisation.known() }),
    ]);
    return found.flat();
  }

  return {
    capabilities: xeroCapabilities(connection),
    checkReadiness: async () => {
      const { tenantId, api } = await open();
      const { Name } = await organisation.readForCheck(api);
      return { tenant: tenantId, name: Name ?? tenantId, warnings: [WITHOUT_DRAFTS] };
    },
    loadReferenceData: async () => {
      const { tenantId, api } = await open();
      return loadFacts({ tenantId, api, contacts, organisation: await organisation.readForJob(api) });
    },
    rules: (facts) => xeroRules(facts, connection),
    plan: (entry, facts) => planXeroEntry(entry, facts, connection),
    find,
    post: async (call) => {
      const { api } = await open();
      return lookForPayments(call, await postRecords(call, { api, organisation: organisation.known() }), find);
    },
    attach: async (call) => attachReceipt(call, (await open()).api),
    findAttachments: async (target) => findReceipts(target, (await open()).api),
  };
}
