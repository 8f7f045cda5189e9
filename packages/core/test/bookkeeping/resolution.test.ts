import { describe, expect, test } from 'vitest';
import { problemsIn, refused, resolved, resolveEach, valueOf } from '../../src/bookkeeping/resolution.js';
import type { Problem } from '../../src/errors/problem.js';

function problemOf(code: string): Problem {
  return { code, reason: 'account_unknown', owner: 'bookkeeper', message: `The account of ${code} is missing.` };
}

describe('what was resolved, or why not', () => {
  test('every value in its place, or the problems of all', () => {
    expect(resolveEach([resolved(1), resolved(2)])).toEqual({ value: [1, 2] });
    expect(resolveEach([resolved(1), refused(problemOf('A')), refused(problemOf('B'), problemOf('C'))])).toEqual({
      problems: [problemOf('A'), problemOf('B'), problemOf('C')],
    });
  });

  test('a rule shows the problems, and none where there is a value', () => {
    expect(problemsIn(refused(problemOf('A')))).toEqual([problemOf('A')]);
    expect(problemsIn(resolved('x'))).toEqual([]);
  });

  test('a plan takes the value, or is refused with the first problem', () => {
    expect(valueOf(resolved('x'))).toBe('x');
    expect(() => valueOf(refused(problemOf('A'), problemOf('B')))).toThrow(
      expect.objectContaining({
        kind: 'item-rejected',
        code: 'A',
        itemReason: 'account_unknown',
        owner: 'bookkeeper',
        message: 'The account of A is missing.',
      }),
    );
  });
});
