import { AdapterBench } from './adapter-bench.js';
import type { AdapterHarness } from './adapter-harness.js';
import { attachingBehaviours, secrecyBehaviours } from './attaching.js';
import type { AdapterBehaviour } from './behaviour.js';
import { findingBehaviours, readinessBehaviours } from './finding.js';
import { planningBehaviours } from './planning.js';
import { postingBehaviours } from './posting.js';

/** All that an accounting adapter must do, as data. */
export const accountingAdapterBehaviours: readonly AdapterBehaviour[] = [
  ...readinessBehaviours,
  ...planningBehaviours,
  ...postingBehaviours,
  ...findingBehaviours,
  ...attachingBehaviours,
  ...secrecyBehaviours,
];

/** Runs one behaviour on a harness of its own, and closes that. */
export async function runAdapterBehaviour(
  behaviour: AdapterBehaviour,
  createHarness: () => AdapterHarness | Promise<AdapterHarness>,
): Promise<void> {
  const harness = await createHarness();
  try {
    const facts = await harness.adapter.loadReferenceData();
    await behaviour.run(new AdapterBench(harness, facts));
  } finally {
    await harness.close?.();
  }
}
