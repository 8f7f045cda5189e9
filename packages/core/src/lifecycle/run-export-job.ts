import { IntegrationError } from '../errors/integration-error.js';
import { isOver, type ExportJob } from '../model/export-job.js';
import type { ItemOutcome } from '../model/item-outcome.js';
import type { ExportPorts, GuardedPorts } from './export-ports.js';
import { toJobReport, type JobReport } from './job-report.js';
import { PLEO_ANSWERS_WITHIN_MS, type LeaseKeeper } from './keep-lease.js';
import { outcomesAtPleo } from './outcomes-at-pleo.js';
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
        outcomes: outcomesAtPleo(await knownOutcomes(job.id, ports), reporter.refusals),
        totals: new Map(),
        durationMs: ports.clock.now() - startedAt,
      }),
      stopped: {
        code: error.code,
        message: error.message,
        unfinished: !isOver({ status }) || error.code === JOB_IS_OVER,
      },
    };
  } finally {
    await reporter.abandon();
  }
}

interface RunningJob {
  readonly ports: GuardedPorts;
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
  if (error.kind === 'transient') return leaveOpen(job, { ports, reporter });
  try {
    if (error.code === JOB_IS_OVER) return await closeEndedJob(job, { ports, lease });
    reporter.add(await outcomesPleoLacks(job.id, ports));
    await reporter.finish();
    const { message, jobReason: failureReasonType = 'invalid_configuration' } = error;
    const failureReason = [message, ...partlyBooked(await countBegun(job.id, ports))].join(' ');
    await lease.outlive(PLEO_ANSWERS_WITHIN_MS);
    const event = { event: 'failed', failureReason, failureReasonType } as const;
    const failed = await ports.source.complete(job.id, event, lease.mayTellPleo);
    await noteEnd(job, failed.status, { ports, lease });
    return failed.status;
  } catch (second) {
    ports.logger.error({ jobId: job.id, err: second }, 'job could not be failed at Pleo');
    return statusAtPleo(job, { ports, reporter });
  }
}

/** The next run goes on with it. What is known by now is reported, as far as Pleo can be reached. */
async function leaveOpen(
  job: ExportJob,
  { ports, reporter }: Pick<RunningJob, 'ports' | 'reporter'>,
): Promise<ExportJob['status']> {
  await reporter.finish().catch((error: unknown) => {
    ports.logger.warn({ jobId: job.id, err: error }, 'not all outcomes could be reported');
  });
  return statusAtPleo(job, { ports, reporter });
}

/** Pleo's own word where the start was not seen; an answer to it may have been lost. */
async function statusAtPleo(
  job: ExportJob,
  { ports, reporter }: Pick<RunningJob, 'ports' | 'reporter'>,
): Promise<ExportJob['status']> {
  if (reporter.job.status !== 'pending') return reporter.job.status;
  try {
    return (await ports.source.job(job.id)).status;
  } catch {
    return job.status;
  }
}

/** Pleo ended the job: it expired or was cancelled. The next job takes its entries up. */
async function closeEndedJob(
  job: ExportJob,
  { ports, lease }: { readonly ports: GuardedPorts; readonly lease: LeaseKeeper },
): Promise<ExportJob['status']> {
  const { status } = await ports.source.job(job.id);
  if (isOver({ status })) await noteEnd(job, status, { ports, lease });
  return status;
}

/**
 * Notes the end of a job that this run began; one that stopped before it was taken up is not in the store. A job that was resumed was in
 * doubt as a whole, and ended before that was settled: it is left to the company's next job, which accounts for what ended elsewhere.
 */
async function noteEnd(
  { id, companyId, status: found }: ExportJob,
  status: ExportJob['status'],
  { ports: { store, clock }, lease }: { readonly ports: GuardedPorts; readonly lease: LeaseKeeper },
): Promise<void> {
  if (found === 'in_progress') return;
  const stored = await store.jobs(companyId);
  if (stored.some(({ jobId }) => jobId === id)) await store.finishJob(lease.current, id, status, clock.now());
}

/** What earlier runs settled and could not report any more. What this run settled is with the reporter already, or is told twice. */
async function outcomesPleoLacks(jobId: string, { store }: GuardedPorts): Promise<readonly ItemOutcome[]> {
  const items = await store.items(jobId);
  return items.flatMap((item) => (item.state === 'settled' && item.outcome ? item.outcome : []));
}

/** How many entries without an outcome the ledger holds in part, or may hold. */
async function countBegun(jobId: string, { store, companyId }: GuardedPorts): Promise<number> {
  const open = (await store.items(jobId)).filter(({ state }) => state === 'enlisted');
  const documents = await store.documents(
    companyId,
    open.map((item) => item.accountingEntryId),
  );
  const begun = documents.filter(({ state }) => state !== 'planned' && state !== 'refused');
  return new Set(begun.map((document) => document.accountingEntryId)).size;
}

/** Pleo shows these entries as abandoned: nobody may take them for not booked. */
function partlyBooked(entries: number): readonly string[] {
  if (entries === 0) return [];
  const are = entries === 1 ? '1 of its entries is' : `${entries} of its entries are`;
  return [`${are} in the ledger in part, or may be: export them again rather than book them by hand.`];
}

async function knownOutcomes(jobId: string, { store }: GuardedPorts): Promise<readonly ItemOutcome[]> {
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
