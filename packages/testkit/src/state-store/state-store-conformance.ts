import type { Conformance, Failure } from '../conformance/behaviour.js';
import { failuresOf } from '../conformance/try-behaviour.js';
import { auditBehaviours } from './audit-behaviours.js';
import { documentBehaviours } from './document-behaviours.js';
import { durabilityBehaviours } from './durability-behaviours.js';
import { elsewhereBehaviours } from './elsewhere-behaviours.js';
import { invoiceBehaviours } from './invoice-behaviours.js';
import { jobBehaviours } from './job-behaviours.js';
import { leaseBehaviours } from './lease-behaviours.js';
import type { StateStoreBench, StateStoreSuiteOptions, StateStoreUnderTest } from './state-store-harness.js';

type StateStoreHarness = StateStoreSuiteOptions & StateStoreUnderTest;

/** All that a state store must do, as data. */
export const stateStoreConformance: Conformance<StateStoreHarness, StateStoreBench> = {
  themes: [
    leaseBehaviours,
    jobBehaviours,
    documentBehaviours,
    invoiceBehaviours,
    elsewhereBehaviours,
    auditBehaviours,
    durabilityBehaviours,
  ],
  openBench: ({ store, holders, outlivesClosing, openAgain = cannotOpenAgain }) => ({
    store,
    holders,
    outlivesClosing,
    openAgain,
  }),
  close: ({ dispose }) => dispose(),
};

/**
 * The behaviours that a store lacks, of those that concern it: for other test runners, and for stores broken on purpose. `themes`
 * leaves the others out; default: all.
 */
export function stateStoreFailures(
  options: StateStoreSuiteOptions,
  themes: readonly string[] = stateStoreConformance.themes.map(({ name }) => name),
): Promise<readonly Failure[]> {
  const chosen = stateStoreConformance.themes.filter(({ name }) => themes.includes(name));
  return failuresOf({ ...stateStoreConformance, themes: chosen }, () => openHarness(options));
}

/** A fresh store, and what is declared of it. */
export async function openHarness(options: StateStoreSuiteOptions): Promise<StateStoreHarness> {
  return { ...options, ...(await options.createStore()) };
}

function cannotOpenAgain(): never {
  throw new Error('createStore gave no openAgain, although the suite declares outlivesClosing: true');
}
