import type { ExportJobItem } from '../model/export-job.js';
import type { ItemOutcome } from '../model/item-outcome.js';
import type { PreparedEntry } from './document-book.js';
import type { JobRun } from './job-run.js';
import type { Preparation } from './prepare-entries.js';

/** What an earlier run left to be done, and what Pleo knows as done without this store. */
export interface Adoption {
  readonly toDo: Preparation;
  readonly adopted: readonly PreparedEntry[];
}

/**
 * Takes over what Pleo already knows: an item that is final there keeps that status, whatever this store says or has lost. Outcomes
 * that are durable here and that Pleo has not heard of are reported again.
 */
export async function adoptOutcomes(
  run: JobRun,
  jobItems: readonly ExportJobItem[],
  preparation: Preparation,
): Promise<Adoption> {
  const { store, clock } = run.ports;
  const { id: jobId } = run.job;
  const stored = new Map((await store.items(jobId)).map((item) => [item.accountingEntryId, item]));
  const final = jobItems.flatMap((item) => finalOutcomeOf(item) ?? []);
  const finalIds = new Set(final.map((outcome) => outcome.accountingEntryId));

  const unknown = final.filter((outcome) => !stored.get(outcome.accountingEntryId)?.outcome);
  const unreported = [...finalIds].filter((id) => stored.get(id)?.state !== 'reported');
  if (unknown.length > 0) {
    await store.record(run.lease.current, {
      jobId,
      at: clock.now(),
      source: 'look-up',
      documents: [],
      outcomes: unknown,
    });
  }
  if (unreported.length > 0) await store.markReported(run.lease.current, jobId, unreported, clock.now());

  const settled = [...stored.values()].filter(
    (item) => item.state === 'settled' && !finalIds.has(item.accountingEntryId),
  );
  run.reporter.add(settled.flatMap((item) => item.outcome ?? []));

  const isToDo = (id: string): boolean => !finalIds.has(id) && stored.get(id)?.state === 'enlisted';
  const successful = new Set(
    unknown.filter((outcome) => outcome.status === 'exported').map((outcome) => outcome.accountingEntryId),
  );
  const entries = preparation.entries.filter(({ entry }) => isToDo(entry.accountingEntryId));
  const needed = new Set(entries.flatMap((entry) => entry.documents.flatMap(({ document }) => document.dependsOn)));
  return {
    toDo: {
      entries,
      prerequisites: preparation.prerequisites.filter(({ document }) => needed.has(document.key)),
      settled: preparation.settled.filter((outcome) => isToDo(outcome.accountingEntryId)),
    },
    adopted: preparation.entries.filter(({ entry }) => successful.has(entry.accountingEntryId)),
  };
}

/** What a final status at Pleo means; undefined where the item is still to be done. */
function finalOutcomeOf({
  accountingEntryId,
  status,
  externalId,
  externalUrl,
  failureReason,
}: ExportJobItem): ItemOutcome | undefined {
  if (status === 'successful') {
    return {
      status: 'exported',
      accountingEntryId,
      externalId: externalId ?? '',
      externalUrl,
      alreadyExported: false,
      warnings: [],
    };
  }
  if (status !== 'failed' && status !== 'abandoned') return undefined;
  const message = failureReason ?? `Pleo holds the entry as ${status}.`;
  const problem = { code: 'FAILED_AT_PLEO', reason: 'unexpected_failure', owner: 'bookkeeper', message } as const;
  return { status: 'failed', accountingEntryId, externalId, problem };
}
