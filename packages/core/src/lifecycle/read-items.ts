import type { ExportItem, UnreadableExportItem } from '../model/export-item.js';
import type { ExportJob, ExportJobItem } from '../model/export-job.js';
import type { ExportPorts } from './export-ports.js';
import { readEveryPage } from './read-every-page.js';

type ReadingPorts = Pick<ExportPorts, 'clock' | 'logger' | 'onProgress'> & {
  readonly source: Pick<ExportPorts['source'], 'jobItems' | 'exportItems'>;
};

/** Step 3. Every page of the control layer, in the order of the entries' ids. Must come to `numberOfItems`. */
export async function retrieveJobItems(job: ExportJob, ports: ReadingPorts): Promise<readonly ExportJobItem[]> {
  const jobItems = await readEveryPage(
    {
      name: 'list of items (control layer)',
      read: () => ports.source.jobItems(job.id),
      idOf: (item) => item.accountingEntryId,
      expected: job.numberOfItems,
      otherwise: 'refuse',
      onPage: (done) => ports.onProgress({ jobId: job.id, step: 'retrieve', done, total: job.numberOfItems }),
    },
    ports,
  );
  return jobItems.toSorted((left, right) => compareText(left.accountingEntryId, right.accountingEntryId));
}

/** Step 4, first half. Every page of the data layer, by entry id. An entry that stays away fails alone, later. */
export async function fetchExportItems(
  job: ExportJob,
  ports: ReadingPorts,
): Promise<ReadonlyMap<string, ExportItem | UnreadableExportItem>> {
  const exportItems = await readEveryPage(
    {
      name: 'list of payloads (data layer)',
      read: () => ports.source.exportItems(job.id),
      idOf: (item) => item.accountingEntryId,
      expected: job.numberOfItems,
      otherwise: 'accept',
      onPage: (done) => ports.onProgress({ jobId: job.id, step: 'fetch', done, total: job.numberOfItems }),
    },
    ports,
  );
  return new Map(exportItems.map((item) => [item.accountingEntryId, item]));
}

/** Orders texts by code unit, so that the order is the same on every machine. */
export function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
