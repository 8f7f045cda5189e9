import type { ExportJob } from '../book/export-job.js';
import { type Answer, serializedAnswer } from '../http/answer.js';
import { parseJson, parseShape } from '../http/parse-body.js';
import { parseChoice, parseUuid, refuseUnknownPagedParameters, singleParameter } from '../http/parse-query.js';
import { Refusal } from '../http/refusal.js';
import { ITEM_STATUSES, type ItemUpdateErrorType } from '../model/statuses.js';
import type { UpdateExportJobItem } from '../request-schemas.js';
import type { SimulatedPleo } from '../simulated-pleo.js';
import { serveListing } from './serve-listing.js';
import { faultsOf, type SimulatedRequest } from './simulated-request.js';

/** Pleo: GET /v3/export-jobs/{jobId}/items. Open for finished jobs too. */
export function getExportJobItems(pleo: SimulatedPleo, request: SimulatedRequest): Answer {
  if (pleo.strictRequests) refuseUnknownPagedParameters(request.query, ['status']);
  const job = pleo.ledger.job(parseUuid('jobId', request.id));
  const value = singleParameter(request.query, 'status');
  const status = value === undefined ? undefined : parseChoice('status', value, ITEM_STATUSES);
  const rows = status === undefined ? job.items : job.items.filter((item) => item.book.status === status);
  return serveListing(pleo, request, { collection: `items ${job.id} ${status ?? ''}`, rows });
}

/** Pleo: PUT /v3/export-jobs/{jobId}/items. A 200 may hold refused items. */
export function updateExportJobItems(pleo: SimulatedPleo, request: SimulatedRequest): Answer {
  const body = parseJson(request.contentType, request.body);
  const job = pleo.ledger.job(parseUuid('jobId', request.id));
  refuseTooMany(body, pleo.uploadBatchLimit);
  const updates = parseShape(pleo.schemas.updateExportJobItems, body);
  job.refuseIfFinished();

  const refusedByFault = collectRefused(request);
  const data: string[] = [];
  const errors: string[] = [];
  for (const update of updates) {
    const refused = refusedByFault.get(update.accountingEntryId.toLowerCase()) ?? findObjection(pleo, job, update);
    if (refused) errors.push(refuseItem(job, update, refused));
    else data.push(updateItem(pleo, job, update));
  }
  return serializedAnswer(200, `{"data":[${data.join(',')}],"errors":[${errors.join(',')}]}`);
}

function refuseTooMany(body: unknown, limit: number): void {
  if (!Array.isArray(body) || body.length <= limit) return;
  throw new Refusal({
    status: 413,
    type: 'EXPORT_JOB_ITEMS_UPDATE_LIMIT',
    message: `Number of items to update is ${body.length}, more than ${limit}.`,
  });
}

function collectRefused(request: SimulatedRequest): ReadonlyMap<string, ItemUpdateErrorType> {
  const faults = faultsOf(request.faults, 'items-refused');
  return new Map(
    faults.flatMap(({ accountingEntryIds, type }) => accountingEntryIds.map((id) => [id.toLowerCase(), type])),
  );
}

function findObjection(
  pleo: SimulatedPleo,
  job: ExportJob,
  update: UpdateExportJobItem,
): ItemUpdateErrorType | undefined {
  if (!pleo.ledger.knowsEntry(update.accountingEntryId)) return 'ACCOUNTING_ENTRY_DOES_NOT_EXIST';
  const accepts = job.findItem(update.accountingEntryId)?.accepts(update.status) ?? false;
  return accepts ? undefined : 'EXPORT_ENTRY_STATUS_UPDATE_FAILED';
}

function refuseItem(job: ExportJob, update: UpdateExportJobItem, type: ItemUpdateErrorType): string {
  const { accountingEntryId, status } = update;
  const item = job.findItem(accountingEntryId);
  item?.refuse(type);
  const message = item
    ? `The item is ${item.book.status} and was not set to ${status}.`
    : 'The accounting entry is not an item of this export job.';
  return JSON.stringify({ accountingEntryId, type, message });
}

function updateItem(pleo: SimulatedPleo, job: ExportJob, update: UpdateExportJobItem): string {
  const item = job.findItem(update.accountingEntryId);
  if (!item) throw new Error(`Entry ${update.accountingEntryId} was accepted although it is not in job ${job.id}.`);
  job.updateItem(item, update, pleo.now());
  return item.json();
}
