import { ADAPTER_CONTRACT, defineAdapter } from '@ledgerferry/core';
import { NETSUITE_ERRORS } from './errors/netsuite-errors.js';
import { createNetsuiteAdapter } from './netsuite-adapter.js';
import { netsuiteConnectionSchema } from './netsuite-connection.js';

export { createNetsuiteAdapter } from './netsuite-adapter.js';
export { netsuiteConnectionSchema, type NetsuiteConnection } from './netsuite-connection.js';
export { NETSUITE_ERRORS } from './errors/netsuite-errors.js';

export default defineAdapter({
  name: 'netsuite',
  contract: ADAPTER_CONTRACT,
  connectionSchema: netsuiteConnectionSchema,
  errors: NETSUITE_ERRORS,
  create: createNetsuiteAdapter,
});
