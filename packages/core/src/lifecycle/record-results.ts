import type { ItemOutcome } from '../model/item-outcome.js';
import type { DocumentResult, Recording } from '../ports/state-store.js';
import type { JobRun } from './job-run.js';

/** Writes results and the outcomes that follow from them down in one commit, then lets Pleo hear of the outcomes. */
export async function recordResults(
  run: JobRun,
  source: Recording['source'],
  documents: readonly DocumentResult[],
  outcomes: readonly ItemOutcome[],
): Promise<void> {
  if (documents.length === 0 && outcomes.length === 0) return;
  const { store, clock } = run.ports;
  await store.record(run.lease.current, { jobId: run.job.id, at: clock.now(), source, documents, outcomes });
  run.reporter.add(outcomes);
}
