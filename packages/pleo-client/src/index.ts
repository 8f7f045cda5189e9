export {
  createPleoClient,
  type JobEvent,
  type NewExportJob,
  type PleoClient,
  type PleoClientOptions,
} from './pleo-client.js';
export { createPleoItemSource } from './pleo-item-source.js';
export { pleoConnectionSchema, type PleoConnection, type PleoConnectionSettings } from './pleo-connection.js';
export { pleoConsent } from './pleo-consent.js';
export { PLEO_ERRORS, type PleoErrorCode } from './pleo-error-codes.js';
export { type ItemUpdateBody } from './item-update-body.js';
export { type PleoIdentity } from './pleo-responses.js';
export { type ItemUpdateAnswer } from './update-in-batches.js';
