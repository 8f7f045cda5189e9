import { expect, test } from 'vitest';
import { BOOKKEEPING_PROBLEMS, problem } from '../../src/bookkeeping/problems.js';
import { ITEM_FAILURE_REASON_TYPES } from '../../src/errors/failure-reason.js';

test('a problem carries the reason and owner of its code', () => {
  expect(problem('MISSING_CATEGORY', 'Choose a category.')).toEqual({
    code: 'MISSING_CATEGORY',
    reason: 'missing_configuration',
    owner: 'bookkeeper',
    message: 'Choose a category.',
  });
});

test.each(Object.entries(BOOKKEEPING_PROBLEMS))(
  '%s can be told to Pleo and is documented',
  (code, { reason, meaning }) => {
    expect(code).toMatch(/^[A-Z]+(_[A-Z]+)*$/);
    expect(ITEM_FAILURE_REASON_TYPES).toContain(reason);
    expect(meaning).toMatch(/^[A-Z].*\.$/);
  },
);
