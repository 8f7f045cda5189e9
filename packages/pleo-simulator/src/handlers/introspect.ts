import { type Answer, jsonAnswer } from '../http/answer.js';
import { refuseUnknownParameters } from '../http/parse-query.js';
import type { SimulatedPleo } from '../simulated-pleo.js';
import type { SimulatedRequest } from './simulated-request.js';

/** Pleo: GET /v1/introspect. Names the company only when there is exactly one. */
export function introspect(pleo: SimulatedPleo, request: SimulatedRequest): Answer {
  if (pleo.strictRequests) refuseUnknownParameters(request.query, []);
  const companies = new Set(pleo.ledger.jobs().map((job) => job.companyId));
  const [companyId] = companies;
  return jsonAnswer(200, {
    data: {
      ...request.caller,
      scope: 'export-jobs:read export-jobs:write export-items:read',
      applicationName: 'Pleo simulator',
      subjectURN: companies.size === 1 ? `urn:pleo:company:${companyId}` : undefined,
    },
  });
}
