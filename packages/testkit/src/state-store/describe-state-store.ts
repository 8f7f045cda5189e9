import { declareTests } from '../conformance/declare-tests.js';
import { openHarness, stateStoreConformance } from './state-store-conformance.js';
import type { StateStoreSuiteOptions } from './state-store-harness.js';

/** Declares the tests that every state store must pass: one per behaviour, each on a fresh store. */
export function describeStateStore(name: string, options: StateStoreSuiteOptions): void {
  declareTests(name, stateStoreConformance, () => openHarness(options));
}
