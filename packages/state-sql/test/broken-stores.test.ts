import type { Intent, Lease, Recording, StateStore } from '@ledgerferry/core';
import { expect, test } from 'vitest';
import { missingStateStoreBehaviours } from '@ledgerferry/testkit';
import { createSqliteStateStore, currentProcess } from '../src/index.js';

type Defect = (store: StateStore) => Partial<StateStore>;

/** Stores that are broken on purpose, with what the suite must miss in each. */
const shelf: readonly (readonly [defect: string, breakIt: Defect, missing: string])[] = [
  [
    'writes under any lease',
    (store) => ({
      intend: async (lease, intent) => store.intend(await presentLease(store, lease), intent),
    }),
    'refuses every write under a lease that another has taken over, and changes nothing',
  ],
  [
    'records outcomes in a commit of their own',
    (store) => ({
      record: async (lease, recording) => {
        await store.record(lease, { ...recording, outcomes: [] });
        await store.record(lease, { ...recording, documents: [] });
      },
    }),
    'refuses the outcome of an entry that was never enlisted, with all that was to be recorded with it',
  ],
  [
    'lowers intended documents to planned',
    (store) => ({ intend: (lease, intent) => store.intend(lease, allIntended(intent)) }),
    'lowers no document to planned',
  ],
  [
    'forgets what the ledger booked',
    (store) => ({ record: (lease, recording) => store.record(lease, withoutBooked(recording)) }),
    'keeps what the ledger answered, amounts to the last unit',
  ],
  [
    'drops outcomes of items that wait for a person',
    (store) => ({
      record: async (lease, recording) => (recording.source === 'person' ? undefined : store.record(lease, recording)),
    }),
    'replaces the outcome of a parked item once it is known',
  ],
  [
    'lists jobs oldest first',
    (store) => ({ jobs: async (companyId) => (await store.jobs(companyId)).toReversed() }),
    "lists a company's jobs, newest first",
  ],
  [
    'acknowledges before it has written',
    (store) => ({
      intend: async (lease, intent) => {
        setImmediate(() => void store.intend(lease, intent).catch(() => undefined));
      },
    }),
    'knows a document as intended as soon as its call is written down',
  ],
];

test.for(shelf)('the suite finds a store that %s', async ([, breakIt, expected]) => {
  const missing = await missingStateStoreBehaviours(suiteOf(breakIt));
  expect(missing).toContain(expected);
});

test('the suite misses nothing in a store that is whole', async () => {
  expect(await missingStateStoreBehaviours(suiteOf(() => ({})))).toEqual([]);
});

function suiteOf(breakIt: Defect) {
  return {
    holders: { running: currentProcess(), gone: { ...currentProcess(), startedAt: 'long ago' } },
    outlivesClosing: false,
    async createStore() {
      const whole = createSqliteStateStore({ path: ':memory:' });
      const store = { ...whole, ...breakIt(whole) };
      return { store, dispose: () => whole.close() };
    },
  };
}

/** The token that would be right now. */
async function presentLease(store: StateStore, lease: Lease): Promise<Lease> {
  const trail = await store.auditTrail({ companyId: lease.companyId });
  return { ...lease, token: trail.filter(({ event }) => event === 'lease-taken').length };
}

function allIntended(intent: Intent): Intent {
  return { ...intent, documents: intent.documents.map((document) => ({ ...document, state: 'intended' })) };
}

function withoutBooked(recording: Recording): Recording {
  return { ...recording, documents: recording.documents.map((document) => ({ ...document, booked: null })) };
}
