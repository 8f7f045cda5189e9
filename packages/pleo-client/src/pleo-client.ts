import {
  silentLogger,
  systemClock,
  type Clock,
  type CredentialStore,
  type CurrencyExponents,
  type ExportItem,
  type ExportJob,
  type ExportJobItem,
  type ExportJobItemStatus,
  type ExportJobStatus,
  type FinalEvent,
  type Logger,
  type MayBegin,
  type Page,
  type UnreadableExportItem,
} from '@ledgerferry/core';
import {
  createHttpClient,
  createPace,
  emptyAnswer,
  jsonAnswer,
  type FailureReasons,
  type HttpClient,
  type Pace,
} from '@ledgerferry/http';
import { z } from 'zod';
import { shorten, type ItemUpdateBody } from './item-update-body.js';
import { pleoAuthorization } from './pleo-authorization.js';
import { createPleoCalls, jsonBody, type ListedRows } from './pleo-calls.js';
import type { PleoConnection } from './pleo-connection.js';
import { pleoError, readRefusal, toPleoError } from './pleo-error.js';
import {
  exportJobAnswerSchema,
  exportJobItemSchema,
  exportJobSchema,
  identityAnswerSchema,
  itemUpdateAnswerSchema,
  type PleoIdentity,
} from './pleo-responses.js';
import { createAmountsReader } from './read-amounts.js';
import { readExportItem } from './read-export-item.js';
import { updateInBatches, type ItemUpdateAnswer } from './update-in-batches.js';

export interface PleoClientOptions {
  /** As parsed by `pleoConnectionSchema`. */
  readonly connection: PleoConnection;
  /** Names the connection in errors, and its tokens in the credential store. Default `Pleo`. */
  readonly name?: string;
  /** Where rotating tokens are kept; needed with `oauth` only. */
  readonly credentials?: CredentialStore;
  /** Budget of calls, to share one among clients. Default: one of its own, by the connection's `limits`. */
  readonly pace?: Pace;
  /** Default: the machine's. */
  readonly clock?: Clock;
  /** Default: says nothing. */
  readonly logger?: Logger;
  /** Spreads retries; evenly in [0, 1). Default `Math.random`. */
  readonly random?: () => number;
  /** How long reads are tried again, in milliseconds, where somebody waits for the answer. Default: five attempts. */
  readonly patienceMs?: number | undefined;
}

/** A job to be created. Normally Pleo's user does that. Source: Pleo Export API v3, `CreateExportJob`. */
export interface NewExportJob {
  readonly companyId: string;
  readonly accountingEntryIds: readonly string[];
  readonly employeeId?: string;
  /** Default true: started by a user. */
  readonly isInteractive?: boolean;
  /** Default false. */
  readonly vendorBasedBookkeeping?: boolean;
}

/** An event of a job: its start, or its end. */
export type JobEvent = { readonly event: 'started' } | FinalEvent;

/**
 * Pleo's Export API v3. Reads are tried again by themselves; every method throws an `IntegrationError` with a code of
 * `PLEO_ERRORS` or of `HTTP_ERRORS`.
 */
export interface PleoClient {
  /** Export jobs, in Pleo's order. `GET /v3/export-jobs` */
  listJobs(filter?: { companyId?: string; statuses?: readonly ExportJobStatus[] }): AsyncIterable<Page<ExportJob>>;
  /** `GET /v3/export-jobs/{jobId}` */
  getJob(jobId: string): Promise<ExportJob>;
  /** Never repeated by itself. `POST /v3/export-jobs` */
  createJob(job: NewExportJob): Promise<ExportJob>;
  /** Control layer. `GET /v3/export-jobs/{jobId}/items` */
  listJobItems(jobId: string, filter?: { status?: ExportJobItemStatus }): AsyncIterable<Page<ExportJobItem>>;
  /** Data layer; an unreadable item does not spoil its page. `GET /v3/export-items` */
  listExportItems(jobId: string): AsyncIterable<Page<ExportItem | UnreadableExportItem>>;
  /** Any number of updates, in batches. Repeating one is safe. `PUT /v3/export-jobs/{jobId}/items` */
  updateItems(jobId: string, updates: readonly ItemUpdateBody[], mayBegin?: MayBegin): Promise<ItemUpdateAnswer>;
  /** Taken, which is not yet applied. Never repeated by itself. `POST /v3/export-job-events` */
  postEvent(jobId: string, event: JobEvent, mayBegin?: MayBegin): Promise<void>;
  /** Whose credential this is. `GET /v1/introspect` */
  introspect(): Promise<PleoIdentity>;
}

