import { IntegrationError } from '../errors/integration-error.js';
import type { ItemOutcome } from '../model/item-outcome.js';
import type { Money } from '../model/money.js';
import type { FinalEvent } from '../ports/item-source.js';
import type { StoredItem } from '../ports/state-store.js';
import { demandAgreement, deviations, walletTotals } from './control-totals.js';
import type { DocumentBook, PreparedEntry } from './document-book.js';
import type { JobReport } from './job-report.js';
import type { JobRun } from './job-run.js';
import { toJobReport } from './job-report.js';
import { PLEO_ANSWERS_WITHIN_MS } from './keep-lease.js';
import { outcomesAtPleo } from './outcomes-at-pleo.js';
import { readBackTotals } from './read-back-totals.js';

/** What the end of a job is judged by. */
export interface RecordedJob {
  readonly entries: readonly PreparedEntry[];
  readonly book: DocumentBook;
  /** Wallet amounts by entry id. */
  readonly amounts: ReadonlyMap<string, Money>;
}

/**
 * Step 7. Posts the one final event, only when Pleo has a final status of every item and the control totals agree.
 *
 * Source: Pleo, Update and complete an Export Job; all failed is `failed` with `validation_failure`.
 */
export async function completeJob(run: JobRun, { entries, book, amounts }: RecordedJob): Promise<JobReport> {
  const { store, source, clock, onProgress } = run.ports;
  const outcomes = outcomesAtPleo(outcomesOf(run, await store.items(run.job.id)), run.reporter.refusals);
  await readBackTotals(run, entries, book);
  const totals = walletTotals(amounts, outcomes);
  demandAgreement(run.job.id, totals, deviations(outcomes, { entries, book }));

  await run.lease.outlive(PLEO_ANSWERS_WITHIN_MS);
  const completed = await source.complete(run.job.id, finalEventOf(outcomes), run.lease.mayTellPleo);
  await store.finishJob(run.lease.current, run.job.id, completed.status, clock.now());
  onProgress({ jobId: run.job.id, step: 'complete', done: outcomes.length, total: outcomes.length });
  return toJobReport({ job: completed, outcomes, totals, durationMs: clock.now() - run.beganAt });
}

/** Completed where all went well, failed where nothing did. */
function finalEventOf(outcomes: readonly ItemOutcome[]): FinalEvent {
  const exported = outcomes.filter((outcome) => outcome.status === 'exported').length;
  if (exported === outcomes.length) return { event: 'completed' };
  if (exported > 0) return { event: 'completed_with_errors' };
  return {
    event: 'failed',
    failureReason: `None of the ${outcomes.length} entries could be exported; each one tells why.`,
    failureReasonType: 'validation_failure',
  };
}

function outcomesOf(run: JobRun, items: readonly StoredItem[]): readonly ItemOutcome[] {
  return items.map(({ accountingEntryId, state, outcome }) => {
    if (state === 'reported' && outcome) return outcome;
    throw new IntegrationError(
      'transient',
      'ITEM_WITHOUT_FINAL_STATUS',
      `Export Job ${run.job.id} stays open: Pleo has no final status of entry ${accountingEntryId} yet. Run again.`,
    );
  });
}
