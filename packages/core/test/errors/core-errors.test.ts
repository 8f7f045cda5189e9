import { expect, test } from 'vitest';
import { CORE_ERRORS } from '../../src/errors/core-errors.js';
import { errorsOf, errorsWithAdvice, type ErrorDefinition } from '../../src/errors/error-catalogue.js';

const { error, problem } = errorsOf(CORE_ERRORS);

test('a problem carries the reason and owner of its code', () => {
  expect(problem('MISSING_CATEGORY', 'Choose a category.')).toEqual({
    code: 'MISSING_CATEGORY',
    reason: 'missing_configuration',
    owner: 'bookkeeper',
    message: 'Choose a category.',
  });
});

test('an error carries the kind and reason of its code, and the facts of its place', () => {
  const cause = new Error('as it was');

  expect(error('TENANT_CHANGED', 'Restore the connection.', { cause, details: { tenant: 'other' } })).toMatchObject({
    kind: 'misconfigured',
    code: 'TENANT_CHANGED',
    message: 'Restore the connection.',
    jobReason: 'invalid_configuration',
    itemReason: undefined,
    details: { tenant: 'other' },
    cause,
  });
});

test('what to do is put behind what happened, where the maker knows the advice', () => {
  const advised = errorsWithAdvice({
    OUT_OF_INK: { meaning: 'x', kind: 'transient', owner: 'ledgerferry', fix: 'Buy some.' },
  });

  expect(advised.error('OUT_OF_INK', 'It is empty.', { retryAfterMs: 5 })).toMatchObject({
    kind: 'transient',
    message: 'It is empty. Buy some.',
    retryAfterMs: 5,
  });
  expect(advised.problem('OUT_OF_INK', 'It is empty.').message).toBe('It is empty. Buy some.');
});

test.each(Object.entries<ErrorDefinition>(CORE_ERRORS))(
  '%s says when it is met and what to do, in whole sentences',
  (code, { meaning, fix }) => {
    expect(code).toMatch(/^[A-Z]+(_[A-Z]+)*$/);
    expect(meaning).toMatch(/^[A-Z`].*\.$/);
    expect(fix).toMatch(/^[A-Z`].*\.$/);
  },
);