/** Makes a client of Pleo's Export API v3. */
export function createPleoClient(options: PleoClientOptions): PleoClient {
  const { connection, clock = systemClock, logger = silentLogger } = options;
  const { pageSize, updateBatchSize, failureReasonLength } = connection;
  const http = createPleoHttp(options);
  const calls = createPleoCalls(http, { pageSize, clock });
  const exportItems = exportItemRows(connection.currencyExponents, logger);

  return {
    listJobs: ({ companyId, statuses } = {}) =>
      calls.list('/v3/export-jobs', { company_id: companyId, statuses }, EXPORT_JOBS),

    async getJob(jobId) {
      const answer = await calls.get(jobPath(jobId), jsonAnswer(exportJobAnswerSchema), `job ${jobId}`);
      return answer.data;
    },

    async createJob({ vendorBasedBookkeeping, ...job }) {
      const body = jsonBody(
        vendorBasedBookkeeping === undefined ? job : { ...job, options: { vendorBasedBookkeeping } },
      );
      const request = { method: 'POST', path: '/v3/export-jobs', body, write: true, mayWait: true } as const;
      const answer = await calls.call({ ...request, answer: jsonAnswer(exportJobAnswerSchema) }, 'a new export job');
      return answer.data;
    },

    listJobItems: (jobId, { status } = {}) => calls.list(`${jobPath(jobId)}/items`, { status }, jobItemRows(jobId)),

    listExportItems: (jobId) => calls.list('/v3/export-items', { job_id: demandId(jobId) }, exportItems(jobId)),

    updateItems: (jobId, updates, mayBegin) =>
      updateInBatches(updates, updateBatchSize, (batch) => putItems(http, jobId, batch, mayBegin)),

    async postEvent(jobId, event, mayBegin) {
      const body = jsonBody({ jobId: demandId(jobId), ...shortened(event, failureReasonLength) });
      const request = { method: 'POST', path: '/v3/export-job-events', body, write: true, mayWait: true } as const;
      await calls.call({ ...request, mayBegin, answer: emptyAnswer }, `job ${jobId}`);
    },

    async introspect() {
      const answer = await calls.get('/v1/introspect', jsonAnswer(identityAnswerSchema), 'the credential');
      return answer.data;
    },
  };
}

function createPleoHttp(options: PleoClientOptions): HttpClient {
  const { connection, credentials, name = 'Pleo', patienceMs } = options;
  const { clock = systemClock, logger = silentLogger, random = Math.random } = options;
  return createHttpClient({
    system: 'Pleo',
    baseUrl: connection.baseUrl,
    authorization: pleoAuthorization(connection, { name, credentials, clock, logger, random, patienceMs }),
    pace: options.pace ?? createPace({ ...connection.limits, clock }),
    timeLimitMs: connection.timeLimitMs,
    patienceMs,
    reasons: PLEO_REASONS,
    clock,
    logger,
    random,
  });
}

/** The only failure of Pleo itself that a job can be failed with. Source: Pleo Export API v3, `ExportJobFailureReasonType`. */
const PLEO_REASONS: FailureReasons = {
  HTTP_RATE_LIMITED: { jobReason: 'pleo_rate_limit' },
  HTTP_BUDGET_SPENT: { jobReason: 'pleo_rate_limit' },
};

const EXPORT_JOBS: ListedRows<ExportJob> = { schema: exportJobSchema, idOf: (job) => job.id, about: 'the export jobs' };

function jobItemRows(jobId: string): ListedRows<ExportJobItem> {
  return { schema: exportJobItemSchema, idOf: (item) => item.accountingEntryId, about: `job ${jobId}` };
}

function exportItemRows(exponents: CurrencyExponents, logger: Logger) {
  const readAmounts = createAmountsReader(exponents, logger);
  const schema = z.unknown().transform((raw) => {
    const item = readExportItem(raw, readAmounts);
    if (item === undefined) logger.warn({}, 'left out an export item without an id');
    return item;
  });
  return (jobId: string): ListedRows<ExportItem | UnreadableExportItem> => {
    return { schema, idOf: (item) => item.accountingEntryId, about: `job ${jobId}` };
  };
}

/** The same final values once more change nothing, so an update counts as a read and is repeated where needed. */
async function putItems(
  http: HttpClient,
  jobId: string,
  batch: readonly ItemUpdateBody[],
  mayBegin: MayBegin | undefined,
) {
  const request = { method: 'PUT', path: `${jobPath(jobId)}/items`, body: jsonBody(batch), write: false } as const;
  const answer = await http.request({ ...request, mayBegin, answer: jsonAnswer(itemUpdateAnswerSchema) });
  if (answer.ok) return answer.body;
  if (answer.status === 413) return 'too-large';
  throw toPleoError(readRefusal(answer), `job ${jobId}`);
}

function shortened(event: JobEvent, length: number): JobEvent {
  return event.event === 'failed' ? { ...event, failureReason: shorten(event.failureReason, length) } : event;
}

function jobPath(jobId: string): string {
  return `/v3/export-jobs/${demandId(jobId)}`;
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

function demandId(jobId: string): string {
  if (UUID.test(jobId)) return jobId;
  const message = `"${jobId.slice(0, 60)}" is no id of a Pleo job: those are UUIDs.`;
  throw pleoError('PLEO_JOB_NOT_FOUND', message);
}
