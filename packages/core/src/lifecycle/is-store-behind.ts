import type { ExportJob } from '../model/export-job.js';
import type { ExportPorts } from './export-ports.js';
import type { LeaseKeeper } from './keep-lease.js';

/**
 * True where Pleo shows a job as started, since this store first saw the company, with entries that this store does not know as
 * booked: it was then restored from an older copy, and may not know of other entries either. Jobs that Pleo ended without our doing
 * (expired, cancelled) are closed here on the way.
 */
export async function isStoreBehind(
  job: ExportJob,
  { source, store, companyId, clock }: ExportPorts,
  lease: LeaseKeeper,
): Promise<boolean> {
  const known = new Map((await store.jobs(companyId)).map((stored) => [stored.jobId, stored]));
  if (known.size === 0) return false;
  const firstSeenAt = Math.min(...[...known.values()].map((stored) => stored.takenUpAt));
  for (const other of await source.jobs(companyId, [])) {
    const startedSince = other.startedAt !== null && Date.parse(other.startedAt) > firstSeenAt;
    const stored = known.get(other.id);
    if (other.id === job.id || !startedSince || other.status === 'in_progress' || stored?.finalStatus) continue;
    if (!(await knowsWhatPleoKnows(other.id, { source, store, companyId }))) return true;
    if (stored) await store.finishJob(lease.current, other.id, other.status, clock.now());
  }
  return false;
}

async function knowsWhatPleoKnows(
  jobId: string,
  { source, store, companyId }: Pick<ExportPorts, 'source' | 'store' | 'companyId'>,
): Promise<boolean> {
  for await (const page of source.jobItems(jobId)) {
    const successful = page.rows.filter((row) => row.status === 'successful').map((row) => row.accountingEntryId);
    const documents = await store.documents(companyId, successful);
    const booked = new Set(
      documents.filter((document) => document.state === 'posted').map((document) => document.accountingEntryId),
    );
    if (successful.some((accountingEntryId) => !booked.has(accountingEntryId))) return false;
  }
  return true;
}
