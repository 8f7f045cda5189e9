import type { PeriodState } from '../account/netsuite-account.js';
import { present, transactionOf, type Books } from './books.js';
import type { EnteredLine, HeldTransaction } from './held-records.js';
import { totalOf } from './ledger-lines.js';

/** What a person does in NetSuite: no request, no rule of the service. Each @throws where what it names is not there. */

export function removeTransaction(transactionId: string, books: Books): void {
  const { id, recordType } = transaction(transactionId, books);
  books.transactions[recordType].delete(id);
  books.attachments = books.attachments.filter((other) => other.transactionId !== id);
}

/** A journal is reversed by a second one; others come to nothing and stay visible. */
export function voidTransaction(transactionId: string, books: Books): void {
  const held = transaction(transactionId, books);
  if (held.recordType !== 'journalEntry') return change(held, { isVoided: true, memo: 'VOID' }, books);
  change(held, { reversalId: addReversal(held, held.date, books).id }, books);
}

/** An accrual: it counts, and on a later day it no longer does. */
export function reverseOn(transactionId: string, date: string, books: Books): void {
  const held = transaction(transactionId, books);
  change(held, { reversalId: addReversal(held, date, books).id, reversalDate: date }, books);
}

function addReversal(held: HeldTransaction, date: string, books: Books): HeldTransaction {
  return books.transactions.journalEntry.add((id) => ({
    ...held,
    id,
    date,
    name: `${held.name}R`,
    externalId: null,
    reversalId: held.id,
    isReversal: true,
    lines: held.lines.map((line) => ({ ...line, amount: -line.amount })),
    createdAt: books.now(),
  }));
}

export function changeExternalId(transactionId: string, externalId: string | null, books: Books): void {
  change(transaction(transactionId, books), { externalId }, books);
}

/** The first line takes the difference; of a journal the first on each side, of a payment what it settles first. */
export function changeTotal(transactionId: string, total: number, books: Books): void {
  const held = transaction(transactionId, books);
  const difference = total - totalOf(held);
  if (held.recordType === 'vendorPayment') {
    const [first, ...rest] = held.applications;
    const { billId, amount } = present(first, `bill that ${transactionId} settles`);
    return change(held, { applications: [{ billId, amount: amount + difference }, ...rest] }, books);
  }
  const isJournal = held.recordType === 'journalEntry';
  const places = isJournal ? [held.lines.find(isDebit), held.lines.find((line) => !isDebit(line))] : [held.lines[0]];
  const lines = held.lines.map((line) => {
    if (!places.includes(line)) return line;
    return { ...line, amount: line.amount + (isJournal && !isDebit(line) ? -difference : difference) };
  });
  change(held, { lines }, books);
}

/** To another day and the period that holds it. */
export function moveToDay(transactionId: string, date: string, books: Books): void {
  const period = books.periods.all().find(({ kind, start, end }) => kind === 'month' && start <= date && date <= end);
  const { id: periodId } = present(period, `period of ${date}`);
  change(transaction(transactionId, books), { date, periodId }, books);
}

export function approve(transactionId: string, books: Books): void {
  change(transaction(transactionId, books), { isApproved: true }, books);
}

export function deleteFile(fileId: string, books: Books): void {
  books.files.delete(present(books.files.get(fileId), `file ${fileId}`).id);
  books.attachments = books.attachments.filter((other) => other.fileId !== fileId);
}

export function setPeriod(name: string, state: PeriodState, { periods }: Books): void {
  const period = present(
    periods.all().find((other) => other.name === name),
    `period ${name}`,
  );
  periods.put({ ...period, state });
}

export function deactivateAccount(number: string, { accounts }: Books): void {
  const account = present(
    accounts.all().find((other) => other.number === number),
    `account ${number}`,
  );
  accounts.put({ ...account, isInactive: true });
}

export function deactivateVendor(entityId: string, { vendors }: Books): void {
  const vendor = present(
    vendors.all().find((other) => other.entityId === entityId),
    `vendor ${entityId}`,
  );
  vendors.put({ ...vendor, isInactive: true });
}

function transaction(id: string, books: Books): HeldTransaction {
  return present(transactionOf(books, id), `transaction ${id}`);
}

function change(held: HeldTransaction, changes: Partial<HeldTransaction>, books: Books): void {
  books.transactions[held.recordType].put({ ...held, ...changes, modifiedAt: books.now() });
}

function isDebit({ amount }: EnteredLine): boolean {
  return amount > 0;
}
