import type { AccountingEntry, Validator } from '@ledgerferry/core';
import { describe, expect, test } from 'vitest';

/** What a rule is tried on. */
export interface ValidatorSuiteOptions {
  readonly createValidator: () => Validator;
  /** Entries that must pass. */
  readonly passing: readonly AccountingEntry[];
  /** Entries that must not. */
  readonly failing: readonly AccountingEntry[];
}

/** Declares the tests that every rule must pass: pure, never throws, and its problems are fit for a bookkeeper. */
export function describeValidator(name: string, { createValidator, passing, failing }: ValidatorSuiteOptions): void {
  describe(`${name} is a validator`, () => {
    test('has a name for the log, and entries to be tried on', () => {
      expect(createValidator().name.trim()).not.toBe('');
      expect([passing.length, failing.length].every((count) => count > 0)).toBe(true);
    });

    test.each(passing)('passes a good entry (%#)', (entry) => {
      expect(createValidator().validate(entry)).toEqual([]);
    });

    test.each(failing)('states a problem that a bookkeeper can act on (%#)', (entry) => {
      const [problem] = createValidator().validate(entry);
      expect(problem).toEqual({
        code: expect.stringMatching(/^[A-Z][A-Z0-9_]+$/),
        reason: expect.stringMatching(/^[a-z_]+$/),
        owner: expect.stringMatching(/^(bookkeeper|administrator|ledgerferry)$/),
        message: expect.stringMatching(/^.{20,}\.$/),
      });
    });

    test.each([...passing, ...failing])('says the same of the same entry, and leaves it as it was (%#)', (entry) => {
      const validator = createValidator();
      const before = structuredClone(entry);
      expect(validator.validate(entry)).toEqual(validator.validate(before));
      expect(entry).toEqual(before);
    });
  });
}
