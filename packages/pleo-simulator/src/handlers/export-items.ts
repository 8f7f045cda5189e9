import type { Answer } from '../http/answer.js';
import { refuseUnknownPagedParameters, uuidParameter } from '../http/parse-query.js';
import { badRequest } from '../http/refusal.js';
import type { SimulatedPleo } from '../simulated-pleo.js';
import { refuseMissingContraAccounts } from './refuse-missing-contra-accounts.js';
import { serveListing } from './serve-listing.js';
import type { SimulatedRequest } from './simulated-request.js';

/** Pleo: GET /v3/export-items. Open for pending and running jobs; `job_id` is demanded, as no meaning without it is known. */
export function getExportItems(pleo: SimulatedPleo, request: SimulatedRequest): Answer {
  if (pleo.strictRequests) refuseUnknownPagedParameters(request.query, ['job_id']);
  const jobId = uuidParameter(request.query, 'job_id');
  if (jobId === undefined) throw badRequest('"job_id" is missing: name the export job.');
  const job = pleo.ledger.job(jobId);
  job.refuseIfFinished();
  refuseMissingContraAccounts(pleo, job.walletCurrencies);
  const answer = serveListing(pleo, request, { collection: `export items ${job.id}`, rows: job.exportItems });
  job.countExportItemRead();
  return answer;
}
