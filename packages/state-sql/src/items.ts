import { ITEM_FAILURE_REASON_TYPES, type ItemOutcome, type StoredItem } from '@ledgerferry/core';
import { z } from 'zod';
import type { Database } from './database.js';
import { refusal } from './state-failure.js';

const outcomeSchema: z.ZodType<ItemOutcome> = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('exported'),
    accountingEntryId: z.string(),
    externalId: z.string(),
    externalUrl: z.string().nullable(),
    alreadyExported: z.boolean(),
    warnings: z.array(z.string()),
  }),
  z.object({
    status: z.literal('failed'),
    accountingEntryId: z.string(),
    problem: z.object({
      code: z.string(),
      reason: z.enum(ITEM_FAILURE_REASON_TYPES),
      owner: z.enum(['bookkeeper', 'administrator', 'ledgerferry']),
      message: z.string(),
    }),
    externalId: z.string().nullable(),
  }),
  z.object({ status: z.literal('parked'), accountingEntryId: z.string(), evidence: z.string() }),
  z.object({ status: z.literal('not-attempted'), accountingEntryId: z.string() }),
]);

const itemRow = z
  .object({
    job_id: z.string(),
    accounting_entry_id: z.string(),
    state: z.enum(['enlisted', 'settled', 'reported']),
    outcome: z.string().nullable(),
  })
  .transform((row): StoredItem => ({
    jobId: row.job_id,
    accountingEntryId: row.accounting_entry_id,
    state: row.state,
    outcome: row.outcome === null ? null : outcomeSchema.parse(JSON.parse(row.outcome)),
  }));

/** The items of each job, with what became of them. */
export class Items {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Returns how many were not known yet. */
  enlist(jobId: string, accountingEntryIds: readonly string[]): number {
    return this.#database.run(
      `insert into item (job_id, accounting_entry_id, state)
       select :jobId, value, 'enlisted' from json_each(:entries) where true on conflict do nothing`,
      { jobId, entries: JSON.stringify(accountingEntryIds) },
    );
  }

  /**
   * Returns the entries whose outcome this is now. Exported and failed items keep theirs; one that Pleo was told already
   * is to be reported again only where it ends otherwise.
   */
  settle(jobId: string, outcomes: readonly ItemOutcome[]): ReadonlySet<string> {
    const changes = this.#database.runEach(
      `update item set outcome = ?1,
         state = iif(state = 'reported' and outcome ->> 'status' = ?1 ->> 'status', 'reported', 'settled')
       where job_id = ?2 and accounting_entry_id = ?3
         and (outcome is null or outcome ->> 'status' in ('parked', 'not-attempted'))`,
      outcomes.map((outcome) => [JSON.stringify(outcome), jobId, outcome.accountingEntryId]),
    );
    return this.#changed(
      jobId,
      outcomes.map((outcome) => outcome.accountingEntryId),
      changes,
    );
  }

  /** Returns the entries that were not reported before. */
  markReported(jobId: string, accountingEntryIds: readonly string[]): ReadonlySet<string> {
    const changes = this.#database.runEach(
      "update item set state = 'reported' where job_id = ? and accounting_entry_id = ? and state <> 'reported'",
      accountingEntryIds.map((accountingEntryId) => [jobId, accountingEntryId]),
    );
    return this.#changed(jobId, accountingEntryIds, changes);
  }

  ofJob(jobId: string): readonly StoredItem[] {
    return this.#database.rows(itemRow, 'select * from item where job_id = :jobId order by accounting_entry_id', {
      jobId,
    });
  }

  /** The entries that were changed; the others must at least be there. */
  #changed(jobId: string, accountingEntryIds: readonly string[], changes: readonly number[]): ReadonlySet<string> {
    this.#demandEnlisted(
      jobId,
      accountingEntryIds.filter((_, index) => changes[index] === 0),
    );
    return new Set(accountingEntryIds.filter((_, index) => changes[index] === 1));
  }

  #demandEnlisted(jobId: string, accountingEntryIds: readonly string[]): void {
    if (accountingEntryIds.length === 0) return;
    const missing = this.#database.rows(
      z.object({ value: z.string() }),
      `select value from json_each(:entries) where not exists
         (select 1 from item where job_id = :jobId and accounting_entry_id = value) limit 1`,
      { jobId, entries: JSON.stringify(accountingEntryIds) },
    )[0];
    if (missing) {
      throw refusal(
        `Entry ${missing.value} was never enlisted in export job ${jobId}, so its outcome cannot be kept. Report this.`,
      );
    }
  }
}
