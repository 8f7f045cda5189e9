import type { Answer } from '../http/answer.js';
import type { EndpointName } from '../http/endpoints.js';
import { Refusal } from '../http/refusal.js';
import type { SimulatedPleo } from '../simulated-pleo.js';
import { getExportItems } from './export-items.js';
import { createExportJobEvent } from './export-job-events.js';
import { getExportJobItems, updateExportJobItems } from './export-job-items.js';
import { createExportJob, getExportJob, getExportJobs } from './export-jobs.js';
import { serveFile } from './file.js';
import { introspect } from './introspect.js';
import type { SimulatedRequest } from './simulated-request.js';
import { issueToken } from './token.js';

type Handler = (pleo: SimulatedPleo, request: SimulatedRequest) => Answer;

/** Which handler answers which endpoint. Handlers are synchronous: a request has its whole effect at one instant. */
export const HANDLERS: Readonly<Record<EndpointName, Handler>> = {
  'get-export-jobs': getExportJobs,
  'create-export-job': createExportJob,
  'get-export-job': getExportJob,
  'create-export-job-event': createExportJobEvent,
  'get-export-job-items': getExportJobItems,
  'update-export-job-items': updateExportJobItems,
  'get-export-items': getExportItems,
  introspect,
  token: issueToken,
  file: serveFile,
  unknown: refuseUnknown,
};

function refuseUnknown(_: SimulatedPleo, { record }: SimulatedRequest): never {
  throw new Refusal({ status: 404, type: 'NOT_FOUND', message: `There is no ${record.method} ${record.path}.` });
}
