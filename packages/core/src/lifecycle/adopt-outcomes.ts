import type { ExportJobItem } from '../model/export-job.js';
import type { ItemOutcome } from '../model/item-outcome.js';
import type { StoredItem } from '../ports/state-store.js';
import type { DocumentBook } from './document-book.js';
import type { JobRun } from './job-run.js';
import { learnAdopted } from './learn-adopted.js';
import type { Preparation } from './preparation.js';

/**
 * Takes over what Pleo already knows: an item that is final there keeps that status, whatever this store has lost. Outcomes that are
 * durable here and that Pleo does not have are reported again. Returns the ids of the items that are still to be done.
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

  const unknown = [...final.values()].filter((outcome) => !stored.get(outcome.accountingEntryId)?.outcome);
  if (unknown.length > 0) {
    await store.record(run.lease.current, {
      jobId,
      at: clock.now(),
      source: 'look-up',
      documents: [],
      outcomes: unknown,
    });
  }
  const told = [...final.values()].filter((outcome) => agrees(stored.get(outcome.accountingEntryId), outcome));
  if (told.length > 0) {
    await store.markReported(
      run.lease.current,
      jobId,
      told.map((outcome) => outcome.accountingEntryId),
      clock.now(),
    );
  }
  const toldIds = new Set(told.map((outcome) => outcome.accountingEntryId));
  const untold = [...stored.values()].filter(
    (item) => item.state === 'settled' && !toldIds.has(item.accountingEntryId),
  );
  run.reporter.add(untold.flatMap((item) => item.outcome ?? []));

  const successful = new Set(
    unknown.filter(({ status }) => status === 'exported').map((outcome) => outcome.accountingEntryId),
  );
  await learnAdopted(
    run,
    book,
    preparation.entries.filter((entry) => successful.has(entry.accountingEntryId)),
  );
  return new Set(
    [...stored.values()]
      .filter(({ state, accountingEntryId }) => state === 'enlisted' && !final.has(accountingEntryId))
      .map((item) => item.accountingEntryId),
  );
}

/** True where Pleo has what this store would tell it, or this store has nothing else to tell. */
function agrees(item: StoredItem | undefined, final: ItemOutcome): boolean {
  if (item?.state === 'reported') return false;
  if (!item?.outcome) return true;
  return (item.outcome.status === 'exported') === (final.status === 'exported');
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
