import {
  startXeroSimulator,
  type HeldDocument,
  type SimulatedLimits,
  type XeroBooks,
} from '@ledgerferry/adapter-xero/simulator';
import { money } from '@ledgerferry/core';
import { DEMO_ACCOUNTS } from './demo-accounts.js';
import type { DemoLedger } from './demo-ledger.js';
import type { HledgerBooks, HledgerTransaction } from './hledger-books.js';

const ACCESS_TOKEN = 'simulated-access-token';

/** Nobody waits for a demo, as one waits for Xero's real minute. */
const LIMITS = { perMinute: 100_000, perDay: 1_000_000, concurrent: 5 };
const SIMULATED_LIMITS: Partial<SimulatedLimits> = { ...LIMITS, perMinuteOfApp: 1_000_000 };

/** Xero keeps two decimals in every currency. */
const DECIMALS = 2;

/** A simulated Xero. A bank account there has one currency, so money in transit has one for each. */
export const xeroDemo: DemoLedger = {
  adapter: '@ledgerferry/adapter-xero',
  accounts: { ...DEMO_ACCOUNTS, contra: { EUR: '55990', DKK: '55991', GBP: '55993', SEK: '55994' } },
  ledger: 'xero-books.journal',
  receipts: null,
  async start() {
    const simulator = await startXeroSimulator({ accessToken: ACCESS_TOKEN, limits: SIMULATED_LIMITS });
    const { baseUrl, connectionsUrl, books } = simulator;
    return {
      connection: {
        baseUrl,
        connectionsUrl,
        tenantId: books.tenantId,
        auth: { accessToken: ACCESS_TOKEN },
        // what was sent here either took effect or never will
        limits: { ...LIMITS, lingerMs: 0 },
      },
      books: () => toHledger(books),
      close: () => simulator.close(),
    };
  },
};

function toHledger(books: XeroBooks): HledgerBooks {
  const contactOf = contactsOf(books);
  const receipts = Map.groupBy(books.attachments, ({ documentId }) => documentId);
  const tell = ({ id, kind, date, state, status, reference, currency }: HeldDocument): HledgerTransaction => ({
    date,
    isDraft: state === 'draft',
    payee: contactOf(id),
    note: kind,
    tags: { reference, status, receipts: String(receipts.get(id)?.length ?? 0) },
    postings: books.postings(id).map(({ account, amount }) => ({ account, amount: money(currency, amount, DECIMALS) })),
  });
  return {
    title:
      'What the simulated Xero held at the end of the demo. Debits are positive; each document is in its own currency.',
    accountNames: new Map(books.accounts.map(({ id, code, name }) => [code ?? id, name])),
    transactions: books
      .documents()
      .filter(({ state }) => state !== 'voided')
      .map(tell),
  };
}

/** Names whom a document is with; for a payment, whom the document that it pays is with. */
function contactsOf(books: XeroBooks): (documentId: string) => string | null {
  const names = new Map(books.contacts.map(({ id, name }) => [id, name]));
  const withContact = [...books.bankTransactions, ...books.invoices, ...books.creditNotes];
  const contacts = new Map(withContact.map(({ id, contactId }) => [id, names.get(contactId)]));
  return (documentId) => contacts.get(documentId) ?? contacts.get(books.links(documentId)[0] ?? '') ?? null;
}
