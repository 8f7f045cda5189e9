import type { ExportJob } from '../model/export-job.js';
import type { ReadingPorts } from './reading-ports.js';

/** The open job at Pleo that an entry waits in, for one that this store never met; undefined where it waits in none. Reads only. */
export async function findWaitingJob(
  { companyId, source }: Pick<ReadingPorts, 'companyId' | 'source'>,
  accountingEntryId: string,
): Promise<ExportJob | undefined> {
  for (const job of await source.jobs(companyId, ['pending', 'in_progress'])) {
    for await (const { rows } of source.jobItems(job.id)) {
      if (rows.some((row) => row.accountingEntryId === accountingEntryId)) return job;
    }
  }
  return undefined;
}
