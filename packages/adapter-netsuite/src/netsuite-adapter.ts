import type { AccountingAdapter } from '@ledgerferry/core';
import { openAccount, type NetsuiteDependencies } from './api/open-account.js';
import { attachReceipt, findReceipts } from './attach/attach-receipt.js';
import { restletWarnings } from './attach/restlet-warnings.js';
import { findDocuments } from './find/find-documents.js';
import { probeTransactions } from './find/read-transactions.js';
import { netsuiteCapabilities } from './netsuite-capabilities.js';
import { planNetsuiteEntry } from './plan/plan-entry.js';
import { postRecords } from './post/post-records.js';
import { readAccountSetup, type AccountSetup } from './reference-data/account-setup.js';
import { createCurrencyBook } from './reference-data/currency-book.js';
import { loadFacts } from './reference-data/load-facts.js';
import type { NetsuiteFacts } from './reference-data/netsuite-facts.js';
import { netsuiteRules } from './rules/netsuite-rules.js';
import { setupWarnings } from './setup-warnings.js';

/** Posts to a NetSuite account, or to one of its subsidiaries: journals; bills, credits and payments where the settings want them. */
export function createNetsuiteAdapter(dependencies: NetsuiteDependencies): AccountingAdapter<NetsuiteFacts> {
  const { connection } = dependencies;
  const { accountId } = connection;
  const { api, restlet } = openAccount(dependencies);
  const currencyBook = createCurrencyBook(api);
  const readSetup = () => readAccountSetup({ api, currencyBook, connection });
  // read by a check and not used yet: a job begins with one, and need not ask twice
  let fresh: AccountSetup | undefined;

  return {
    capabilities: netsuiteCapabilities(connection),
    checkReadiness: async () => {
      fresh = undefined;
      const setup = await readSetup();
      const [warnings] = await Promise.all([restletWarnings(restlet), probeTransactions(api)]);
      fresh = setup;
      return { ...tenantOf(accountId, setup), warnings: [...setupWarnings(connection, setup), ...warnings] };
    },
    loadReferenceData: async () => {
      const setup = fresh ?? (await readSetup());
      fresh = undefined;
      return loadFacts({ api, connection, setup });
    },
    rules: (facts) => netsuiteRules(facts, connection),
    plan: (entry, facts) => planNetsuiteEntry(entry, facts, connection),
    find: (queries) => findDocuments(queries, { api, currencyBook, accountId }),
    post: (call) => postRecords(call, { api, accountId }),
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
