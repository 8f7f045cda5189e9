import { errorsOf } from '@ledgerferry/core';
import { CALL_ERRORS } from './call-errors.js';
import { ENTRY_ERRORS } from './entry-errors.js';
import { SETTING_ERRORS } from './setting-errors.js';

/** Every error and problem of this adapter. */
export const NETSUITE_ERRORS = { ...SETTING_ERRORS, ...ENTRY_ERRORS, ...CALL_ERRORS } as const;

export type NetsuiteErrorCode = keyof typeof NETSUITE_ERRORS;

const errors = errorsOf(NETSUITE_ERRORS);

/** An error to be thrown: `found` says what happened and to what, the catalogue what to do. */
export function netsuiteError(
  code: NetsuiteErrorCode,
  found: string,
  options: Parameters<typeof errors.error>[2] = {},
): ReturnType<typeof errors.error> {
  return errors.error(code, `${found} ${NETSUITE_ERRORS[code].fix}`, options);
}

/** A problem of one entry: `found` says what is wrong and with which account, vendor or setting, the catalogue what to do. */
export function netsuiteProblem(code: NetsuiteErrorCode, found: string): ReturnType<typeof errors.problem> {
  return errors.problem(code, `${found} ${NETSUITE_ERRORS[code].fix}`);
}
