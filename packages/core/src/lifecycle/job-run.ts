import type { ExportJob } from '../model/export-job.js';
import type { StoredJob } from '../ports/state-store.js';
import type { GuardedPorts } from './export-ports.js';
import type { LedgerReader, LedgerWriter } from './guard-adapter.js';
import type { LeaseKeeper } from './keep-lease.js';
import type { CarriedElsewhere } from './others-may-have-posted.js';
import type { EarlierJobs } from './recall-earlier-jobs.js';
import type { ReceiptReach } from './receipt-reach.js';
import type { OutcomeReporter } from './report-outcomes.js';

/** One job while this process works on it. */
export interface JobRun extends EarlierJobs {
  readonly ports: GuardedPorts;
  readonly lease: LeaseKeeper;
  readonly reader: LedgerReader;
  readonly writer: LedgerWriter;
  /** The job as Pleo showed it after its start. */
  readonly job: ExportJob;
  /** The job as the store knows it. */
  readonly stored: StoredJob;
  /** True where another process, or an earlier run, may have posted for this job: Pleo had it `in_progress` when it was taken up. */
  readonly resumed: boolean;
  readonly carriedElsewhere: CarriedElsewhere;
  /** When this run began: no request of an unknown intent can have been sent later. Milliseconds since the epoch. */
  readonly beganAt: number;
  readonly reporter: OutcomeReporter;
  readonly receiptReach: ReceiptReach;
}
