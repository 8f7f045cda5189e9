import type { AccountingAdapter, Clock } from '@ledgerferry/core';
import type { Limits, Stage } from './least-makespan.ts';

/** What a job brings. */
export interface Work {
  readonly items: number;
  /** One each of the first so many items. */
  readonly receipts: number;
  /** Suppliers that the far end does not know yet, spread evenly over the items. */
  readonly newSuppliers: number;
  /** True for the first job of a company: nobody knows what was sent before it. */
  readonly isFirst: boolean;
}

/** A job, and when in the far end's minute it begins. */
export interface Scenario extends Work {
  /** In milliseconds after the job begins. */
  readonly minuteEndsInMs: number;
}

/** An accounting system that jobs are posted to. */
export interface FarEnd {
  /** The adapter as a process that was just started has it. */
  openAdapter(clock: Clock): AccountingAdapter;
  /** Every request since the start: when it came, in milliseconds since the epoch, and whether it was refused as one too many. */
  calls(): readonly { readonly at: number; readonly refused: boolean }[];
  /** The most requests that were in hand at once. */
  mostInFlight(): number;
  /** What is in its books. */
  held(): { readonly documents: number; readonly receipts: number };
  close(): Promise<void>;
}

/** How a far end is measured: one of these is all that the bench needs of an accounting system. */
export interface FarEndKind {
  readonly name: string;
  readonly limits: Limits;
  /** The calls that a job cannot do without, in the order in which they unlock each other. */
  readonly stagesOf: (work: Work) => readonly Stage[];
  /** What the least is computed from, in words. */
  readonly assumptions: readonly string[];
  readonly scenarios: readonly Scenario[];
  /** Starts it, with a minute that begins so many milliseconds after each full one. Knows the supplier {@link KNOWN_SUPPLIER}. */
  start(options: { readonly clock: Clock; readonly minuteOffsetMs: number }): Promise<FarEnd>;
}

export const KNOWN_SUPPLIER = 'ACME Cloud';
