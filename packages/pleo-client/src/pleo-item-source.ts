import { silentLogger, systemClock, type ExportJob, type ItemSource, type Page } from '@ledgerferry/core';
import { createHttpClient, createPace, noAuthorization } from '@ledgerferry/http';
import { moveJob } from './move-job.js';
import { LARGEST_RECEIPT_BYTES, openReceipt } from './open-receipt.js';
import { createPleoClient, type PleoClient, type PleoClientOptions } from './pleo-client.js';
import { reportItems } from './report-items.js';

/** Receipts come from a file server, not from Pleo's API: they spend none of its calls. */
const RECEIPTS_AT_ONCE = 8;

/** Makes the {@link ItemSource} of one connection to Pleo. */
export function createPleoItemSource(options: PleoClientOptions): ItemSource {
  const { connection, clock = systemClock, logger = silentLogger, random = Math.random } = options;
  const client = createPleoClient(options);
  const files = createHttpClient({
    system: 'The file server',
    baseUrl: '',
    authorization: noAuthorization,
    pace: createPace({ concurrent: RECEIPTS_AT_ONCE, clock }),
    redirects: 5,
    maximumResponseBytes: LARGEST_RECEIPT_BYTES,
    timeLimitMs: connection.timeLimitMs,
    reasons: {},
    clock,
    logger,
    random,
  });
  const { updateBatchSize, failureReasonLength } = connection;

  return {
    maximumUpdates: updateBatchSize,
    jobs: (companyId, statuses) => readJobs(client, companyId, statuses),
    job: (jobId) => client.getJob(jobId),
    start: (jobId, mayBegin) => moveJob({ client, clock, random, jobId, event: { event: 'started' }, mayBegin }),
    jobItems: (jobId) => client.listJobItems(jobId),
    exportItems: (jobId) => client.listExportItems(jobId),
    report: (jobId, updates, mayBegin) =>
      reportItems({ client, clock, random, failureReasonLength, jobId, updates, mayBegin }),
    complete: (jobId, event, mayBegin) => moveJob({ client, clock, random, jobId, event, mayBegin }),
    openFile: (file) => openReceipt(files, file),
  };
}

async function readJobs(client: PleoClient, companyId: string, statuses: readonly string[]): Promise<ExportJob[]> {
  const jobs = await allRows(client.listJobs({ companyId, statuses }));
  // Asked of Pleo and checked here: another company's job must never reach this company's books.
  const isWanted = ({ status }: ExportJob): boolean => statuses.length === 0 || statuses.includes(status);
  return jobs.filter((job) => isSameId(job.companyId, companyId) && isWanted(job)).sort(byAge);
}

async function allRows<Row>(pages: AsyncIterable<Page<Row>>): Promise<Row[]> {
  const rows: Row[] = [];
  for await (const page of pages) rows.push(...page.rows);
  return rows;
}

function isSameId(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}

/** Oldest first, then by id. Source: Pleo, Detect and start export jobs. */
function byAge(left: ExportJob, right: ExportJob): number {
  const difference = Date.parse(left.createdAt) - Date.parse(right.createdAt);
  return difference !== 0 ? difference : left.id < right.id ? -1 : 1;
}
