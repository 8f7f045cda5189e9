import type { Boundary } from '../world/boundary.js';
import type { Crossing } from '../world/simulated-process.js';

/** One way in which a use of the outside goes wrong. */
export interface FaultKind {
  /** Names it in cases, tables and seeds: never reused for another meaning. */
  readonly id: string;
  /** Where it can happen. */
  readonly strikes: (boundary: Boundary) => boolean;
  /** Lets it happen; answers or throws what the engine gets to see. */
  readonly happen: (crossing: Crossing) => Promise<unknown>;
}

/** A fault of one case: the kind, and where it strikes. */
export interface Fault {
  readonly kind: string;
  /** Which process of the case, counted from 1. */
  readonly process: number;
  /** The how-manieth use of the outside by that process, counted from 1; where the kind cannot strike there, the next where it can. */
  readonly boundary: number;
}
