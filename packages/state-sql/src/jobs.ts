import type { ExportJobStatus, StoredJob } from '@ledgerferry/core';
import { z } from 'zod';
import type { Database } from './database.js';
import { refusal } from './state-failure.js';

/** What a job is taken up with. */
export type NewJob = Pick<StoredJob, 'jobId' | 'companyId' | 'tenant' | 'takenUpAs' | 'takenUpAt'>;

const jobRow = z
  .object({
    job_id: z.string(),
    company_id: z.string(),
    tenant: z.string(),
    taken_up_as: z.enum(['pending', 'in_progress']),
    first_of_company: z.number(),
    taken_up_at: z.number(),
    final_status: z.string().nullable(),
    finished_at: z.number().nullable(),
  })
  .transform((row): StoredJob => ({
    jobId: row.job_id,
    companyId: row.company_id,
    tenant: row.tenant,
    takenUpAs: row.taken_up_as,
    firstOfCompany: row.first_of_company === 1,
    takenUpAt: row.taken_up_at,
    finalStatus: row.final_status,
    finishedAt: row.finished_at,
  }));

/** The jobs this store has seen. */
export class Jobs {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Keeps a job as it was taken up first. */
  open(companyId: string, job: NewJob): { readonly job: StoredJob; readonly isNew: boolean } {
    const changed = this.#database.run(
      `insert into job (job_id, company_id, tenant, taken_up_as, first_of_company, taken_up_at)
       select :jobId, :companyId, :tenant, :takenUpAs,
              not exists (select 1 from job where company_id = :companyId), :takenUpAt
       where true on conflict do nothing`,
      {
        jobId: job.jobId,
        companyId: job.companyId,
        tenant: job.tenant,
        takenUpAs: job.takenUpAs,
        takenUpAt: job.takenUpAt,
      },
    );
    return { job: this.demand(companyId, job.jobId), isNew: changed === 1 };
  }

  /** The job, which must have been taken up for this company. */
  demand(companyId: string, jobId: string): StoredJob {
    const job = this.#database.rows(jobRow, 'select * from job where job_id = :jobId', { jobId })[0];
    if (job?.companyId === companyId) return job;
    throw refusal(
      `Export job ${jobId} was never taken up for company ${companyId} in this state file, so nothing can be written ` +
        'about it. Run the job again; if it stays, report this.',
    );
  }

  /** True where the job ends with this; a job that has ended keeps its status. */
  finish(jobId: string, finalStatus: ExportJobStatus, at: number): boolean {
    const changed = this.#database.run(
      'update job set final_status = :finalStatus, finished_at = :at where job_id = :jobId and final_status is null',
      { jobId, finalStatus, at },
    );
    return changed === 1;
  }

  /** Newest first. */
  ofCompany(companyId: string): readonly StoredJob[] {
    return this.#database.rows(
      jobRow,
      'select * from job where company_id = :companyId order by taken_up_at desc, job_id desc',
      { companyId },
    );
  }
}
