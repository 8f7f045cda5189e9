import type { Clock, ItemUpdate, MayBegin, UpdateResult } from '@ledgerferry/core';
import { defaultRetryPolicy, jitteredDelayMs } from '@ledgerferry/http';
import { toItemUpdateBody, type ItemUpdateBody } from './item-update-body.js';
import type { PleoClient } from './pleo-client.js';

/** How often an update that Pleo did not store is sent. */
const ATTEMPTS = 3;

/** The one error that sending again cannot cure. Source: Pleo Export API v3, `ExportJobItemUpdateErrorType`. */
const FINAL_ERROR = 'ACCOUNTING_ENTRY_DOES_NOT_EXIST';

interface Report {
  readonly client: PleoClient;
  readonly clock: Clock;
  readonly random: () => number;
  readonly failureReasonLength: number;
  readonly jobId: string;
  readonly updates: readonly ItemUpdate[];
  readonly mayBegin: MayBegin | undefined;
}

/**
 * Reports final statuses and says for each item what became of it. 200 does not mean that every item was stored: what Pleo
 * neither stored nor finally refused is sent again a few times, then looked up among the job's items.
 */
export async function reportItems(report: Report): Promise<readonly UpdateResult[]> {
  const { client, clock, random, jobId, updates, failureReasonLength, mayBegin } = report;
  const results = new Map<string, UpdateResult>();
  let open = updates.map((update) => toItemUpdateBody(update, failureReasonLength));
  for (let attempt = 1; open.length > 0 && attempt <= ATTEMPTS; attempt += 1) {
    if (attempt > 1) await clock.sleep(jitteredDelayMs(defaultRetryPolicy, attempt - 1, random));
    const { data, errors } = await client.updateItems(jobId, open, mayBegin);
    for (const { accountingEntryId } of open) results.set(accountingEntryId, undecided(accountingEntryId));
    for (const { accountingEntryId } of data) results.set(accountingEntryId, stored(accountingEntryId));
    for (const { accountingEntryId, type, message } of errors) {
      const status = type.toUpperCase() === FINAL_ERROR ? 'refused' : 'undecided';
      results.set(accountingEntryId, { accountingEntryId, status, message: `${type}: ${message ?? ''}` });
    }
    open = open.filter(({ accountingEntryId }) => results.get(accountingEntryId)?.status === 'undecided');
  }
  for (const id of await findStored(report, open)) results.set(id, stored(id));
  return updates.map(({ accountingEntryId }) => results.get(accountingEntryId) ?? undecided(accountingEntryId));
}

/** Which of the open updates the job shows as stored after all. */
async function findStored({ client, jobId }: Report, open: readonly ItemUpdateBody[]): Promise<string[]> {
  const found: string[] = [];
  for (const status of new Set(open.map((update) => update.status))) {
    const missing = new Set(
      open.filter((update) => update.status === status).map((update) => update.accountingEntryId),
    );
    for await (const { rows } of client.listJobItems(jobId, { status })) {
      for (const row of rows)
        if (row.status === status && missing.delete(row.accountingEntryId)) found.push(row.accountingEntryId);
      if (missing.size === 0) break;
    }
  }
  return found;
}

function stored(accountingEntryId: string): UpdateResult {
  return { accountingEntryId, status: 'stored', message: null };
}

function undecided(accountingEntryId: string): UpdateResult {
  return { accountingEntryId, status: 'undecided', message: 'Pleo did not mention this item in its answer.' };
}
