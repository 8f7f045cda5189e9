import type { Books } from '../books/books.js';
import { emptyAnswer, type Answer } from '../http/answer.js';
import { invalidRequest, nonexistent } from '../http/problems.js';
import { isSince, type ServiceCall } from '../http/service-call.js';
import { findTransaction } from './find-record.js';
import { isTransactionType, type WritableType } from './record-types.js';

/** `!attach/file/{id}`: hangs a file of the File Cabinet on a record; 204 also where it hangs there already. Since 2026.1. */
export function attachFile(
  type: WritableType,
  [segment, , kind, fileId]: readonly string[],
  call: ServiceCall,
): Answer {
  if (!isSince(call, '2026.1') || kind !== 'file' || !isTransactionType(type)) {
    throw invalidRequest('Invalid operation.', 'Unzulässige Operation.', 404);
  }
  if (call.body !== '') throw invalidRequest('The request body must be empty.', 'Der Anfragetext muss leer sein.');
  const { id } = findTransaction(type, segment ?? '', call.books);
  const file = call.books.files.get(fileId ?? '');
  if (!file) throw nonexistent();
  attach(file.id, id, call.books);
  return emptyAnswer(204);
}

/** Hangs a file on a transaction, once. */
export function attach(fileId: string, transactionId: string, books: Books): void {
  const isThere = books.attachments.some((other) => other.fileId === fileId && other.transactionId === transactionId);
  if (!isThere) books.attachments = [...books.attachments, { fileId, transactionId }];
}
