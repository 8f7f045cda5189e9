import { IntegrationError } from '../errors/integration-error.js';
import type { ExportJob } from '../model/export-job.js';
import type { ItemOutcome } from '../model/item-outcome.js';
import type { ExportPorts } from './export-ports.js';
import { toJobReport, type JobReport } from './job-report.js';
import type { LeaseKeeper } from './keep-lease.js';
import { processExportJob } from './process-export-job.js';
import { reportOutcomes, type OutcomeReporter } from './report-outcomes.js';

/**
 * Runs one job and answers for whatever stops it: a job that no further attempt can help is failed at Pleo with the reason, any
 * other stays open and can be taken up again. Outcomes that are known reach Pleo in both cases, as far as it can be reached.
 */
export async function runExportJob(
  job: ExportJob,
  { ports, lease }: { readonly ports: ExportPorts; readonly lease: LeaseKeeper },
): Promise<JobReport> {
  const startedAt = ports.clock.now();
  const reporter = reportOutcomes({ job, lease, ports });
  try {
    return await processExportJob(job, { ports, lease, reporter });
  } catch (thrown) {
    const error = asStop(thrown);
    ports.logger.error({ jobId: job.id, code: error.code, err: thrown }, 'job stopped');
    const status = await endAfter(error, job, { ports, lease, reporter });
    return {
      ...toJobReport({
        job: { ...job, status },
        outcomes: await knownOutcomes(job.id, ports),
        totals: new Map(),
        durationMs: ports.clock.now() - startedAt,
      }),
      stopped: { code: error.code, message: error.message, unfinished: !isFinal(status) || error.code === JOB_IS_OVER },
    };
  } finally {
    await reporter.abandon();
  }
}

interface RunningJob {
  readonly ports: ExportPorts;
  readonly lease: LeaseKeeper;
  readonly reporter: OutcomeReporter;
}

const JOB_IS_OVER = 'PLEO_JOB_IS_OVER';

/** Ends the job as far as that is right, and returns Pleo's status of it. */
async function endAfter(
  error: IntegrationError,
  job: ExportJob,
  { ports, lease, reporter }: RunningJob,
): Promise<ExportJob['status']> {
  if (error.kind === 'transient') return 'in_progress';
  try {
    if (error.code === JOB_IS_OVER) return await closeEndedJob(job, { ports, lease });
    reporter.add(await outcomesPleoLacks(job.id, ports));
    await reporter.finish();
    const failed = await ports.source.complete(job.id, {
      event: 'failed',
      failureReason: error.message,
      failureReasonType: error.jobReason ?? 'invalid_configuration',
    });
    await finishIfTakenUp(failed, { ports, lease });
    return failed.status;
  } catch (second) {
    ports.logger.error({ jobId: job.id, err: second }, 'job could not be failed at Pleo');
    return 'in_progress';
  }
}

/** Pleo ended the job: it expired or was cancelled. The next job takes its entries up. */
async function closeEndedJob(
  job: ExportJob,
  { ports, lease }: { readonly ports: ExportPorts; readonly lease: LeaseKeeper },
): Promise<ExportJob['status']> {
  const { status } = await ports.source.job(job.id);
  if (isFinal(status)) await finishIfTakenUp({ ...job, status }, { ports, lease });
  return status;
}

/** A job that stopped before it was taken up is not in the store. */
async function finishIfTakenUp(
  { id, companyId, status }: ExportJob,
  { ports: { store, clock }, lease }: { readonly ports: ExportPorts; readonly lease: LeaseKeeper },
): Promise<void> {
  const stored = await store.jobs(companyId);
  if (stored.some(({ jobId }) => jobId === id)) await store.finishJob(lease.current, id, status, clock.now());
}

/** What earlier runs settled and could not report any more. What this run settled is with the reporter already, or is told twice. */
async function outcomesPleoLacks(jobId: string, { store }: ExportPorts): Promise<readonly ItemOutcome[]> {
  const items = await store.items(jobId);
  return items.flatMap((item) => (item.state === 'settled' && item.outcome ? item.outcome : []));
}

async function knownOutcomes(jobId: string, { store }: ExportPorts): Promise<readonly ItemOutcome[]> {
  const items = await store.items(jobId);
  return items.map(({ accountingEntryId, outcome }) => outcome ?? { status: 'not-attempted', accountingEntryId });
}

/** Anything that is not ours is a defect: nothing is known of it, so the job stays open. */
function asStop(thrown: unknown): IntegrationError {
  if (IntegrationError.isInstance(thrown)) return thrown;
  return new IntegrationError(
    'transient',
    'UNEXPECTED',
    'Ledgerferry failed unexpectedly. Nothing was booked twice and nothing is lost: run again, and send us the log if it stays.',
    { cause: thrown },
  );
}

/** True once no further event can change the job. */
function isFinal(status: ExportJob['status']): boolean {
  return status !== 'pending' && status !== 'in_progress';
}
