import { errorsWithAdvice } from '@ledgerferry/core';
import { CALL_ERRORS } from './call-errors.js';
import { ENTRY_ERRORS } from './entry-errors.js';
import { SETTING_ERRORS } from './setting-errors.js';

/** Every error and problem of this adapter. */
export const NETSUITE_ERRORS = { ...SETTING_ERRORS, ...ENTRY_ERRORS, ...CALL_ERRORS } as const;

export type NetsuiteErrorCode = keyof typeof NETSUITE_ERRORS;

/** Errors to be thrown, and problems of one entry. What is said tells what happened and to what; the catalogue adds what to do. */
export const { error: netsuiteError, problem: netsuiteProblem } = errorsWithAdvice(NETSUITE_ERRORS);
