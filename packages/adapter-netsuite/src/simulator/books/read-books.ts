import { allTransactions, present, transactionOf, type Books } from './books.js';
import type { HeldEntity, HeldRecord, HeldTransaction } from './held-records.js';
import { ledgerLines, openAmount, totalOf } from './ledger-lines.js';
import type {
  AttachedFile,
  BookedAccount,
  BookedEntity,
  BookedLine,
  BookedPosting,
  BookedTransaction,
} from './netsuite-books.js';
import type { Table } from './table.js';

/** Every transaction as the back door shows it. */
export function readTransactions(books: Books): readonly BookedTransaction[] {
  return allTransactions(books).map((transaction) => bookedTransaction(transaction, books));
}

export function readAttachments({ attachments, files, folders }: Books): readonly AttachedFile[] {
  return attachments.map(({ fileId, transactionId }) => {
    const { name, folderId, byteLength } = present(files.get(fileId), `file ${fileId}`);
    return { fileId, fileName: name, folder: nameOf(folders, folderId), transactionId, byteLength };
  });
}

export function readEntities(table: Table<HeldEntity>): readonly BookedEntity[] {
  return table.all().map(({ id, entityId, companyName, externalId, isInactive }) => {
    return { id, entityId, name: companyName ?? entityId, externalId, isInactive };
  });
}

export function readAccounts({ accounts }: Books): readonly BookedAccount[] {
  return accounts.all().map(({ id, number, name, isInactive }) => ({ id, number, name, isInactive }));
}

/** Nothing once it is voided or reversed, or where it is gone. */
export function readPostings(transactionId: string, books: Books): readonly BookedPosting[] {
  const transaction = transactionOf(books, transactionId);
  if (!transaction || stateOf(transaction) === 'voided') return [];
  return bookedLines(transaction, books).map(({ account, amount }) => ({ account, amount }));
}

export function readLinks(transactionId: string, books: Books): readonly string[] {
  return transactionOf(books, transactionId)?.applications.map(({ billId }) => billId) ?? [];
}

export function readOpen(transactionId: string, books: Books): number {
  return openAmount(present(transactionOf(books, transactionId), `transaction ${transactionId}`), books);
}

function bookedTransaction(transaction: HeldTransaction, books: Books): BookedTransaction {
  const { id, recordType, externalId, name, date, dueDate, memo, entityId, custom } = transaction;
  const { subsidiaryId, periodId, currencyId } = transaction;
  return {
    id,
    recordType,
    externalId,
    tranId: name,
    state: stateOf(transaction),
    date,
    dueDate,
    period: nameOf(books.periods, periodId),
    subsidiary: subsidiaryId === null ? null : nameOf(books.subsidiaries, subsidiaryId),
    currency: present(books.currencies.get(currencyId), `currency ${currencyId}`).symbol,
    total: totalOf(transaction),
    memo,
    entityId,
    custom,
    lines: bookedLines(transaction, books),
  };
}

function stateOf(transaction: HeldTransaction): BookedTransaction['state'] {
  const { isVoided, isApproved, reversalId, reversalDate, isReversal } = transaction;
  if (isVoided || (reversalId !== null && reversalDate === null && !isReversal)) return 'voided';
  return isApproved ? 'live' : 'draft';
}

function bookedLines(transaction: HeldTransaction, books: Books): readonly BookedLine[] {
  return ledgerLines(transaction, books).map(({ accountId, line, amount, memo, custom, ...ids }) => {
    const { number } = present(books.accounts.get(accountId), `account ${accountId}`);
    const { entityId, departmentId, classId, locationId } = ids;
    return { line, account: number ?? accountId, amount, memo, entityId, departmentId, classId, locationId, custom };
  });
}

function nameOf(table: Table<HeldRecord>, id: string): string {
  return present(table.get(id), `record ${id}`).name;
}
