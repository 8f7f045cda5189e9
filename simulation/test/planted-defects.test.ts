import { describe, expect, test } from 'vitest';
import { isThere } from '../src/branches/check-branches.js';
import { RECOVERY_BRANCHES } from '../src/branches/recovery-branches.js';
import { DEFECTS } from '../src/defects/defects.js';
import { findDefect } from '../src/defects/find-defect.js';
import { spoiledSources } from '../src/defects/plant-defect.js';

test.each(DEFECTS)('the defect $id still fits the sources', (defect) => {
  expect(spoiledSources(defect).size).toBeGreaterThan(0);
});

test('there are at least twenty, each for a rule of its own', () => {
  expect(DEFECTS.length).toBeGreaterThanOrEqual(20);
  expect(new Set(DEFECTS.map(({ rule }) => rule)).size).toBe(DEFECTS.length);
});

describe('the simulation finds a planted defect', () => {
  test.each(['intends-after-sending', 'retries-without-looking', 'does-not-count-the-items'])(
    '%s',
    async (id) => {
      const defect = DEFECTS.find((known) => known.id === id);
      if (!defect) throw new Error(`no defect ${id}`);
      const { foundBy, as } = await findDefect(defect);
      expect(foundBy).not.toBeNull();
      expect(as.length).toBeGreaterThan(0);
    },
    60_000,
  );
});

test.each(RECOVERY_BRANCHES)('the branch that $does is where it was', (branch) => {
  expect(isThere(branch)).toBe(true);
});
