import { declareTests } from '../conformance/declare-tests.js';
import { itemSourceConformance } from './item-source-conformance.js';
import type { ItemSourceHarness } from './item-source-harness.js';

/** How an item source is put to the test. */
export interface ItemSourceSuiteOptions {
  /** Makes a source over a new Pleo: once for every behaviour, and once more. */
  readonly createHarness: () => ItemSourceHarness | Promise<ItemSourceHarness>;
}

/** Declares the tests that every item source must pass. */
export function describeItemSource(name: string, { createHarness }: ItemSourceSuiteOptions): void {
  declareTests(name, itemSourceConformance, createHarness);
}
