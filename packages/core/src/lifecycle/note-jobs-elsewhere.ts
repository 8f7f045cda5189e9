import { IntegrationError } from '../errors/integration-error.js';
import { isOver, type ExportJob, type ExportJobItem } from '../model/export-job.js';
import type { AdapterCapabilities } from '../ports/accounting-adapter.js';
import type { EntryCarriedElsewhere, StoredJob } from '../ports/state-store.js';
import { chunk } from './arrange-batches.js';
import type { GuardedPorts } from './export-ports.js';
import type { LeaseKeeper } from './keep-lease.js';
import { readEveryPage } from './read-every-page.js';

/** How many jobs are read side by side, and noted in one commit. */
const JOBS_AT_ONCE = 8;

interface Surroundings {
  readonly ports: Pick<GuardedPorts, 'source' | 'store' | 'companyId' | 'clock' | 'logger'>;
  readonly lease: LeaseKeeper;
  readonly capabilities: Pick<AdapterCapabilities, 'reference'>;
}

/**
 * Accounts for every job that Pleo shows as begun and over and that this store did not bring to its end: it was lost meanwhile, or
 * restored from an older copy, or Pleo ended the job. Their entries may be in the ledger, so they are remembered, and looked up when
 * they are exported again. Each job is read once in a store's life, a page for every hundred ids; a crash on the way costs only what was
 * not noted yet.
 */
export async function noteJobsElsewhere(job: ExportJob, { ports, lease, capabilities }: Surroundings): Promise<void> {
  const { source, store, companyId, clock, logger } = ports;
  const stored = new Map((await store.jobs(companyId)).map((known) => [known.jobId, known]));
  const noted = new Set(await store.jobsCarriedElsewhere(companyId));
  const endedElsewhere = (await source.jobs(companyId, [])).filter(
    (other) => other.id !== job.id && wasBegun(other) && isOver(other) && !stored.get(other.id)?.finalStatus,
  );
  const unread = endedElsewhere.filter(({ id }) => !noted.has(id));
  if (unread.length > 0) logger.info({ jobs: unread.length }, 'reading jobs that were carried elsewhere, once');
  for (const some of chunk(unread, JOBS_AT_ONCE)) {
    const read = some.map(async (other) => ({
      jobId: other.id,
      entries: await entriesInDoubt(other, stored.get(other.id), { ports, capabilities }),
    }));
    await store.noteCarriedElsewhere(lease.current, await Promise.all(read), clock.now());
  }
  for (const { id, status } of endedElsewhere) {
    if (stored.has(id)) await store.finishJob(lease.current, id, status, clock.now());
  }
}

/** A job that failed before anybody started it was never carried. */
function wasBegun({ startedAt, status }: ExportJob): boolean {
  return startedAt !== null || status !== 'failed';
}

/**
 * All entries of the job; where nothing can be looked up, and this store carried the job from its beginning, its word counts for all but
 * those that Pleo knows as booked.
 */
async function entriesInDoubt(
  job: ExportJob,
  stored: StoredJob | undefined,
  { ports, capabilities }: Pick<Surroundings, 'ports' | 'capabilities'>,
): Promise<readonly EntryCarriedElsewhere[]> {
  const items = await itemsOf(job, ports);
  const isTrusted = capabilities.reference.lookup === 'none' && stored?.takenUpAs === 'pending';
  return items
    .filter(({ status }) => !isTrusted || status === 'successful')
    .map(({ accountingEntryId, externalId }) => ({ accountingEntryId, externalId }));
}

async function itemsOf(job: ExportJob, ports: Surroundings['ports']): Promise<readonly ExportJobItem[]> {
  try {
    const items = await readEveryPage<ExportJobItem, ExportJobItem>(
      {
        name: `list of items of the earlier job ${job.id}`,
        read: () => ports.source.jobItems(job.id),
        idOf: (item) => item.accountingEntryId,
        keep: (item) => item,
        expected: job.numberOfItems,
        otherwise: 'accept',
        onPage: () => {},
      },
      ports,
    );
    return [...items.values()];
  } catch (error) {
    // a job that Pleo lists and does not have any more must not hold up those to come
    if (!IntegrationError.isInstance(error) || error.code !== 'PLEO_JOB_NOT_FOUND') throw error;
    ports.logger.warn({ jobId: job.id }, 'Pleo does not show the items of an earlier job any more');
    return [];
  }
}
