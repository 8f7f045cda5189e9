import type { Answer } from '../http/answer.js';
import { invalidRequest } from '../http/problems.js';
import type { ServiceCall } from '../http/service-call.js';
import { attachFile } from './attach-file.js';
import { answerCatalog } from './catalog.js';
import { deleteRecord } from './delete-record.js';
import { listRecords, readRecord } from './read-record.js';
import { writableType, type WritableType } from './record-types.js';
import { transformBill } from './transform-bill.js';
import { createRecord, updateRecord, upsertRecord } from './write-record.js';

/** Answers a call to the record service. Source: Oracle, SuiteTalk REST Web Services: Working with Records. */
export function answerRecord(call: ServiceCall): Answer {
  const [typeName = '', segment, action] = call.segments;
  if (call.headers['prefer']?.includes('respond-async') === true)
    throw invalid('Asynchronous execution is not enabled.');
  if (typeName === 'metadata-catalog') return answerCatalog(call);
  if (call.method === 'GET')
    return segment === undefined ? listRecords(typeName, call) : readRecord(typeName, segment, call);
  const type = writableType(typeName);
  if (type === null) throw invalid(`Record type ${typeName} was not found.`, 404);
  if (segment === undefined) return call.method === 'POST' ? createRecord(type, call) : refuseMethod(call);
  return action === undefined ? answerInstance(type, segment, call) : answerAction(type, segment, call);
}

function answerInstance(type: WritableType, segment: string, call: ServiceCall): Answer {
  switch (call.method) {
    case 'PATCH':
      return updateRecord(type, segment, call);
    case 'PUT':
      if (!/^eid:.+/i.test(segment)) throw invalid('PUT names a record by its external id: eid:(.+).');
      return upsertRecord(type, segment, call);
    case 'DELETE':
      return deleteRecord(type, segment, call.books);
    default:
      return refuseMethod(call);
  }
}

function answerAction(type: WritableType, segment: string, call: ServiceCall): Answer {
  const [, , action, target = ''] = call.segments;
  if (call.method !== 'POST') return refuseMethod(call);
  if (action === '!transform' && type === 'vendorBill') return transformBill(segment, target, call);
  if (action === '!attach') return attachFile(type, call.segments.slice(1), call);
  throw invalid('Invalid operation.', 404);
}

function refuseMethod({ method }: ServiceCall): never {
  throw invalid(`The method ${method} is not supported here.`, 405);
}

function invalid(en: string, status = 400) {
  return invalidRequest(en, 'Die Anfrage ist ungültig.', status);
}
