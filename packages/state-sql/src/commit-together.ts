import { fromErrorData, toErrorData, type ErrorData } from './error-data.js';
import type { SqliteState } from './sqlite-state.js';
import { answer, isRead, type StateCall } from './state-call.js';
import { stateFailure } from './state-failure.js';

/** What a call came to, as data. */
export type StateAnswer = { readonly value: unknown } | { readonly error: ErrorData };

/**
 * Answers calls that waited for the same commit: one transaction and one flush for all of them, each call a part that fails
 * alone. Where the commit itself fails, none of them was kept and all get its error.
 */
export function commitTogether(state: SqliteState, calls: readonly StateCall[]): readonly StateAnswer[] {
  if (calls.every(isRead)) return calls.map((call) => attempt(state, call));
  try {
    return state.inOneCommit(() => calls.map((call) => attemptWithin(state, call)));
  } catch (error) {
    const failed = failure(state, error);
    return calls.map(() => failed);
  }
}

function attemptWithin(state: SqliteState, call: StateCall): StateAnswer {
  const result = attempt(state, call);
  if ('error' in result && !state.isInCommit) throw fromErrorData(result.error);
  return result;
}

function attempt(state: SqliteState, call: StateCall): StateAnswer {
  try {
    return { value: answer(state, call) };
  } catch (error) {
    return failure(state, error);
  }
}

function failure(state: SqliteState, error: unknown): StateAnswer {
  return { error: toErrorData(stateFailure(error, state.path)) };
}
