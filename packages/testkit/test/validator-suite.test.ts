import { money, type Validator } from '@ledgerferry/core';
import { expect, test } from 'vitest';
import { buildAccountingEntry } from '../src/build-accounting-entry.js';
import { describeValidator } from '../src/validator-suite/describe-validator.js';
import { validatorConformance, validatorFailures } from '../src/validator-suite/validator-conformance.js';
import { brokenValidators, problemOf } from './broken-validators.js';

const whole: Validator = {
  name: 'currency is DKK',
  validate: ({ amount }) => (amount.currency === 'DKK' ? [] : [problemOf({})]),
};
const entries = {
  passing: [buildAccountingEntry()],
  failing: [buildAccountingEntry({ amount: money('EUR', 100, 2) })],
};
const [behaviours = []] = validatorConformance.themes.map((theme) => theme.behaviours);

describeValidator('a rule of krone entries', { createValidator: () => whole, ...entries });

test.each(brokenValidators)('a rule that $defect fails one behaviour, with advice', async ({ spoil, fails, says }) => {
  const createValidator = () => ({ ...whole, ...spoil(whole) });
  const failures = await validatorFailures({ createValidator, ...entries });
  expect(failures.map(({ title }) => title)).toEqual([fails]);
  const [failure] = failures;
  expect(failure?.message).toMatch(says);
  expect(failure?.message).toContain(`\n  to do:    ${behaviours.find(({ title }) => title === fails)?.advice}`);
});

test('every behaviour has a title of its own, and a broken rule that fails it', () => {
  const titles = behaviours.map(({ title }) => title);
  expect(titles).toEqual([...new Set(titles)]);
  expect(brokenValidators.map(({ fails }) => fails).toSorted()).toEqual(titles.toSorted());
});

test('a rule is tried on good and bad entries, or not at all', async () => {
  await expect(validatorFailures({ createValidator: () => whole, ...entries, failing: [] })).rejects.toThrow(
    'an entry that must pass, and one that must not',
  );
});
