import { IntegrationError } from '@ledgerferry/core';
import { stateErrors } from './state-errors.js';
import { sqliteCode } from './state-failure.js';

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
  return stateErrors.error(
    'CREDENTIALS_UNAVAILABLE',
    `The credential file ${path} could not be read or written ${advice}, then run again.`,
    { cause: error },
  );
}
