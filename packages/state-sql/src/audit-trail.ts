import type { AuditRecord } from '@ledgerferry/core';
import { z } from 'zod';
import type { Database } from './database.js';

/** A line to be written; the store numbers it. */
export type AuditLine = Omit<AuditRecord, 'sequence'>;

const auditRow = z
  .object({
    sequence: z.number(),
    at: z.number(),
    company_id: z.string(),
    job_id: z.string().nullable(),
    accounting_entry_id: z.string().nullable(),
    event: z.string(),
    detail: z.string(),
  })
  .transform((row): AuditRecord => ({
    sequence: row.sequence,
    at: row.at,
    companyId: row.company_id,
    jobId: row.job_id,
    accountingEntryId: row.accounting_entry_id,
    event: row.event,
    detail: row.detail,
  }));

/** An entry's lines are found through its jobs: an index over them would double what a write costs. */
const IN_ITS_JOBS = `accounting_entry_id = :accountingEntryId and job_id in (
  select job_id from job where company_id = :companyId and exists (
    select 1 from item where item.job_id = job.job_id and item.accounting_entry_id = :accountingEntryId))`;

/** What happened, in the order it happened. Lines are written in the commit of what they tell, and never change. */
export class AuditTrail {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  append(lines: readonly AuditLine[]): void {
    this.#database.runEach(
      'insert into audit (at, company_id, job_id, accounting_entry_id, event, detail) values (?, ?, ?, ?, ?, ?)',
      lines.map(({ at, companyId, jobId, accountingEntryId, event, detail }) => [
        at,
        companyId,
        jobId,
        accountingEntryId,
        event,
        detail,
      ]),
    );
  }

  read(of: {
    readonly companyId: string;
    readonly jobId?: string;
    readonly accountingEntryId?: string;
  }): readonly AuditRecord[] {
    const { companyId, jobId, accountingEntryId } = of;
    const conditions = ['company_id = :companyId'];
    const values: Record<string, string> = { companyId };
    if (jobId !== undefined) {
      conditions.push('job_id = :jobId');
      values['jobId'] = jobId;
    }
    if (accountingEntryId !== undefined) {
      conditions.push(jobId === undefined ? IN_ITS_JOBS : 'accounting_entry_id = :accountingEntryId');
      values['accountingEntryId'] = accountingEntryId;
    }
    const sql = `select * from audit where ${conditions.join(' and ')} order by sequence`;
    return this.#database.rows(auditRow, sql, values);
  }
}
