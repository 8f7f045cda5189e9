import type { ExportJobItem } from '../model/export-job.js';
import type { ItemOutcome } from '../model/item-outcome.js';
import type { StoredItem } from '../ports/state-store.js';
import type { DocumentBook } from './document-book.js';
import type { JobRun } from './job-run.js';
import { learnAdopted } from './learn-adopted.js';
import type { Preparation } from './preparation.js';

/**
 * Takes over what Pleo already knows: an item that is final there keeps that status, whatever this store has lost. Outcomes that are
 * durable here and that Pleo does not show are reported again. Returns the ids of the items that are still to be done.
 */
export async function adoptOutcomes(
  run: JobRun,
  jobItems: readonly ExportJobItem[],
  { preparation, book }: { readonly preparation: Preparation; readonly book: DocumentBook },
): Promise<ReadonlySet<string>> {
  const { store, clock } = run.ports;
  const { id: jobId } = run.job;
  const stored = new Map((await store.items(jobId)).map((item) => [item.accountingEntryId, item]));
  const final = new Map(
    jobItems.flatMap((item) => finalOutcomeOf(item) ?? []).map((outcome) => [outcome.accountingEntryId, outcome]),
  );

  const unknown = [...final.values()].filter((outcome) => isNews(stored.get(outcome.accountingEntryId), outcome));
  const successful = unknown.filter(({ status }) => status === 'exported').map((outcome) => outcome.accountingEntryId);
  if (successful.length > 0) {
    // this store lacks a part of the job's story: a later job must not believe that it would know
    const carried = {
      jobId,
      entries: jobItems.map(({ accountingEntryId, externalId }) => ({ accountingEntryId, externalId })),
    };
    await store.noteCarriedElsewhere(run.lease.current, [carried], clock.now());
  }
  if (unknown.length > 0) {
    await store.record(run.lease.current, {
      jobId,
      at: clock.now(),
      source: 'look-up',
      documents: [],
      outcomes: unknown,
    });
  }
  const told = [...final.values()].filter((outcome) => standsAtPleo(stored.get(outcome.accountingEntryId), outcome));
  const toldIds = new Set(told.map((outcome) => outcome.accountingEntryId));
  const news = new Set(unknown.map((outcome) => outcome.accountingEntryId));
  const unmarked = [...toldIds].filter((id) => news.has(id) || stored.get(id)?.state !== 'reported');
  if (unmarked.length > 0) await store.markReported(run.lease.current, jobId, unmarked, clock.now());
  const untold = [...stored.values()].filter((item) => !toldIds.has(item.accountingEntryId));
  run.reporter.add(untold.flatMap((item) => item.outcome ?? []));
  const again = told.find((outcome) => outcome.status === 'exported');
  if (again) run.reporter.remember(again);

  await learnAdopted(
    run,
    book,
    preparation.entries.filter(({ accountingEntryId }) => successful.includes(accountingEntryId)),
  );
  return new Set(
    [...stored.values()]
      .filter(({ state, accountingEntryId }) => state === 'enlisted' && !final.has(accountingEntryId))
      .map((item) => item.accountingEntryId),
  );
}

/** True where this store has no outcome, or only one in doubt that Pleo knows to have ended well. */
function isNews(item: StoredItem | undefined, final: ItemOutcome): boolean {
  return !item?.outcome || (item.outcome.status === 'parked' && final.status === 'exported');
}

/** True unless Pleo has an entry as failed that is known here as exported. A success at Pleo is never taken back. */
function standsAtPleo(item: StoredItem | undefined, final: ItemOutcome): boolean {
  return final.status === 'exported' || item?.outcome?.status !== 'exported';
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
