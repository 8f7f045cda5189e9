import { describe, expect, test } from 'vitest';
import { accountingAdapterBehaviours, runAdapterBehaviour } from './accounting-adapter-behaviours.js';
import type { AdapterHarness } from './adapter-harness.js';

/** How an adapter is put to the test. */
export interface AdapterSuiteOptions {
  /** Makes the adapter over a new, empty accounting system: once for every behaviour, and once to see what it declares. */
  readonly createHarness: () => AdapterHarness | Promise<AdapterHarness>;
}

/**
 * Declares the tests that every accounting adapter must pass. Which of them concern it follows from the capabilities it
 * declares: none is skipped by hand.
 */
export function describeAccountingAdapter(name: string, { createHarness }: AdapterSuiteOptions): void {
  describe(`${name} is an accounting adapter`, async () => {
    const declared = await createHarness();
    await declared.close?.();
    for (const behaviour of accountingAdapterBehaviours.filter(({ concerns }) => concerns?.(declared) ?? true)) {
      test(`${name}: ${behaviour.title}`, async () => {
        expect(await runAdapterBehaviour(behaviour, createHarness)).toBeUndefined();
      });
    }
  });
}
