import { BOOKKEEPING_ERRORS } from './bookkeeping-errors.js';
import { EXPORT_ERRORS } from './export-errors.js';

/** Every code of this package. */
export const CORE_ERRORS = { ...BOOKKEEPING_ERRORS, ...EXPORT_ERRORS } as const;

export type CoreErrorCode = keyof typeof CORE_ERRORS;
