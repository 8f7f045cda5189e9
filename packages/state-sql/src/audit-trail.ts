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
const IN_ITS_JOBS = `line.value ->> 0 = :accountingEntryId and audit.job_id in (
  select job_id from job where company_id = :companyId and exists (
    select 1 from item where item.job_id = job.job_id and item.accounting_entry_id = :accountingEntryId))`;

/** Each line with a number of its own, in the order they were written. */
const EACH_LINE = `
  select audit.sequence * 10000 + line.key as sequence, at, company_id, job_id,
    line.value ->> 0 as accounting_entry_id, line.value ->> 1 as event, line.value ->> 2 as detail
  from audit, json_each(audit.lines) line`;

/** What happened, in the order it happened. Lines are written in the commit of what they tell, and never change. */
export class AuditTrail {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Lines of one write: they share its time, company and job, and are kept as one row. */
  append(lines: readonly AuditLine[]): void {
    const [first] = lines;
    if (!first) return;
    const { at, companyId, jobId } = first;
    const told = lines.map(({ accountingEntryId, event, detail }) => [accountingEntryId, event, detail]);
    this.#database.run('insert into audit (at, company_id, job_id, lines) values (:at, :companyId, :jobId, :lines)', {
      at,
      companyId,
      jobId,
      lines: JSON.stringify(told),
    });
  }

  read(of: {
    readonly companyId: string;
    readonly jobId?: string;
    readonly accountingEntryId?: string;
  }): readonly AuditRecord[] {
    const { companyId, jobId, accountingEntryId } = of;
    const conditions = ['audit.company_id = :companyId'];
    const values: Record<string, string> = { companyId };
    if (jobId !== undefined) {
      conditions.push('audit.job_id = :jobId');
      values['jobId'] = jobId;
    }
    if (accountingEntryId !== undefined) {
      conditions.push(IN_ITS_JOBS);
      values['accountingEntryId'] = accountingEntryId;
    }
    return this.#database.rows(auditRow, `${EACH_LINE} where ${conditions.join(' and ')} order by 1`, values);
  }
}
