import { bookkeepingSettingsSchema, type AccountingEntry } from '@ledgerferry/core';
import { expect, test } from 'vitest';
import {
  anyEntry,
  anyLineAmount,
  describePlans,
  forEachPlan,
  mostly,
  type PlansUnderTest,
} from '../src/any-entry/index.js';
import { buildExportItemLine } from '../src/build-export-item.js';
import { createManualClock } from '../src/manual-clock.js';
import { createMemoryAdapter } from '../src/memory-adapter.js';
import { MemoryLedger } from '../src/memory-ledger.js';

const clock = createManualClock();
const adapter = createMemoryAdapter({ ledger: new MemoryLedger({ clock }), clock });
const facts = { closedThrough: null };
const accounts = { wallet: '55010', outOfPocket: '63040', contra: '55990', payable: '63000' };
const settings = (posting: 'draft' | 'final') => bookkeepingSettingsSchema.parse({ accounts, posting });
const entries = anyEntry({
  line: anyLineAmount.map((minorUnits) => buildExportItemLine(minorUnits, {}, 'EUR')),
  supplier: mostly<string | null>('ACME Cloud', null),
  settings: mostly(settings('final'), settings('draft')),
});

const plans: PlansUnderTest<{ readonly entry: AccountingEntry }> = {
  anyCase: entries.map((entry) => ({ entry })),
  rules: () => adapter.rules(facts),
  plan: ({ entry }) => adapter.plan(entry, facts),
  runs: 100,
};

describePlans(plans);

test('a property is tried on plans alone, and a plan that lacks it is shown', () => {
  const refusing = { ...plans, rules: () => [{ name: 'refuses', validate: () => [PROBLEM] }] };
  expect(forEachPlan(refusing, () => expect.unreachable())).toBe(0);
  expect(() => forEachPlan(plans, ({ documents }) => expect(documents).toEqual([]))).toThrow('Property failed');
});

const PROBLEM = { code: 'MEMORY_REFUSED', reason: 'validation_failure', owner: 'bookkeeper', message: 'No.' } as const;
