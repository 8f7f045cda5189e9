import type { ExportJob } from '../model/export-job.js';
import type { ExportPorts } from './export-ports.js';
import type { JobReport } from './job-report.js';
import { takeLease, type LeaseKeeper } from './keep-lease.js';
import { runExportJob } from './run-export-job.js';

/** How long a company's lease runs before it must be renewed. */
const LEASE_MS = 60_000;

/**
 * Carries every eligible job of a company, one at a time, oldest first; with `jobId`, only that one. Stops at a job that stays open,
 * because a later one must not overtake it.
 *
 * @throws {IntegrationError} `LEASE_HELD` where another process works for the company; whatever keeps Pleo's jobs from being listed.
 */
export async function exportCompany(
  ports: ExportPorts,
  only: { readonly jobId?: string | undefined } = {},
): Promise<readonly JobReport[]> {
  const lease = await takeLease(ports, { companyId: ports.companyId, holder: ports.holder, durationMs: LEASE_MS });
  try {
    return await exportJobs({ ports, lease }, only.jobId);
  } finally {
    await lease.release();
  }
}

async function exportJobs(
  company: { readonly ports: ExportPorts; readonly lease: LeaseKeeper },
  jobId: string | undefined,
): Promise<readonly JobReport[]> {
  const reports: JobReport[] = [];
  for (;;) {
    const done = new Set(reports.map((report) => report.jobId));
    const job = await oldestEligibleJob(
      company.ports,
      (candidate) => !done.has(candidate.id) && (jobId ?? candidate.id) === candidate.id,
    );
    if (!job) return reports;
    const report = await runExportJob(job, company);
    reports.push(report);
    if (report.stopped?.unfinished) return reports;
  }
}

/** Source: Pleo, Detect and start Export Jobs: always the oldest; after a crash also those `in_progress`. */
async function oldestEligibleJob(
  { source, companyId }: ExportPorts,
  isWanted: (job: ExportJob) => boolean,
): Promise<ExportJob | undefined> {
  const jobs = await source.jobs(companyId, ['pending', 'in_progress']);
  return jobs.find(isWanted);
}
