import type { ExportJob } from '../model/export-job.js';
import type { ItemOutcome } from '../model/item-outcome.js';
import type { Totals } from './control-totals.js';

/** How one job ended, for the person or program that started the run. */
export interface JobReport {
  readonly jobId: string;
  readonly companyId: string;
  /** Pleo's status of the job when the run left it: `pending` where Pleo did not hear of the start, `in_progress` where it is unfinished. */
  readonly status: ExportJob['status'];
  /** `exported` excludes `alreadyExported`. */
  readonly items: {
    readonly exported: number;
    readonly failed: number;
    readonly parked: number;
    readonly alreadyExported: number;
  };
  /** Wallet amounts of exported and already exported entries, in minor units by currency. */
  readonly totals: Readonly<Record<string, number>>;
  readonly durationMs: number;
  /** Every item's outcome, in the order of the entries' ids. */
  readonly outcomes: readonly ItemOutcome[];
  /** Why the job failed or is unfinished; null where it was carried through. */
  readonly stopped: { readonly code: string; readonly message: string; readonly unfinished: boolean } | null;
}

export function toJobReport(ended: {
  readonly job: Pick<ExportJob, 'id' | 'companyId' | 'status'>;
  readonly outcomes: readonly ItemOutcome[];
  readonly totals: Totals;
  readonly durationMs: number;
  readonly stopped?: JobReport['stopped'];
}): JobReport {
  const count = (isCounted: (outcome: ItemOutcome) => boolean): number => ended.outcomes.filter(isCounted).length;
  return {
    jobId: ended.job.id,
    companyId: ended.job.companyId,
    status: ended.job.status,
    items: {
      exported: count((outcome) => outcome.status === 'exported' && !outcome.alreadyExported),
      failed: count((outcome) => outcome.status === 'failed'),
      parked: count((outcome) => outcome.status === 'parked'),
      alreadyExported: count((outcome) => outcome.status === 'exported' && outcome.alreadyExported),
    },
    totals: Object.fromEntries([...ended.totals].map(([currency, total]) => [currency, total.minorUnits])),
    durationMs: ended.durationMs,
    outcomes: ended.outcomes,
    stopped: ended.stopped ?? null,
  };
}
