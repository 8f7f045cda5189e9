import { IntegrationError } from '@ledgerferry/core';
import { describe, expect, test } from 'vitest';
import { NETSUITE_ERRORS, netsuiteError, type NetsuiteErrorCode } from '../../src/errors/netsuite-errors.js';

const CODES = Object.keys(NETSUITE_ERRORS).filter((code): code is NetsuiteErrorCode =>
  Object.hasOwn(NETSUITE_ERRORS, code),
);

describe('every code', () => {
  test.each(CODES)('%s has sentences for people, and a reason where it concerns one entry', (code) => {
    const { meaning, fix, kind } = NETSUITE_ERRORS[code];
    expect(code).toMatch(/^NETSUITE_[A-Z_]+$/);
    for (const sentence of [meaning, fix]) expect(sentence).toMatch(/^["A-Z].{20,}[.]$/);
    expect('itemReason' in NETSUITE_ERRORS[code] || kind !== 'item-rejected').toBe(true);
  });
});

test('an error says what was found and what to do, and keeps its cause', () => {
  const cause = new Error('socket');
  const error = netsuiteError('NETSUITE_SUBSIDIARY_NEEDED', 'There are 1 "Example Ltd" and 2 "Exempel AB".', { cause });
  expect(IntegrationError.isInstance(error)).toBe(true);
  expect(error).toMatchObject({
    kind: 'misconfigured',
    code: 'NETSUITE_SUBSIDIARY_NEEDED',
    message:
      'There are 1 "Example Ltd" and 2 "Exempel AB". Set connection.subsidiary to the internal id of the subsidiary; the message lists them.',
    jobReason: 'missing_configuration',
    cause,
  });
});

test('a throttle passes by itself, and a refused sign-in does not', () => {
  expect(NETSUITE_ERRORS.NETSUITE_CONCURRENCY).toMatchObject({
    kind: 'transient',
    jobReason: 'accounting_system_rate_limit',
  });
  expect(NETSUITE_ERRORS.NETSUITE_SIGN_IN_REFUSED).toMatchObject({
    kind: 'connection-lost',
    jobReason: 'accounting_system_authentication_failure',
  });
});
