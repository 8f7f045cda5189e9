import { describe, expect, test } from 'vitest';
import { auditBehaviours } from './state-store/audit-behaviours.js';
import { documentBehaviours } from './state-store/document-behaviours.js';
import { durabilityBehaviours } from './state-store/durability-behaviours.js';
import { invoiceBehaviours } from './state-store/invoice-behaviours.js';
import { jobBehaviours } from './state-store/job-behaviours.js';
import { leaseBehaviours } from './state-store/lease-behaviours.js';
import type { StateStoreBehaviour, StateStoreSuite } from './state-store/state-store-behaviour.js';

const THEMES: Readonly<Record<string, readonly StateStoreBehaviour[]>> = {
  leases: leaseBehaviours,
  'jobs and items': jobBehaviours,
  documents: documentBehaviours,
  invoices: invoiceBehaviours,
  'audit trail': auditBehaviours,
  durability: durabilityBehaviours,
};

/** Proves that a StateStore keeps what its port promises: one test per behaviour, each on a fresh store. */
export function describeStateStore(name: string, suite: StateStoreSuite): void {
  describe(`${name} keeps the promises of a StateStore`, () => {
    for (const [theme, behaviours] of Object.entries(THEMES)) {
      describe(`${theme}:`, () => {
        for (const behaviour of behaviours.filter((one) => applies(one, suite))) {
          test(`it ${behaviour.title}`, async () => {
            expect.hasAssertions();
            await checkBehaviour(behaviour, suite);
          });
        }
      });
    }
  });
}

/** Titles of the behaviours that a store lacks: proves a suite against stores that are broken on purpose. */
export async function missingStateStoreBehaviours(suite: StateStoreSuite): Promise<readonly string[]> {
  const missing: string[] = [];
  for (const behaviour of Object.values(THEMES).flat()) {
    if (applies(behaviour, suite)) await checkBehaviour(behaviour, suite).catch(() => missing.push(behaviour.title));
  }
  return missing;
}

function applies(behaviour: StateStoreBehaviour, suite: StateStoreSuite): boolean {
  return suite.outlivesClosing || behaviour.needsOpenAgain !== true;
}

async function checkBehaviour(behaviour: StateStoreBehaviour, suite: StateStoreSuite): Promise<void> {
  const { store, openAgain, dispose } = await suite.createStore();
  try {
    await behaviour.check({ store, holders: suite.holders, openAgain: openAgain ?? cannotOpenAgain });
  } finally {
    await dispose();
  }
}

function cannotOpenAgain(): never {
  throw new Error('createStore gave no openAgain, although the suite declares outlivesClosing: true');
}
