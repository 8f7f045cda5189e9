import {
  defaultAccount,
  startNetsuiteSimulator,
  type BookedTransaction,
  type NetsuiteAccount,
  type NetsuiteBooks,
} from '@ledgerferry/adapter-netsuite/simulator';
import { currencyExponent, money, normalizedName } from '@ledgerferry/core';
import type { GeneratedExportJob } from '@ledgerferry/pleo-simulator';
import { DEMO_ACCOUNTS } from './demo-accounts.js';
import type { DemoLedger } from './demo-ledger.js';
import type { HledgerBooks, HledgerTransaction } from './hledger-books.js';

const TOKEN = {
  consumerKey: 'simulated-consumer',
  consumerSecret: 'simulated-consumer-secret',
  tokenId: 'simulated-token',
  tokenSecret: 'simulated-token-secret',
};

/** A simulated NetSuite with our RESTlet installed. Every entry becomes a journal, as where nothing else is set. */
export const netsuiteDemo: DemoLedger = {
  adapter: '@ledgerferry/adapter-netsuite',
  accounts: DEMO_ACCOUNTS,
  ledger: 'netsuite-books.journal',
  receipts: null,
  async start(job) {
    const account = defaultAccount();
    const vendors = [...account.vendors, ...furtherVendors(job, account)];
    const simulator = await startNetsuiteSimulator({ tokens: [TOKEN], account: { ...account, vendors } });
    const { accountId, baseUrl, restletUrl, books } = simulator;
    return {
      connection: {
        accountId,
        baseUrl,
        auth: TOKEN,
        subsidiary: '1',
        dimensions: { PROJECT: 'cseg_project' },
        linkField: 'custbody_pleo_link',
        restlet: restletUrl,
        // what was sent here either took effect or never will
        limits: { concurrent: 5, lingerMs: 0 },
      },
      books: () => toHledger(books),
      close: () => simulator.close(),
    };
  },
};

/** Whoever the job names and the account does not know yet: what is owed to a vendor without a record is refused. */
function furtherVendors(
  { exportItems }: GeneratedExportJob,
  { vendors }: NetsuiteAccount,
): readonly NetsuiteAccount['vendors'][number][] {
  const known = new Set(vendors.map(({ companyName }) => normalizedName(companyName ?? '')));
  const names = exportItems.flatMap(({ vendor, supplier }) => vendor?.name ?? supplier?.name ?? []);
  const further = new Map(names.map((name) => [normalizedName(name), name]));
  return [...further].flatMap(([key, name]) => (known.has(key) ? [] : { entityId: name, companyName: name }));
}

function toHledger(books: NetsuiteBooks): HledgerBooks {
  const entityNames = new Map([...books.vendors, ...books.employees].map(({ id, name }) => [id, name]));
  const receipts = Map.groupBy(books.attachments, ({ transactionId }) => transactionId);
  const tell = ({
    id,
    recordType,
    externalId,
    state,
    date,
    currency,
    entityId,
    lines,
  }: BookedTransaction): HledgerTransaction => ({
    date,
    isDraft: state === 'draft',
    payee: entityNames.get(entityId ?? lines.find((line) => line.entityId !== null)?.entityId ?? '') ?? null,
    note: recordType,
    tags: { reference: externalId ?? '', status: state, receipts: String(receipts.get(id)?.length ?? 0) },
    postings: books
      .postings(id)
      .map(({ account, amount }) => ({ account, amount: money(currency, amount, currencyExponent(currency) ?? 2) })),
  });
  return {
    title:
      'What the simulated NetSuite held at the end of the demo. Debits are positive; each record is in its own currency.',
    accountNames: new Map(books.accounts.map(({ id, number, name }) => [number ?? id, name])),
    transactions: books.transactions.filter(({ state }) => state !== 'voided').map(tell),
  };
}
