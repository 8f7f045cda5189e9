import {
  silentLogger,
  systemClock,
  type Clock,
  type CredentialStore,
  type ExportItem,
  type ExportJob,
  type ExportJobItem,
  type ExportJobItemStatus,
  type ExportJobStatus,
  type FinalEvent,
  type Logger,
  type Page,
  type UnreadableExportItem,
} from '@ledgerferry/core';
import {
  createHttpClient,
  createPace,
  emptyAnswer,
  jsonAnswer,
  type AnswerReader,
  type HttpRequest,
  type Pace,
} from '@ledgerferry/http';
import { z } from 'zod';
import { shorten, type ItemUpdateBody } from './item-update-body.js';
import { pleoAuthorization } from './pleo-authorization.js';
import type { PleoConnection } from './pleo-connection.js';
import { pleoError, readRefusal, toPleoError } from './pleo-error.js';
import {
  exportJobAnswerSchema,
  exportJobItemSchema,
  exportJobSchema,
  identityAnswerSchema,
  itemUpdateAnswerSchema,
  pageSchema,
  type PleoIdentity,
  type PleoPage,
} from './pleo-responses.js';
import { createAmountsReader } from './read-amounts.js';
import { readExportItem } from './read-export-item.js';
import { readPages } from './read-pages.js';
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
 * `pleoErrorCodes` or of `httpErrorCodes`.
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
  updateItems(jobId: string, updates: readonly ItemUpdateBody[]): Promise<ItemUpdateAnswer>;
  /** Taken, which is not yet applied. Never repeated by itself. `POST /v3/export-job-events` */
  postEvent(jobId: string, event: JobEvent): Promise<void>;
  /** Whose credential this is. `GET /v1/introspect` */
  introspect(): Promise<PleoIdentity>;
}

/** Makes a client of Pleo's Export API v3. */
export function createPleoClient(options: PleoClientOptions): PleoClient {
  const { connection, name = 'Pleo', clock = systemClock, logger = silentLogger, random = Math.random } = options;
  const { limits, pageSize, updateBatchSize, failureReasonLength } = connection;
  const readAmounts = createAmountsReader(connection.currencyExponents, logger);
  const http = createHttpClient({
    system: 'Pleo',
    baseUrl: connection.baseUrl,
    authorization: pleoAuthorization(connection, { name, credentials: options.credentials, clock, logger, random }),
    pace: options.pace ?? createPace({ ...limits, clock }),
    timeLimitMs: connection.timeLimitMs,
    reasons: {
      HTTP_RATE_LIMITED: { jobReason: 'pleo_rate_limit' },
      HTTP_BUDGET_SPENT: { jobReason: 'pleo_rate_limit' },
    },
    clock,
    logger,
    random,
  });

  async function call<Body>(request: HttpRequest<Body>, about: string): Promise<Body> {
    const answer = await http.request(request);
    if (!answer.ok) throw toPleoError(readRefusal(answer), about);
    return answer.body;
  }

  function get<Body>(path: string, query: HttpRequest<Body>['query'], answer: AnswerReader<Body>, about: string) {
    return call({ method: 'GET', path, query, write: false, answer }, about);
  }

  function list<Row>(
    path: string,
    query: Record<string, string | readonly string[] | undefined>,
    rows: { schema: z.ZodType<Row | undefined>; idOf: (row: Row) => string; about: string },
  ): AsyncIterable<Page<Row>> {
    const answer: AnswerReader<PleoPage<Row | undefined>> = jsonAnswer(pageSchema(rows.schema));
    const readPage = (after: string | undefined) => get(path, { ...query, limit: pageSize, after }, answer, rows.about);
    return readPages({ readPage, idOf: rows.idOf, about: rows.about, clock });
  }

  const exportItemSchema = z.unknown().transform((raw) => {
    const item = readExportItem(raw, readAmounts);
    if (item === undefined) logger.warn({}, 'left out an export item without an id');
    return item;
  });

  return {
    listJobs: ({ companyId, statuses } = {}) =>
      list(
        '/v3/export-jobs',
        { company_id: companyId, statuses },
        { schema: exportJobSchema, idOf: (job) => job.id, about: 'the export jobs' },
      ),

    async getJob(jobId) {
      const answer = await get(jobPath(jobId), undefined, jsonAnswer(exportJobAnswerSchema), `job ${jobId}`);
      return answer.data;
    },

    async createJob({ vendorBasedBookkeeping, ...job }) {
      const json = vendorBasedBookkeeping === undefined ? job : { ...job, options: { vendorBasedBookkeeping } };
      const request = { method: 'POST', path: '/v3/export-jobs', body: jsonBody(json), write: true } as const;
      const answer = await call({ ...request, answer: jsonAnswer(exportJobAnswerSchema) }, 'a new export job');
      return answer.data;
    },

    listJobItems: (jobId, { status } = {}) =>
      list(
        `${jobPath(jobId)}/items`,
        { status },
        { schema: exportJobItemSchema, idOf: (item) => item.accountingEntryId, about: `job ${jobId}` },
      ),

    listExportItems: (jobId) =>
      list(
        '/v3/export-items',
        { job_id: demandId(jobId) },
        { schema: exportItemSchema, idOf: (item) => item.accountingEntryId, about: `job ${jobId}` },
      ),

    updateItems: (jobId, updates) =>
      updateInBatches(updates, updateBatchSize, async (batch) => {
        const body = jsonBody(batch);
        const path = `${jobPath(jobId)}/items`;
        // The same final values once more change nothing, so an update counts as a read.
        const request = {
          method: 'PUT',
          path,
          body,
          write: false,
          answer: jsonAnswer(itemUpdateAnswerSchema),
        } as const;
        const answer = await http.request(request);
        if (answer.ok) return answer.body;
        if (answer.status === 413) return 'too-large';
        throw toPleoError(readRefusal(answer), `job ${jobId}`);
      }),

    async postEvent(jobId, event) {
      const json = { jobId: demandId(jobId), ...shortened(event, failureReasonLength) };
      const request = { method: 'POST', path: '/v3/export-job-events', body: jsonBody(json), write: true } as const;
      await call({ ...request, answer: emptyAnswer, refusedMeansNotApplied: true }, `job ${jobId}`);
    },

    async introspect() {
      const answer = await get('/v1/introspect', undefined, jsonAnswer(identityAnswerSchema), 'the credential');
      return answer.data;
    },
  };
}

function jsonBody(json: unknown) {
  return { json, contentType: 'application/json;charset=UTF-8' };
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
  throw pleoError(
    'misconfigured',
    'PLEO_JOB_NOT_FOUND',
    `"${jobId.slice(0, 60)}" is no id of a Pleo job: those are UUIDs.`,
  );
}
