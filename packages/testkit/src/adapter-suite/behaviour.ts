import type { AdapterBench } from './adapter-bench.js';
import type { AdapterHarness } from './adapter-harness.js';

/** One thing that every adapter does, as data: it can be run by any test runner, and against adapters that get it wrong. */
export interface AdapterBehaviour {
  /** A plain sentence. */
  readonly title: string;
  /** Whether it concerns an adapter that declares what this one does. Default: it concerns all. */
  readonly concerns?: (harness: AdapterHarness) => boolean;
  /** Throws an error that reads like advice where the adapter does otherwise. */
  readonly run: (bench: AdapterBench) => Promise<void>;
}
