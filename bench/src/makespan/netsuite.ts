import { createNetsuiteAdapter, netsuiteConnectionSchema } from '@ledgerferry/adapter-netsuite';
import { startNetsuiteSimulator } from '@ledgerferry/adapter-netsuite/simulator';
import { silentLogger } from '@ledgerferry/core';
import type { FarEndKind, Work } from './far-end.ts';
import type { Stage } from './least-makespan.ts';
import { noCredentials } from './no-credentials.ts';

/** Catalog, subsidiaries, accounts, periods, currencies, dimensions, vendors, employees, tax codes: one page each. */
const READS = 13;
/** Documents in a look-up. */
const LOOK_UP = 100;
const CONCURRENT = 5;
const LATENCY_MS = 800;

const TOKEN = {
  consumerKey: 'consumer-of-the-bench',
  consumerSecret: 'consumer-secret-of-the-bench',
  tokenId: 'token-of-the-bench',
  tokenSecret: 'token-secret-of-the-bench',
};

/** NetSuite at the concurrency of the smallest account. Source: Oracle, Concurrency Governance Limits. */
export const netsuite: FarEndKind = {
  name: 'NetSuite',
  limits: { concurrent: CONCURRENT, perMinute: null, perDay: null, latencyMs: LATENCY_MS },
  assumptions: [
    `at most ${CONCURRENT} calls in flight, all of them ours; no limit a minute or a day`,
    `every call takes ${LATENCY_MS} ms, whatever it carries; Pleo, the state and the processor take none`,
    `${READS} reads, one page each, side by side; nothing is recorded before everything is read`,
    'one record in a call, a journal for each item; the answer carries no total',
    `so totals are read back once everything is recorded, ${LOOK_UP} a call`,
  ],
  scenarios: [{ items: 1_000, receipts: 0, newSuppliers: 0, isFirst: false, minuteEndsInMs: 0 }],
  stagesOf,
  async start({ clock }) {
    const simulator = await startNetsuiteSimulator({
      clock,
      tokens: [TOKEN],
      latencyMs: LATENCY_MS,
      governance: { concurrent: CONCURRENT },
    });
    const { accountId, baseUrl, books } = simulator;
    return {
      openAdapter: (clock) =>
        createNetsuiteAdapter({
          connection: netsuiteConnectionSchema.parse({
            accountId,
            baseUrl,
            auth: TOKEN,
            subsidiary: '1',
            limits: { concurrent: CONCURRENT },
          }),
          credentials: noCredentials(),
          clock,
          logger: silentLogger,
        }),
      calls: () => simulator.requests.map(({ at, status }) => ({ at, refused: status === 429 })),
      mostInFlight: () => simulator.mostRequestsAtOnce,
      held: () => ({ documents: books.transactions.length, receipts: books.attachments.length }),
      close: () => simulator.close(),
    };
  },
};

function stagesOf({ items }: Work): readonly Stage[] {
  return [
    { name: 'reads', calls: READS, after: 'all' },
    { name: 'entries', calls: items, after: 'all' },
    { name: 'totals', calls: Math.ceil(items / LOOK_UP), after: 'all' },
  ];
}
