import { ADAPTER_CONTRACT, defineAdapter } from '@ledgerferry/core';
import { XERO_ERRORS } from './errors/xero-errors.js';
import { createXeroAdapter } from './xero-adapter.js';
import { xeroConsent } from './consent.js';
import { xeroConnectionSchema } from './xero-connection.js';

export { createXeroAdapter } from './xero-adapter.js';
export { xeroConnectionSchema, XERO_SCOPES, type XeroConnection } from './xero-connection.js';
export { XERO_ERRORS } from './errors/xero-errors.js';

export default defineAdapter({
  name: 'xero',
  contract: ADAPTER_CONTRACT,
  connectionSchema: xeroConnectionSchema,
  errors: XERO_ERRORS,
  consent: xeroConsent,
  create: createXeroAdapter,
});
