import { declareTests } from '../conformance/declare-tests.js';
import { adapterConformance } from './adapter-conformance.js';
import type { AdapterHarness } from './adapter-harness.js';

/** How an adapter is put to the test. */
export interface AdapterSuiteOptions {
  /** Makes the adapter over a new, empty accounting system: once for every behaviour, and once to see what it declares. */
  readonly createHarness: () => AdapterHarness | Promise<AdapterHarness>;
}

/**
 * Declares the tests that every accounting adapter must pass. Which of them concern it follows from the capabilities it
 * declares and from what the harness can do: none is skipped by hand.
 */
export function describeAccountingAdapter(name: string, { createHarness }: AdapterSuiteOptions): void {
  declareTests(name, adapterConformance, createHarness);
}
