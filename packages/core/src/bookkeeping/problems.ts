import { BOOKKEEPING_ERRORS } from '../errors/bookkeeping-errors.js';
import { errorsOf } from '../errors/error-catalogue.js';

/** A problem of the catalogue, with the sentence for this entry. */
export const { problem } = errorsOf(BOOKKEEPING_ERRORS);
