// The engine, put together by hand as the runner does it: real HTTP, the state on its own thread, synchronous=FULL.
import {
  bookkeepingSettingsSchema,
  exportCompany,
  silentLogger,
  systemClock,
  type StateStore,
} from '@ledgerferry/core';
import { createPleoItemSource, pleoConnectionSchema } from '@ledgerferry/pleo-client';
import { createThreadedStateStore, currentProcess } from '@ledgerferry/state-sql';
import { createBatchLedgerAdapter } from './batch-ledger-adapter.ts';
import type { FarEnds } from './far-ends.ts';
import { measure } from './measured.ts';

const farEnds = JSON.parse(process.argv[2] ?? '') as FarEnds;
const statePath = process.argv[3] ?? '';
const WRITES: readonly (keyof StateStore)[] = [
  'acquireLease',
  'renewLease',
  'releaseLease',
  'openJob',
  'enlist',
  'intend',
  'record',
  'markReported',
  'finishJob',
];
let commits = 0;

await measure(
  async () => {
    const store = await createThreadedStateStore({ path: statePath });
    const connection = pleoConnectionSchema.parse({
      baseUrl: farEnds.pleoUrl,
      apiKey: 'bench',
      limits: { perMinute: 1_000_000 },
    });
    const reports = await exportCompany({
      companyId: farEnds.companyId,
      settings: bookkeepingSettingsSchema.parse({
        posting: 'final',
        accounts: { wallet: '55010', outOfPocket: '63040', contra: '55990', payable: '63000' },
      }),
      source: createPleoItemSource({ connection }),
      store: countingWrites(store),
      adapter: createBatchLedgerAdapter(farEnds.ledgerUrl),
      validators: [],
      holder: currentProcess(),
      clock: systemClock,
      logger: silentLogger,
      onProgress: () => {},
    });
    if (reports[0]?.status !== 'completed')
      throw new Error(JSON.stringify(reports.map(({ status, stopped }) => ({ status, stopped }))));
    await store.close();
  },
  () => commits,
);

/** Every write is one commit, or shares one with others: what is counted is the most it can be. */
function countingWrites(store: StateStore): StateStore {
  return new Proxy(store, {
    get: (target, name, receiver) => {
      if (WRITES.some((write) => write === name)) commits += 1;
      return Reflect.get(target, name, receiver);
    },
  });
}
