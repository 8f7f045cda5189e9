import {
  buildAccount,
  buildAccountingEntry,
  buildEntryLine,
  describeErrorCatalogue,
  describeValidator,
} from '@ledgerferry/testkit';
import { expect, test } from 'vitest';
import abacus from '../src/index.js';
import { ABACUS_ERRORS, problemOf } from '../src/map-abacus-error.js';
import { createAbacusHarness } from './abacus-harness.js';

const harness = await createAbacusHarness();
const rules = harness.adapter.rules(await harness.adapter.loadReferenceData());
await harness.close?.();

describeValidator('the rule that accounts exist', {
  createValidator: () => rules[0] ?? expect.fail('the adapter must have a rule'),
  passing: [buildAccountingEntry()],
  failing: [buildAccountingEntry({ lines: [buildEntryLine({ account: buildAccount('category', '9999') })] })],
});

describeErrorCatalogue('ABACUS', ABACUS_ERRORS);

test('a locked period is for the bookkeeper', () => {
  expect(problemOf({ error: { code: 'period_locked', message: '2026-02 is locked' } })).toEqual({
    code: 'ABACUS_PERIOD_LOCKED',
    reason: 'accounting_system_validation_failure',
    owner: 'bookkeeper',
    message: 'Abacus Books refused the entry: 2026-02 is locked. Open the period in Abacus Books, then export again.',
  });
});

test('settings are checked strictly', () => {
  expect(abacus.connectionSchema.parse({ token: 'secret' })).toEqual({
    baseUrl: 'https://api.abacus-books.example',
    token: 'secret',
    perMinute: 300,
  });
  expect(abacus.connectionSchema.safeParse({ token: 'secret', tokens: 1 }).error?.message).toMatch(/tokens/);
});
