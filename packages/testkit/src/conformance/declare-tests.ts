import { describe, expect, test } from 'vitest';
import type { Conformance } from './behaviour.js';
import { concerningBehaviours, tryBehaviour } from './try-behaviour.js';

/** Declares one test per behaviour that concerns the implementation; each runs on a harness of its own. */
export function declareTests<Harness, Bench>(
  name: string,
  conformance: Conformance<Harness, Bench>,
  createHarness: () => Harness | Promise<Harness>,
): void {
  describe(`${name}, by the conformance suite`, async () => {
    for (const theme of await concerningBehaviours(conformance, createHarness)) {
      for (const behaviour of theme.behaviours) {
        test(`${theme.name}: ${behaviour.title}`, async () => {
          expect(await tryBehaviour(conformance, { theme, behaviour }, createHarness)).toBeUndefined();
        });
      }
    }
  });
}
