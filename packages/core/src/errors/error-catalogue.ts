import type { ItemFailureReasonType, JobFailureReasonType } from './failure-reason.js';
import { IntegrationError, type ErrorKind, type IntegrationErrorOptions } from './integration-error.js';
import type { Problem, ProblemOwner } from './problem.js';

/** What a person is told about a code, whatever the case at hand. */
export interface Advice {
  /** When it is met, in one sentence. */
  readonly meaning: string;
  /** Who can put it right. Of what passes by itself: who looks after it where it does not. */
  readonly owner: ProblemOwner;
  /** What that person does, in one or two sentences. */
  readonly fix: string;
}

/** What an error code stands for. */
export interface ErrorDefinition extends Advice {
  /** What the engine does next; `item-rejected` for the problem of one entry. */
  readonly kind: ErrorKind;
  /** The same after a call that writes. Default: `kind`. */
  readonly writeKind?: ErrorKind;
  /** What Pleo shows where one entry is affected. Default for a problem: `unexpected_failure`. */
  readonly itemReason?: ItemFailureReasonType;
  /** What Pleo shows where the whole job is affected. */
  readonly jobReason?: JobFailureReasonType;
}

/**
 * Every code of one package, as data: what its places of failure take kind, owner and reason from, what `explain` takes its advice
 * from, and what the documentation is made of.
 */
export type ErrorCatalogue = Readonly<Record<string, ErrorDefinition>>;

/** Makes the errors of one catalogue. A code that is not in it does not compile. */
export interface ErrorMaker<Code extends string> {
  /** An error to be thrown. `message` tells what happened, to what, and what to do. */
  readonly error: (
    code: Code,
    message: string,
    options?: Pick<IntegrationErrorOptions, 'cause' | 'retryAfterMs' | 'details'>,
  ) => IntegrationError;
  /** A problem of one entry. `message` tells a bookkeeper what is wrong with it. */
  readonly problem: (code: Code, message: string) => Problem;
}

/** The maker of a catalogue's errors. */
export function errorsOf<Code extends string>(catalogue: Readonly<Record<Code, ErrorDefinition>>): ErrorMaker<Code> {
  return {
    error: (code, message, options = {}) => {
      const { kind, itemReason, jobReason, owner } = catalogue[code];
      return new IntegrationError(kind, code, message, { ...options, itemReason, jobReason, owner });
    },
    problem: (code, message) => {
      const { owner, itemReason = 'unexpected_failure' } = catalogue[code];
      return { code, reason: itemReason, owner, message };
    },
  };
}

/** The same, where `message` tells what happened and to what: the catalogue's own `fix`, which says what to do, is put behind it. */
export function errorsWithAdvice<Code extends string>(
  catalogue: Readonly<Record<Code, ErrorDefinition>>,
): ErrorMaker<Code> {
  const { error, problem } = errorsOf(catalogue);
  const advised = (code: Code, message: string) => `${message} ${catalogue[code].fix}`;
  return {
    error: (code, message, options) => error(code, advised(code, message), options),
    problem: (code, message) => problem(code, advised(code, message)),
  };
}
