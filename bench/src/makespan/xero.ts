import { createXeroAdapter, xeroConnectionSchema } from '@ledgerferry/adapter-xero';
import { defaultOrganisation, startXeroSimulator } from '@ledgerferry/adapter-xero/simulator';
import { silentLogger } from '@ledgerferry/core';
import { KNOWN_SUPPLIER, type FarEndKind, type Work } from './far-end.ts';
import type { Stage } from './least-makespan.ts';
import { noCredentials } from './no-credentials.ts';

/** Documents in a call. Source: Xero Accounting API, Requests and responses. */
const BATCH = 50;
/** Source: Xero Accounting API, Pagination. */
const PAGE = 1_000;
/** Organisation, accounts, tax rates, tracking categories, currencies, contacts: one page each. */
const READS = 6;
/** Kinds of documents that the adapter can have booked, each a list of its own. */
const LISTS = 6;
/** How long a call of somebody else may still take effect (60 s) and stay unseen (5 s). */
const SETTLES_IN_MS = 65_000;
const LATENCY_MS = 800;
const ACCESS_TOKEN = 'token-of-the-bench';

const HUNDRED: Work = { items: 100, receipts: 80, newSuppliers: 0, isFirst: false };
const THOUSAND: Work = { items: 1_000, receipts: 800, newSuppliers: 0, isFirst: false };
const SPREAD_OVER_THE_MINUTE = [7_300, 14_600, 21_900, 29_200, 36_500, 43_800, 51_100, 58_400];

/** Xero under its published limits. Source: Xero, OAuth 2.0 API limits. */
export const xero: FarEndKind = {
  name: 'Xero',
  limits: { concurrent: 5, perMinute: 60, perDay: 5_000, latencyMs: LATENCY_MS },
  assumptions: [
    'at most 5 calls in flight, 60 begun in each fixed minute, 5,000 a day; the minute begins at a time of its own, which the least knows and the job does not',
    `every call takes ${LATENCY_MS} ms, whatever it carries; Pleo, the state and the processor take none`,
    `${READS} reads: organisation, accounts, tax rates, tracking categories, currencies, contacts, one page each`,
    `records in calls of ${BATCH}; nothing is recorded before everything is read`,
    'new suppliers: one look at the contacts once the entries are read, then one contact each, in calls of 50; the entries follow the first of these calls',
    'a receipt is a call of its own, after the first call that records entries',
    `the first job of a company: what somebody else may have sent settles for ${SETTLES_IN_MS / 1_000} s, then ${LISTS} lists are read in pages of ${PAGE}`,
  ],
  scenarios: [
    ...SPREAD_OVER_THE_MINUTE.map((minuteEndsInMs) => ({ ...HUNDRED, minuteEndsInMs })),
    { ...HUNDRED, newSuppliers: 20, minuteEndsInMs: 29_200 },
    { ...HUNDRED, isFirst: true, minuteEndsInMs: 29_200 },
    { ...THOUSAND, minuteEndsInMs: 21_900 },
    { ...THOUSAND, newSuppliers: 200, minuteEndsInMs: 51_100 },
    { items: 10_000, receipts: 0, newSuppliers: 0, isFirst: false, minuteEndsInMs: 36_500 },
  ],
  stagesOf,
  async start({ clock, minuteOffsetMs }) {
    const simulator = await startXeroSimulator({
      clock,
      accessToken: ACCESS_TOKEN,
      latencyMs: LATENCY_MS,
      limits: { minuteOffsetMs },
      organisations: [defaultOrganisation({ contacts: [{ name: KNOWN_SUPPLIER }] })],
    });
    const { baseUrl, connectionsUrl, books } = simulator;
    return {
      openAdapter: (clock) =>
        createXeroAdapter({
          connection: xeroConnectionSchema.parse({
            baseUrl,
            connectionsUrl,
            tenantId: books.tenantId,
            auth: { accessToken: ACCESS_TOKEN },
          }),
          credentials: noCredentials(),
          clock,
          logger: silentLogger,
        }),
      calls: () => simulator.requests.map(({ at, status }) => ({ at, refused: status === 429 })),
      mostInFlight: () => simulator.mostRequestsAtOnce,
      held: () => ({ documents: books.documents().length, receipts: books.attachments.length }),
      close: () => simulator.close(),
    };
  },
};

function stagesOf({ items, receipts, newSuppliers, isFirst }: Work): readonly Stage[] {
  const lookUps = LISTS * Math.ceil(items / PAGE);
  return [
    { name: 'reads', calls: READS, after: 'all' },
    { name: 'look-ups of documents', calls: isFirst ? lookUps : 0, after: 'all', notBeforeMs: SETTLES_IN_MS },
    { name: 'look-ups of contacts', calls: newSuppliers > 0 ? 1 : 0, after: 'all' },
    { name: 'contacts', calls: Math.ceil(newSuppliers / BATCH), after: 'all' },
    { name: 'entries', calls: Math.ceil(items / BATCH), after: newSuppliers > 0 ? 'first' : 'all' },
    { name: 'receipts', calls: receipts, after: 'first' },
  ];
}
