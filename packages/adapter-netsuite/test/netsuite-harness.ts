import { currencyExponent, money, type AccountingEntry } from '@ledgerferry/core';
import {
  buildAccount,
  buildAccountingEntry,
  buildEntryLine,
  buildPayableEntry,
  type AdapterHarness,
  type LedgerDocument,
} from '@ledgerferry/testkit';
import { VISIBILITY_MS } from '../src/netsuite-capabilities.js';
import { RECORD_NAMES } from '../src/plan/netsuite-record.js';
import type { BookedTransaction, NetsuiteSimulatorOptions } from '../src/simulator/index.js';
import { APP, createNoCredentials, startNetsuite, TOKEN } from './netsuite-fixture.js';

/** How NetSuite and the settings of the adapter depart from the usual. */
export interface HarnessOptions {
  readonly simulated?: NetsuiteSimulatorOptions;
  readonly settings?: object;
}

/** The adapter over a simulated NetSuite: a subsidiary, signed in to by certificate, with our RESTlet. The clock makes nobody wait. */
export async function createNetsuiteHarness({ simulated, settings }: HarnessOptions = {}): Promise<AdapterHarness> {
  const netsuite = await startNetsuite(simulated);
  const { simulator, clock } = netsuite;
  const { books } = simulator;
  return {
    adapter: netsuite.open(settings),
    reopen: () => netsuite.open(settings),
    ledger: {
      documents: () => books.transactions.map(asDocument),
      attachments: () =>
        books.attachments.map(({ fileId, fileName, transactionId, byteLength }) => ({
          externalId: fileId,
          fileName,
          documentId: transactionId,
          byteLength,
        })),
      postings: (externalId) =>
        books.postings(externalId).map(({ account, amount }) => ({ account, minorUnits: amount })),
      links: (externalId) => books.links(externalId),
    },
    buildEntry: (overrides) => buildAccountingEntry({ ...walletOf(overrides), ...overrides }),
    buildPayable: (overrides) => buildPayableEntry({ ...draftOf(overrides), ...overrides }),
    // the facts say that it may be used; then a person makes it inactive
    buildRefused: (overrides) => {
      books.deactivateAccount('3655');
      const lines = [buildEntryLine({ account: buildAccount('category', '3655', 'Books') })];
      return buildAccountingEntry({ lines, ...overrides });
    },
    currencies: ['JPY'],
    disconnect: () => simulator.disconnect(),
    settle: () => clock.leap(VISIBILITY_MS),
    secrets: SECRETS,
    close: () => simulator.close(),
    loseNextAnswer: () => simulator.loseNextAnswer(),
    throttleNextWrite: () => {
      simulator.throttleNextWrite();
      return null;
    },
    revokeAccess: () => simulator.revokeAccess(),
    openWithoutBudget: async () => {
      // a store of its own is a process of its own; its one place is taken by a look-up that is under way
      const adapter = netsuite.open({ ...settings, limits: { concurrent: 1 } }, { credentials: createNoCredentials() });
      await adapter.checkReadiness();
      void adapter.loadReferenceData().catch(() => undefined);
      return adapter;
    },
    mostCallsAtOnce: () => simulator.mostRequestsAtOnce,
    voidDocument: (externalId) => books.voidTransaction(externalId),
    deleteDocument: (externalId) => books.deleteTransaction(externalId),
    changeTotal: (externalId, { minorUnits }) => books.changeTotal(externalId, minorUnits),
    moveToDay: (externalId, date) => books.moveToDay(externalId, date),
  };
}

const SECRETS = [
  APP.privateKey,
  ...APP.privateKey.split('\n').filter((line) => /^[\w+/=]{20,}$/.test(line)),
  TOKEN.consumerSecret,
  TOKEN.tokenSecret,
];

const RECORD_TYPES = new Map(Object.entries(RECORD_NAMES).map(([recordType, name]) => [name, recordType]));

function asDocument({
  id,
  recordType,
  externalId,
  state,
  date,
  currency,
  total,
  lines,
}: BookedTransaction): LedgerDocument {
  return {
    reference: externalId ?? '',
    externalId: id,
    recordType: RECORD_TYPES.get(recordType) ?? recordType,
    state,
    summary: {
      date,
      total: money(currency, total, currencyExponent(currency) ?? 2),
      accounts: lines.map(({ account }) => account),
    },
  };
}

function walletOf({ amount }: Partial<AccountingEntry>): Partial<AccountingEntry> {
  return amount?.currency === 'JPY' ? { settlement: buildAccount('wallet', '55050', 'Pleo JPY Account') } : {};
}

/** A bill that is paid at once is approved, as NetSuite demands; one that waits as a draft is not paid. */
function draftOf({ posting }: Partial<AccountingEntry>): Partial<AccountingEntry> {
  if (posting !== 'draft') return {};
  return { kind: 'bill', itemType: 'invoice', payable: null, settlement: buildAccount('payable', '63000') };
}
