import { allTransactions, type Books } from '../books/books.js';
import type { HeldTransaction } from '../books/held-records.js';
import { openAmount, totalOf } from '../books/ledger-lines.js';
import { emptyAnswer, type Answer } from '../http/answer.js';
import { userError } from '../http/problems.js';
import { checkStillOpen } from './checks/posting-period.js';
import { findEntity, findTransaction } from './find-record.js';
import { isTransactionType, type WritableType } from './record-types.js';

/** Deletes a record without a trace. @throws {Refusal} where others depend on it, or its period is closed. */
export function deleteRecord(type: WritableType, segment: string, books: Books): Answer {
  if (isTransactionType(type)) deleteTransaction(findTransaction(type, segment, books), books);
  else deleteEntity(type, segment, books);
  return emptyAnswer(204);
}

function deleteTransaction(transaction: HeldTransaction, books: Books): void {
  checkStillOpen(transaction, books);
  const isPaid = transaction.recordType === 'vendorBill' && openAmount(transaction, books) !== totalOf(transaction);
  if (isPaid && !transaction.isVoided) throw dependentRecords();
  books.transactions[transaction.recordType].delete(transaction.id);
  books.attachments = books.attachments.filter(({ transactionId }) => transactionId !== transaction.id);
}

function deleteEntity(type: 'vendor' | 'employee', segment: string, books: Books): void {
  const { id } = findEntity(type, segment, books);
  const isUsed = allTransactions(books).some(
    ({ entityId, lines }) => entityId === id || lines.some((line) => line.entityId === id),
  );
  if (isUsed) throw dependentRecords();
  (type === 'vendor' ? books.vendors : books.employees).delete(id);
}

function dependentRecords() {
  return userError(
    'This record cannot be deleted because it has dependent records.',
    'Dieser Datensatz kann nicht gelöscht werden, weil andere von ihm abhängen.',
  );
}
