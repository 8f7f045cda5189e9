import { IntegrationError } from '../errors/integration-error.js';
import type { ExportJob } from '../model/export-job.js';
import type { Readiness } from '../ports/accounting-adapter.js';
import type { StoredJob } from '../ports/state-store.js';
import type { GuardedPorts } from './export-ports.js';
import type { LedgerReader } from './guard-adapter.js';
import { PLEO_ANSWERS_WITHIN_MS, type LeaseKeeper } from './keep-lease.js';
import { noteJobsElsewhere } from './note-jobs-elsewhere.js';
import type { SystemAnswer } from './validate-accounting-system.js';

/** A job that has been taken up and is `in_progress` at Pleo. */
export interface StartedJob {
  readonly job: ExportJob;
  readonly stored: StoredJob;
  readonly resumed: boolean;
}

/**
 * Step 1. Takes the job up in the store, then posts `started`; a job already `in_progress` is resumed, not started again.
 * The store remembers that the job was `pending` before Pleo hears of it: a crash in between leaves a job that is known to be ours.
 * Where the accounting system cannot be used, the job is started all the same, because only a started job can be told why it fails; as
 * nothing was posted for it, no later run need look into it.
 *
 * Source: Pleo, Detect and start Export Jobs.
 */
export async function startJob(
  job: ExportJob,
  system: SystemAnswer,
  {
    ports,
    lease,
    reader,
  }: { readonly ports: GuardedPorts; readonly lease: LeaseKeeper; readonly reader: LedgerReader },
): Promise<StartedJob> {
  ports.onProgress({ jobId: job.id, step: 'start', done: 0, total: job.numberOfItems });
  const resumed = job.status === 'in_progress';
  const start = async (): Promise<ExportJob> => {
    if (resumed) return job;
    await lease.outlive(PLEO_ANSWERS_WITHIN_MS);
    return ports.source.start(job.id, lease.mayTellPleo);
  };
  if ('error' in system) {
    const untouched = { jobId: job.id, entries: [] };
    if (!resumed) await ports.store.noteCarriedElsewhere(lease.current, [untouched], ports.clock.now());
    await start();
    throw system.error;
  }
  await noteJobsElsewhere(job, { ports, lease, capabilities: reader.capabilities });
  const stored = await takeUp(job, system.readiness, { ports, lease });
  const started = await start();
  demandSameTenant(stored, system.readiness);
  return { job: started, stored, resumed };
}

function takeUp(
  job: ExportJob,
  { tenant }: Readiness,
  { ports, lease }: { readonly ports: GuardedPorts; readonly lease: LeaseKeeper },
): Promise<StoredJob> {
  return ports.store.openJob(lease.current, {
    jobId: job.id,
    companyId: job.companyId,
    tenant,
    takenUpAs: job.status === 'in_progress' ? 'in_progress' : 'pending',
    takenUpAt: ports.clock.now(),
  });
}

/** A job is posted to one organisation from beginning to end. */
function demandSameTenant(stored: StoredJob, { tenant, name }: Readiness): void {
  if (stored.tenant === tenant) return;
  throw new IntegrationError(
    'misconfigured',
    'TENANT_CHANGED',
    `Export Job ${stored.jobId} was begun in organisation ${stored.tenant}, but the connection now leads to ${name} (${tenant}). Restore the connection, or let the job end and export its entries again.`,
    { jobReason: 'invalid_configuration' },
  );
}
