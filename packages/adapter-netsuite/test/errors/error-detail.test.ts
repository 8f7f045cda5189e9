import { describe, expect, test } from 'vitest';
import { isSignInRefused, isThrottled, mayBeThereAlready, type ErrorDetail } from '../../src/errors/error-detail.js';

function detail(code: string, path: string | null = null, text = 'Something is wrong.'): ErrorDetail {
  return { code, path, detail: text };
}

describe('a throttle', () => {
  test('is known by its code, also beside the code of nearly everything', () => {
    expect(isThrottled([detail('USER_ERROR'), detail('CONCURRENCY_LIMIT_EXCEEDED')])).toBe(true);
    expect(isThrottled([detail('SSS_REQUEST_LIMIT_EXCEEDED')])).toBe(true);
  });

  test('is not known by its words', () => {
    expect(isThrottled([detail('USER_ERROR', null, 'Concurrent request limit exceeded.')])).toBe(false);
  });

  test('is never a refused sign-in, nor a record that may be there', () => {
    const throttled = [detail('INVALID_LOGIN'), detail('CONCURRENCY_LIMIT_EXCEEDED')];
    expect(isSignInRefused(throttled)).toBe(false);
    expect(mayBeThereAlready(throttled)).toBe(false);
  });
});

test('a sign-in is refused by code', () => {
  expect(isSignInRefused([detail('INVALID_LOGIN')])).toBe(true);
  expect(isSignInRefused([detail('INVALID_LOGIN_ATTEMPT')])).toBe(true);
  expect(isSignInRefused([detail('USER_ERROR', null, 'Invalid login attempt.')])).toBe(false);
  expect(isSignInRefused([])).toBe(false);
});

describe('a refused record may be there already', () => {
  test('whatever the words say, where neither code nor path says what is wrong', () => {
    expect(mayBeThereAlready([detail('USER_ERROR', null, 'This record already exists.')])).toBe(true);
    expect(mayBeThereAlready([detail('USER_ERROR', null, 'Dieser Datensatz ist bereits vorhanden.')])).toBe(true);
    expect(mayBeThereAlready([detail('USER_ERROR', null, 'Please enter value(s) for: Subsidiary')])).toBe(true);
    expect(mayBeThereAlready([detail('SOMETHING_NEW')])).toBe(true);
    expect(mayBeThereAlready([])).toBe(true);
  });

  test('but not where a path or a code speaks of what was sent', () => {
    expect(mayBeThereAlready([detail('USER_ERROR', 'expense.items[0].account')])).toBe(false);
    expect(mayBeThereAlready([detail('USER_ERROR'), detail('INVALID_CONTENT', 'entity')])).toBe(false);
    for (const code of ['INVALID_CONTENT', 'INVALID_REQUEST', 'NONEXISTENT_ID', 'INSUFFICIENT_PERMISSION'])
      expect(mayBeThereAlready([detail(code)])).toBe(false);
  });
});
