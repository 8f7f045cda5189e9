import { type Answer, serializedAnswer } from '../http/answer.js';
import { parseJson, parseShape } from '../http/parse-body.js';
import { parseChoice, parseUuid, refuseUnknownPagedParameters, uuidParameter } from '../http/parse-query.js';
import { JOB_STATUSES } from '../model/statuses.js';
import type { SimulatedPleo } from '../simulated-pleo.js';
import { refuseMissingContraAccounts } from './refuse-missing-contra-accounts.js';
import { serveListing } from './serve-listing.js';
import type { SimulatedRequest } from './simulated-request.js';

/** Pleo: GET /v3/export-jobs. */
export function getExportJobs(pleo: SimulatedPleo, request: SimulatedRequest): Answer {
  if (pleo.strictRequests) refuseUnknownPagedParameters(request.query, ['company_id', 'statuses']);
  const companyId = uuidParameter(request.query, 'company_id');
  const statuses = request.query.getAll('statuses').map((status) => parseChoice('statuses', status, JOB_STATUSES));
  const rows = pleo.ledger
    .jobs()
    .filter((job) => companyId === undefined || job.companyId === companyId)
    .filter((job) => statuses.length === 0 || statuses.includes(job.status));
  return serveListing(pleo, request, { collection: `jobs ${companyId ?? ''} ${statuses.join()}`, rows });
}

/** Pleo: GET /v3/export-jobs/{jobId}. */
export function getExportJob(pleo: SimulatedPleo, request: SimulatedRequest): Answer {
  return serializedAnswer(200, `{"data":${pleo.ledger.job(parseUuid('jobId', request.id)).json()}}`);
}

/** Pleo: POST /v3/export-jobs. */
export function createExportJob(pleo: SimulatedPleo, request: SimulatedRequest): Answer {
  const body = parseShape(pleo.schemas.createExportJob, parseJson(request.contentType, request.body));
  refuseMissingContraAccounts(pleo, pleo.ledger.walletCurrencies(body.accountingEntryIds));
  return serializedAnswer(201, `{"data":${pleo.ledger.create(body).json()}}`);
}
