import type { HeldTransaction } from '../books/held-records.js';
import type { TransactionType } from '../books/netsuite-books.js';
import { emptyAnswer, type Answer } from '../http/answer.js';
import type { ServiceCall } from '../http/service-call.js';
import { externalIdIn, findEntity, findTransaction, namedIn } from './find-record.js';
import { readRecordBody, type SentRecord } from './read-record-body.js';
import { fieldsOf, isTransactionType, type WritableType } from './record-types.js';
import { storeEntity } from './store-entity.js';
import { storeTransaction } from './store-transaction.js';

/** POST to a collection: makes a record. */
export function createRecord(type: WritableType, call: ServiceCall): Answer {
  const body = readRecordBody(call, fieldsOf(type, call.books.account));
  const id = isTransactionType(type)
    ? putTransaction({ type, call, body, before: null, isNew: true })
    : putEntity({ type, call, body, segment: null });
  return written(type, id, call, body);
}

/** PATCH of a record: changes what is sent. */
export function updateRecord(type: WritableType, segment: string, call: ServiceCall): Answer {
  const body = readRecordBody(call, fieldsOf(type, call.books.account));
  const id = isTransactionType(type)
    ? putTransaction({ type, call, body, before: findTransaction(type, segment, call.books), isNew: false })
    : putEntity({ type, call, body, segment });
  return written(type, id, call, body);
}

/** PUT by an external id: makes or changes a record, and the answer does not tell which. Repeated lines are added once more. */
export function upsertRecord(type: WritableType, segment: string, call: ServiceCall): Answer {
  const { books } = call;
  const body = readRecordBody(call, fieldsOf(type, books.account), externalIdIn(segment));
  if (isTransactionType(type)) {
    const before = namedIn(books.transactions[type], segment);
    return written(type, putTransaction({ type, call, body, before, isNew: before === null }), call, body);
  }
  const isKnown = namedIn(type === 'vendor' ? books.vendors : books.employees, segment) !== null;
  return written(type, putEntity({ type, call, body, segment: isKnown ? segment : null }), call, body);
}

/** What a write of a transaction is about. */
export interface TransactionPut {
  readonly type: TransactionType;
  readonly call: ServiceCall;
  readonly body: SentRecord;
  readonly before: HeldTransaction | null;
  readonly isNew: boolean;
}

/** Stores a transaction; answers with its internal id. */
export function putTransaction({ type, call, body, before, isNew }: TransactionPut): string {
  const replaced = new Set((call.query.get('replace') ?? '').split(',').map((name) => name.trim()));
  const { sent, refuseFindings } = body;
  return storeTransaction({ recordType: type, sent, before, isNew, replaced, refuseFindings, books: call.books }).id;
}

/** 204 with the address of what was written, and with what was passed over. */
export function written(type: WritableType, id: string, { serviceUrl }: ServiceCall, body: SentRecord): Answer {
  return emptyAnswer(204, { Location: `${serviceUrl}/${type}/${id}`, ...body.warnings() });
}

function putEntity({
  type,
  call,
  body,
  segment,
}: {
  type: 'vendor' | 'employee';
  call: ServiceCall;
  body: SentRecord;
  segment: string | null;
}): string {
  const before = segment === null ? null : findEntity(type, segment, call.books);
  const { sent, refuseFindings } = body;
  return storeEntity({ kind: type, sent, before, refuseFindings, books: call.books }).id;
}
