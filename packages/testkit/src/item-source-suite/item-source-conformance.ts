import type { Conformance, Failure } from '../conformance/behaviour.js';
import { failuresOf } from '../conformance/try-behaviour.js';
import type { ItemSourceHarness } from './item-source-harness.js';
import { sourceFailures } from './source-failures.js';
import { sourceJobs } from './source-jobs.js';
import { sourceReading } from './source-reading.js';
import { sourceReporting } from './source-reporting.js';

/** All that an item source must do, as data. */
export const itemSourceConformance: Conformance<ItemSourceHarness, ItemSourceHarness> = {
  themes: [sourceJobs, sourceReading, sourceReporting, sourceFailures],
  openBench: (harness) => harness,
  close: (harness) => harness.close?.(),
};

/** The behaviours that an item source lacks: for other test runners, and for sources broken on purpose. */
export function itemSourceFailures(
  createHarness: () => ItemSourceHarness | Promise<ItemSourceHarness>,
): Promise<readonly Failure[]> {
  return failuresOf(itemSourceConformance, createHarness);
}
