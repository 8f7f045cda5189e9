import { ADAPTER_CONTRACT, defineAdapter } from '@ledgerferry/core';
import { createJournalAdapter } from './journal-adapter.js';
import { JOURNAL_ERRORS } from './journal-errors.js';
import { connectionFrom, journalConnectionSchema } from './journal-connection.js';

export { createJournalAdapter } from './journal-adapter.js';
export { journalConnectionSchema, type JournalConnection } from './journal-connection.js';
export { JOURNAL_ERRORS, type JournalErrorCode } from './journal-errors.js';

export default defineAdapter({
  name: 'journal',
  contract: ADAPTER_CONTRACT,
  connectionSchema: journalConnectionSchema,
  errors: JOURNAL_ERRORS,
  create: ({ connection, baseFolder, clock }) =>
    createJournalAdapter({ connection: connectionFrom(baseFolder, connection), clock }),
});
