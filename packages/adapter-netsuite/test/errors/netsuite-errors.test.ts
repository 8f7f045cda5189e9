import { describeErrorCatalogue } from '@ledgerferry/testkit';
import { expect, test } from 'vitest';
import { NETSUITE_ERRORS } from '../../src/errors/netsuite-errors.js';

describeErrorCatalogue('NETSUITE', NETSUITE_ERRORS);

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
