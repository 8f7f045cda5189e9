import type { ItemSource, StateStore } from '@ledgerferry/core';
import { runnerErrors } from './runner-errors.js';

/**
 * Begins nothing new once `stop` is aborted: no job is started, and no call is written down to be sent. What is in flight is
 * finished and recorded, and what is known is kept.
 */
export function startNothingAfter(stop: AbortSignal, source: ItemSource): ItemSource {
  return {
    ...source,
    start: async (jobId, mayBegin) => {
      demandGoingOn(stop);
      return source.start(jobId, mayBegin);
    },
  };
}

/** The same for the store: an intent comes before every call that writes. */
export function intendNothingAfter(stop: AbortSignal, store: StateStore): StateStore {
  return {
    ...store,
    intend: async (lease, intent) => {
      demandGoingOn(stop);
      return store.intend(lease, intent);
    },
  };
}

function demandGoingOn(stop: AbortSignal): void {
  if (!stop.aborted) return;
  throw runnerErrors.error('STOPPED', 'Ledgerferry was asked to stop. Run again to go on; nothing is lost.');
}
