import type { LeaseHolder, StateStore } from '@ledgerferry/core';
import type { Concern } from '../conformance/behaviour.js';

/** A fresh, empty store, and how to get rid of it. */
export interface StateStoreUnderTest {
  readonly store: StateStore;
  /** Opens the same state once more, as another process would. Left out where the state ends with its store. */
  readonly openAgain?: (() => Promise<StateStore>) | undefined;
  /** Closes what is open and removes what was written. */
  readonly dispose: () => Promise<void>;
}

/** What the suite needs to know of a store. */
export interface StateStoreSuiteOptions {
  /** A process that runs, and one that the store can tell is gone (on the same machine). */
  readonly holders: { readonly running: LeaseHolder; readonly gone: LeaseHolder };
  /** Whether the state outlives its store and may be open twice: then `createStore` gives `openAgain`. */
  readonly outlivesClosing: boolean;
  /** Called once for every behaviour, and once more. */
  createStore(): Promise<StateStoreUnderTest>;
}

/** What a behaviour is run with. */
export interface StateStoreBench {
  readonly store: StateStore;
  readonly holders: StateStoreSuiteOptions['holders'];
  readonly outlivesClosing: boolean;
  /** Opens the same state once more; throws where the suite has declared that it cannot. */
  readonly openAgain: () => Promise<StateStore>;
}

export const opensAgain: Concern<StateStoreBench> = {
  when: 'the state outlives its store',
  holds: ({ outlivesClosing }) => outlivesClosing,
};
