import { describe, expect, test } from 'vitest';
import { isThrottled, type ErrorDetail } from '../../src/errors/error-detail.js';

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
});
