import { errorsOf, type ErrorCatalogue } from '@ledgerferry/core';

/** Every error of this package: of the state file and of the credential file beside it. */
export const STATE_ERRORS = {
  LEASE_LOST: {
    meaning: "The company's lease went to another process, which continues the work. Nothing of the write was kept.",
    kind: 'transient',
    owner: 'administrator',
    fix: 'Nothing, where another process is at work. Run again where none is.',
  },
  STATE_UNAVAILABLE: {
    meaning:
      'The state could not be read or written (the message says why), or was asked for what contradicts it. What was written is not known until it is read.',
    kind: 'transient',
    owner: 'administrator',
    fix: 'Do what the message says (free the disk, give permission, end the other program), then run again.',
  },
  STATE_NEWER: {
    meaning: 'The state file was written by a newer Ledgerferry. Nothing was touched.',
    kind: 'misconfigured',
    owner: 'administrator',
    fix: 'Update Ledgerferry, or name another file in the setting state.',
  },
  STATE_UNSAFE: {
    meaning: 'The state file is in a place where SQLite cannot keep it safe, such as a network share.',
    kind: 'misconfigured',
    owner: 'administrator',
    fix: 'Put the state file on a local disk.',
  },
  CREDENTIALS_KEY_MISSING: {
    meaning: 'Credentials that rotate are stored encrypted, and there is no key to do it with.',
    kind: 'misconfigured',
    jobReason: 'invalid_configuration',
    owner: 'administrator',
    fix: 'Set secrets.key in the configuration.',
  },
  CREDENTIALS_KEY_WRONG: {
    meaning: 'The key is another than the credential file was written with, or the file was changed.',
    kind: 'misconfigured',
    jobReason: 'invalid_configuration',
    owner: 'administrator',
    fix: 'Set secrets.key to the old key, or move the credential file away and connect again.',
  },
  CREDENTIALS_DAMAGED: {
    meaning: 'The credential file is no credential file, or only a part of one.',
    kind: 'misconfigured',
    jobReason: 'invalid_configuration',
    owner: 'administrator',
    fix: 'Restore the credential file from a copy, or move it away and connect again.',
  },
  CREDENTIALS_UNAVAILABLE: {
    meaning: 'The credential file could not be read or written. What was written is not known until it is read.',
    kind: 'transient',
    owner: 'administrator',
    fix: 'Do what the message says (free the disk, give permission, make the folder), then run again.',
  },
  CREDENTIALS_BUSY: {
    meaning: 'Another process kept the credentials to itself for too long.',
    kind: 'transient',
    owner: 'administrator',
    fix: 'Run again; if it stays, end the other process.',
  },
} as const satisfies ErrorCatalogue;

export type StateErrorCode = keyof typeof STATE_ERRORS;

/** Makes this package's errors. */
export const stateErrors = errorsOf(STATE_ERRORS);
