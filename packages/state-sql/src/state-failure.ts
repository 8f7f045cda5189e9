import { IntegrationError } from '@ledgerferry/core';
import { stateErrors } from './state-errors.js';

/** What a person can do, by SQLite's primary result code. Source: sqlite.org, "Result and Error Codes". */
const ADVICE: Readonly<Record<number, string>> = {
  5: 'is being written by another program, which did not finish in time. Try again; if it stays, end the other program',
  6: 'is being written by another program, which did not finish in time. Try again; if it stays, end the other program',
  8: 'may not be written. Give this user write permission to the file and its folder',
  10: 'could not be read or written by the disk. Check the disk, then run again',
  11: 'is damaged. Restore it from a copy; what it does not know is looked up in the accounting system',
  13: 'cannot grow because the disk is full. Free some space, then run again',
  14: 'cannot be opened. Check that its folder exists and that this user may write there',
  26: 'is not a Ledgerferry state file. Check the setting `state`',
};

/** Any failure of the store as the error its users know. An IntegrationError passes as it is. */
export function stateFailure(error: unknown, path: string): IntegrationError {
  if (IntegrationError.isInstance(error)) return error;
  const errcode = sqliteCode(error);
  const advice = errcode === undefined ? undefined : ADVICE[errcode];
  const otherwise = 'could not be used. The log names the cause';
  return stateErrors.error('STATE_UNAVAILABLE', `The state file ${path} ${advice ?? otherwise}.`, {
    cause: error,
    details: errcode === undefined ? {} : { sqlite: errcode },
  });
}

/** A request that the store refuses because it contradicts what the store knows. */
export function refusal(message: string): IntegrationError {
  return stateErrors.error('STATE_UNAVAILABLE', message);
}

/** SQLite's primary result code, where the error came from SQLite. */
export function sqliteCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return undefined;
  return error.errcode & 0xff;
}
