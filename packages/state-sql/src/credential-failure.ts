import { IntegrationError } from '@ledgerferry/core';
import { sqliteCode } from './state-failure.js';

/** Error codes of the credential file. */
export const CREDENTIAL_ERRORS = {
  /** `secrets.key` is empty. */
  keyMissing: 'CREDENTIALS_KEY_MISSING',
  /** `secrets.key` is another than the file was written with, or the file was changed. */
  keyWrong: 'CREDENTIALS_KEY_WRONG',
  /** The file is no credential file, or only a part of one. */
  damaged: 'CREDENTIALS_DAMAGED',
  /** The file could not be read or written. What was written is not known until it is read. */
  unavailable: 'CREDENTIALS_UNAVAILABLE',
  /** Another process kept the credentials to itself for too long. */
  busy: 'CREDENTIALS_BUSY',
} as const;

const SQLITE_CANNOT_OPEN = 14;

const ADVICE: Readonly<Record<string, string>> = {
  ENOSPC: 'because the disk is full. Free some space',
  EACCES: 'because this user may not. Give it permission to the file and its folder',
  EPERM: 'because this user may not. Give it permission to the file and its folder',
  EROFS: 'because the disk may only be read. Choose another place',
  ENOENT: 'because its folder is missing or closed to this user. Make the folder',
};

/** A failure of the disk as the error its users know. An IntegrationError passes as it is. */
export function credentialFailure(error: unknown, path: string): IntegrationError {
  if (IntegrationError.isInstance(error)) return error;
  const systemCode = error instanceof Error && 'code' in error ? String(error.code) : '';
  const code = sqliteCode(error) === SQLITE_CANNOT_OPEN ? 'ENOENT' : systemCode;
  const advice = ADVICE[code] ?? 'for the cause that the log names. Put it right';
  return new IntegrationError(
    'transient',
    CREDENTIAL_ERRORS.unavailable,
    `The credential file ${path} could not be read or written ${advice}, then run again.`,
    { cause: error },
  );
}

/** The file cannot be opened with the settings as they are. */
export function credentialRefusal(code: 'keyMissing' | 'keyWrong' | 'damaged', message: string): IntegrationError {
  return new IntegrationError('misconfigured', CREDENTIAL_ERRORS[code], message, {
    jobReason: 'invalid_configuration',
  });
}
