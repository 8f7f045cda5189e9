import { describe, expect, test } from 'vitest';
import { itemSourceBehaviours, type ItemSourceBehaviour, type ItemSourceHarness } from './item-source-behaviours.js';

/** How an item source is put to the test. */
export interface ItemSourceSuiteOptions {
  /** Makes a source with one pending job of at least two items: once for every behaviour. */
  readonly createHarness: () => ItemSourceHarness | Promise<ItemSourceHarness>;
}

/** Declares the tests that every item source must pass. */
export function describeItemSource(name: string, { createHarness }: ItemSourceSuiteOptions): void {
  describe(`${name} is an item source`, () => {
    for (const behaviour of itemSourceBehaviours) {
      test(`${name}: ${behaviour.title}`, async () => {
        expect(await runItemSourceBehaviour(behaviour, createHarness)).toBeUndefined();
      });
    }
  });
}

async function runItemSourceBehaviour(
  behaviour: ItemSourceBehaviour,
  createHarness: ItemSourceSuiteOptions['createHarness'],
): Promise<void> {
  const harness = await createHarness();
  try {
    await behaviour.run(harness);
  } finally {
    await harness.close?.();
  }
}
