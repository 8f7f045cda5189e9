export { createCredentialFile, type CredentialFileOptions } from './credential-file.js';
export { createSqliteStateStore } from './sqlite-state-store.js';
export { SqliteState, type SqliteStateOptions } from './sqlite-state.js';
export { createThreadedStateStore } from './threaded-state-store.js';
export { currentProcess, isProcessGone, type IsGone } from './process-identity.js';
export { STATE_ERRORS, type StateErrorCode } from './state-errors.js';
