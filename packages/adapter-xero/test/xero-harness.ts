import { currencyExponent, documentReference, money, type AccountingEntry, type Money } from '@ledgerferry/core';
import {
  buildAccount,
  buildAccountingEntry,
  buildEntryLine,
  buildPayableEntry,
  type AdapterHarness,
} from '@ledgerferry/testkit';
import { normalizedContactName } from '../src/reference-data/match-contact.js';
import type { HeldContact, HeldDocument, Hundredths } from '../src/simulator/index.js';
import { xeroCapabilities } from '../src/xero-capabilities.js';
import { xeroConnectionSchema } from '../src/xero-connection.js';
import { APP, ORGANISATION_WITH_YEN, startXero } from './xero-fixture.js';

const VISIBILITY_MS = 4_000;
/** What Xero shows where the suite names any payable account. */
const payable = buildAccount('payable', '800', 'Accounts Payable');

/** The adapter over a simulated Xero, signed in as an app; lists lag behind, and the clock makes nobody wait. */
export async function createXeroHarness(): Promise<AdapterHarness> {
  const xero = await startXero({ organisations: [ORGANISATION_WITH_YEN], visibilityMs: VISIBILITY_MS });
  const { simulator, clock, credentials } = xero;
  const { books } = simulator;
  return {
    adapter: xero.open(),
    reopen: () => xero.open(),
    ledger: {
      documents: () => [
        ...books.documents().map(({ kind, id, state, reference, ...held }) => ({
          reference: /\(([^()]+)\)$/.exec(reference)?.[1] ?? reference,
          externalId: id,
          recordType: kind,
          state,
          summary: { date: held.date, total: totalOf(held), accounts: held.accounts },
        })),
        ...books.contacts.map(contactAsDocument),
      ],
      attachments: () =>
        books.attachments.map(({ id, fileName, documentId, byteLength }) => ({
          externalId: id,
          fileName,
          documentId,
          byteLength,
        })),
      postings: (externalId) =>
        books.postings(externalId).map(({ account, amount }) => ({ account, minorUnits: amount })),
      links: (externalId) => books.links(externalId),
    },
    buildEntry: (overrides) => buildAccountingEntry({ ...walletOf(overrides), ...overrides }),
    buildPayable: (overrides) => buildPayableEntry({ payable, ...draftOf(overrides), ...overrides }),
    // the facts say that it may be used; then a person archives it
    buildRefused: (overrides) => {
      books.archiveAccount('3655');
      const lines = [buildEntryLine({ account: buildAccount('category', '3655', 'Books') })];
      return buildAccountingEntry({ lines, ...overrides });
    },
    currencies: ['JPY'],
    disconnect: () => simulator.disconnect(),
    settle: () => clock.leap(VISIBILITY_MS),
    secrets: [APP.clientSecret, APP.refreshToken, btoa(`${APP.clientId}:${APP.clientSecret}`)],
    close: () => simulator.close(),
    loseNextAnswer: () => simulator.loseNextAnswer(),
    throttleNextWrite: (retryAfterMs) => {
      simulator.throttleNextWrite(retryAfterMs / 1_000);
      return retryAfterMs;
    },
    revokeAccess: () => simulator.revokeTokens(),
    openWithoutBudget: async () => {
      // a store of its own is a process of its own: nobody shares its budget
      const adapter = xero.open({ limits: { perMinute: 1 } }, { ...credentials });
      await adapter.checkReadiness();
      return adapter;
    },
    mostCallsAtOnce: () => simulator.mostRequestsAtOnce,
    voidDocument: (externalId) => books.voidDocument(externalId),
    changeTotal: (externalId, { minorUnits }) => books.changeTotal(externalId, minorUnits),
    moveToDay: (externalId, date) => books.moveToDay(externalId, date),
    overwriteReference: (externalId, text) => books.overwriteReference(externalId, text),
  };
}

function walletOf({ amount }: Partial<AccountingEntry>): Partial<AccountingEntry> {
  return amount?.currency === 'JPY' ? { settlement: buildAccount('wallet', '55050', 'Pleo JPY Account') } : {};
}

/** A bill that is paid at once is approved, as Xero demands; one that waits as a draft is not paid. */
function draftOf({ posting }: Partial<AccountingEntry>): Partial<AccountingEntry> {
  return posting === 'draft' ? { kind: 'bill', itemType: 'invoice', payable: null, settlement: payable } : {};
}

const { reference } = xeroCapabilities(xeroConnectionSchema.parse({ auth: { accessToken: 'none' } }));

function contactAsDocument({ id, name }: HeldContact) {
  const key = `prerequisite/contact/${normalizedContactName(name)}`;
  const named = { reference: documentReference(key, reference), externalId: id };
  return { ...named, recordType: 'contact', state: 'live' as const, summary: null };
}

function totalOf({ total, currency }: Pick<HeldDocument, 'total' | 'currency'>): Money {
  return money(currency, minorUnitsOf(total, currency), currencyExponent(currency) ?? 2);
}

function minorUnitsOf(hundredths: Hundredths, currency: string): number {
  return currencyExponent(currency) === 0 ? hundredths / 100 : hundredths;
}
