import { IntegrationError } from '@ledgerferry/core';
import { describe, expect, test } from 'vitest';
import { XERO_ERRORS, xeroError, type XeroErrorCode } from '../../src/errors/xero-errors.js';

const CODES = Object.keys(XERO_ERRORS).filter((code): code is XeroErrorCode => Object.hasOwn(XERO_ERRORS, code));

describe('every code', () => {
  test.each(CODES)('%s has sentences for people, and a reason where it concerns one entry', (code) => {
    const { meaning, fix, kind } = XERO_ERRORS[code];
    expect(code).toMatch(/^XERO_[A-Z_]+$/);
    for (const sentence of [meaning, fix]) expect(sentence).toMatch(/^["A-Z].{20,}[.]$/);
    expect('itemReason' in XERO_ERRORS[code] || kind !== 'item-rejected').toBe(true);
  });
});

test('an error says what was found and what to do, and keeps its cause', () => {
  const cause = new Error('socket');
  const error = xeroError('XERO_TENANT_NOT_CONNECTED', 'The token is not for the organisation 9f8f.', { cause });
  expect(IntegrationError.isInstance(error)).toBe(true);
  expect(error).toMatchObject({
    kind: 'connection-lost',
    code: 'XERO_TENANT_NOT_CONNECTED',
    message:
      'The token is not for the organisation 9f8f. Run `ledgerferry connect xero` and choose the organisation; or correct connection.tenantId.',
    jobReason: 'authorization_failure',
    cause,
  });
});
