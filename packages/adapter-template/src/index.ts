import { ADAPTER_CONTRACT, defineAdapter } from '@ledgerferry/core';
import { createAbacusAdapter } from './abacus-adapter.js';
import { abacusConnectionSchema } from './abacus-config.js';
import { ABACUS_ERRORS } from './map-abacus-error.js';

export { createAbacusAdapter } from './abacus-adapter.js';
export { abacusConnectionSchema, type AbacusConnection } from './abacus-config.js';

export default defineAdapter({
  name: 'abacus',
  contract: ADAPTER_CONTRACT,
  connectionSchema: abacusConnectionSchema,
  errors: ABACUS_ERRORS,
  create: createAbacusAdapter,
});
