import type { Answer } from '../http/answer.js';
import { parseJson, parseShape } from '../http/parse-body.js';
import type { SimulatedPleo } from '../simulated-pleo.js';
import type { SimulatedRequest } from './simulated-request.js';

/** Pleo: POST /v3/export-job-events. */
export function createExportJobEvent(pleo: SimulatedPleo, request: SimulatedRequest): Answer {
  const event = parseShape(pleo.schemas.createExportJobEvent, parseJson(request.contentType, request.body));
  const now = pleo.now();
  pleo.ledger.job(event.jobId).post(event, now, new Date(now.getTime() + pleo.applyEventsAfterMs));
  return { status: 202, headers: {}, body: '' };
}
