import type { GeneratedExportJob } from '@ledgerferry/pleo-simulator';
import type { HledgerBooks } from './hledger-books.js';

/** An accounting system that the demo can export into. Paths are relative to the demo's folder. */
export interface DemoLedger {
  /** The package of its adapter. */
  readonly adapter: string;
  /** The `accounts` of the bookkeeping settings. */
  readonly accounts: object;
  /** The books that are left to look at, in the form that hledger reads. */
  readonly ledger: string;
  /** The folder of the receipts; null where the system keeps them to itself. */
  readonly receipts: string | null;
  /** Starts what stands in for the system, ready for the job. */
  start(job: GeneratedExportJob): Promise<StartedLedger>;
}

/** What stands in for an accounting system, until it is closed. */
export interface StartedLedger {
  /** The adapter's settings. */
  readonly connection: object;
  /** What the system holds, to be left as the ledger; null where the adapter writes that itself. */
  books(): HledgerBooks | null;
  close(): Promise<void>;
}
