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

const changedRow = z.object({ accounting_entry_id: z.string() }).transform((row) => row.accounting_entry_id);

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
    this.#demandEnlisted(
      jobId,
      outcomes.map((outcome) => outcome.accountingEntryId),
    );
    const changed = this.#database.rows(
      changedRow,
      `update item set outcome = new.value,
              state = iif(item.state = 'reported' and outcome ->> 'status' = new.value ->> 'status', 'reported', 'settled')
       from json_each(:outcomes) as new
       where item.job_id = :jobId and item.accounting_entry_id = new.value ->> 'accountingEntryId'
         and (item.outcome is null or item.outcome ->> 'status' in ('parked', 'not-attempted'))
       returning accounting_entry_id`,
      { jobId, outcomes: JSON.stringify(outcomes) },
    );
    return new Set(changed);
  }

  /** Returns the entries that were not reported before. */
  markReported(jobId: string, accountingEntryIds: readonly string[]): readonly string[] {
    this.#demandEnlisted(jobId, accountingEntryIds);
    return this.#database.rows(
      changedRow,
      `update item set state = 'reported'
       where job_id = :jobId and accounting_entry_id in (select value from json_each(:entries)) and state <> 'reported'
       returning accounting_entry_id`,
      { jobId, entries: JSON.stringify(accountingEntryIds) },
    );
  }

  ofJob(jobId: string): readonly StoredItem[] {
    return this.#database.rows(itemRow, 'select * from item where job_id = :jobId order by accounting_entry_id', {
      jobId,
    });
  }

  #demandEnlisted(jobId: string, accountingEntryIds: readonly string[]): void {
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
