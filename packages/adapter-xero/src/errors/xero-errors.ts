import { errorsOf } from '@ledgerferry/core';
import { CALL_ERRORS } from './call-errors.js';
import { ENTRY_ERRORS } from './entry-errors.js';
import { SETTING_ERRORS } from './setting-errors.js';

/** Every error and problem of this adapter. */
export const XERO_ERRORS = { ...SETTING_ERRORS, ...ENTRY_ERRORS, ...CALL_ERRORS } as const;

export type XeroErrorCode = keyof typeof XERO_ERRORS;

const errors = errorsOf(XERO_ERRORS);

/** An error to be thrown: `found` says what happened and to what, the catalogue what to do. */
export function xeroError(
  code: XeroErrorCode,
  found: string,
  options: Parameters<typeof errors.error>[2] = {},
): ReturnType<typeof errors.error> {
  return errors.error(code, `${found} ${XERO_ERRORS[code].fix}`, options);
}

/** A problem of one entry: `found` says what is wrong and with which account, tax code or setting, the catalogue what to do. */
export function xeroProblem(code: XeroErrorCode, found: string): ReturnType<typeof errors.problem> {
  return errors.problem(code, `${found} ${XERO_ERRORS[code].fix}`);
}
