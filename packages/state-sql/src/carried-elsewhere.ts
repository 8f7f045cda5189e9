import type { DocumentResult, EntryCarriedElsewhere, JobCarriedElsewhere } from '@ledgerferry/core';
import { z } from 'zod';
import type { Database } from './database.js';

const idRow = z.object({ id: z.string() });
const entryRow = z.object({ accountingEntryId: z.string(), externalId: z.string().nullable() });

/** Jobs that were carried without this store, and the entries that may be in the ledger because of them. */
export class CarriedElsewhere {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  note(companyId: string, { jobId, entries }: JobCarriedElsewhere): void {
    this.#database.run(
      'insert into job_elsewhere (company_id, job_id) values (:companyId, :jobId) on conflict do nothing',
      {
        companyId,
        jobId,
      },
    );
    this.#database.run(
      `insert into entry_elsewhere (company_id, accounting_entry_id, external_id)
       select :companyId, value ->> 'accountingEntryId', value ->> 'externalId' from json_each(:entries) where true
       on conflict do update set external_id = coalesce(excluded.external_id, external_id)`,
      { companyId, entries: JSON.stringify(entries) },
    );
  }

  /** What a person says of an entry ends the doubt. */
  forget(companyId: string, documents: readonly DocumentResult[]): void {
    this.#database.runEach(
      'delete from entry_elsewhere where company_id = ? and accounting_entry_id = ?',
      documents.map(({ accountingEntryId }) => [companyId, accountingEntryId]),
    );
  }

  jobIds(companyId: string): readonly string[] {
    const rows = this.#database.rows(
      idRow,
      'select job_id as id from job_elsewhere where company_id = :companyId order by job_id',
      { companyId },
    );
    return rows.map(({ id }) => id);
  }

  entries(companyId: string, accountingEntryIds: readonly string[]): readonly EntryCarriedElsewhere[] {
    return this.#database.rows(
      entryRow,
      `select accounting_entry_id as "accountingEntryId", external_id as "externalId" from json_each(:entries) as entry
       cross join entry_elsewhere on company_id = :companyId and accounting_entry_id = entry.value order by 1`,
      { companyId, entries: JSON.stringify(accountingEntryIds) },
    );
  }
}
