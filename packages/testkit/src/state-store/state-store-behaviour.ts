import type { LeaseHolder, StateStore } from '@ledgerferry/core';

/** A fresh, empty store, and how to get rid of it. */
export interface StateStoreUnderTest {
  readonly store: StateStore;
  /** Opens the same state once more, as another process would. Left out where the state ends with its store. */
  readonly openAgain?: (() => Promise<StateStore>) | undefined;
  /** Closes what is open and removes what was written. */
  readonly dispose: () => Promise<void>;
}

/** What the suite needs to know of a store. */
export interface StateStoreSuite {
  /** A process that runs, and one that the store can tell is gone (on the same machine). */
  readonly holders: { readonly running: LeaseHolder; readonly gone: LeaseHolder };
  /** Whether the state outlives its store and may be open twice: then `createStore` gives `openAgain`. */
  readonly outlivesClosing: boolean;
  /** Called once for every behaviour. */
  createStore(): Promise<StateStoreUnderTest>;
}

/** What a behaviour is checked with. */
export interface StateStoreBench {
  readonly store: StateStore;
  readonly holders: StateStoreSuite['holders'];
  /** Opens the same state once more; throws where the suite has declared that it cannot. */
  readonly openAgain: () => Promise<StateStore>;
}

/** One thing a store must do, as a sentence and its proof. */
export interface StateStoreBehaviour {
  /** A plain sentence: what the store does. */
  readonly title: string;
  /** True where it can only be seen by opening the state again. */
  readonly needsOpenAgain?: boolean;
  readonly check: (bench: StateStoreBench) => Promise<void>;
}
