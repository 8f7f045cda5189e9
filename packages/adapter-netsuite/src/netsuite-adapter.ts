import type { AccountingAdapter } from '@ledgerferry/core';
import { openAccount, type NetsuiteDependencies } from './api/open-account.js';
import { attachReceipt, findReceipts } from './attach/attach-receipt.js';
import { findDocuments } from './find/find-documents.js';
import { netsuiteCapabilities } from './netsuite-capabilities.js';
import { planNetsuiteEntry } from './plan/plan-entry.js';
import { postRecords } from './post/post-records.js';
import { readAccountSetup, type AccountSetup } from './reference-data/account-setup.js';
import { createCurrencyBook } from './reference-data/currency-book.js';
import { loadFacts } from './reference-data/load-facts.js';
import type { NetsuiteFacts } from './reference-data/netsuite-facts.js';
import { netsuiteRules } from './rules/netsuite-rules.js';

const WITHOUT_RESTLET =
  'connection.restlet is not set: entries carry the link to Pleo, and receipts are not uploaded to NetSuite.';

/** Posts to a NetSuite account, or to one of its subsidiaries: journals; bills, credits and payments where the settings want them. */
export function createNetsuiteAdapter(dependencies: NetsuiteDependencies): AccountingAdapter<NetsuiteFacts> {
  const { connection, clock } = dependencies;
  const { accountId } = connection;
  const { api, restlet } = openAccount(dependencies);
  const currencyBook = createCurrencyBook(api);
  // read by a check and not used yet: a job begins with one, and need not ask twice
  let fresh: AccountSetup | undefined;

  return {
    capabilities: netsuiteCapabilities(connection),
    checkReadiness: async () => {
      fresh = undefined;
      fresh = await readAccountSetup(api, connection);
      return { ...tenantOf(accountId, fresh), warnings: restlet ? [] : [WITHOUT_RESTLET] };
    },
    loadReferenceData: async () => {
      const setup = fresh ?? (await readAccountSetup(api, connection));
      fresh = undefined;
      return loadFacts({ api, currencyBook, connection, setup });
    },
    rules: (facts) => netsuiteRules(facts, connection),
    plan: (entry, facts) => planNetsuiteEntry(entry, facts, connection),
    find: (queries) => findDocuments(queries, { api, currencyBook, accountId }),
    post: (call) => postRecords(call, { api, accountId, wait: (ms) => clock.sleep(ms) }),
    attach: (call) => attachReceipt(call, restlet),
    findAttachments: (target) => findReceipts(target, restlet),
  };
}

/** Companies that post to different subsidiaries of one account are different tenants. */
function tenantOf(accountId: string, { subsidiary }: AccountSetup): { readonly tenant: string; readonly name: string } {
  const account = accountId.toUpperCase();
  if (subsidiary === null) return { tenant: account, name: `NetSuite ${account}` };
  return { tenant: `${account}/${subsidiary.id}`, name: `${subsidiary.name} (NetSuite ${account})` };
}
