import type { Books } from '../books/books.js';
import type { HeldBankTransfer } from '../books/held-records.js';
import type { Problems } from '../api/problems.js';
import { lineTracking } from '../lines/line-tracking.js';
import { toScaled } from '../money/scaled.js';
import type { BankTransferElement } from './bank-transfer-element.js';
import { bankAccountOf, checkLength, checkLockDates, today } from './document-checks.js';

/** Checks and stores a transfer between two bank accounts of one currency; null where there are problems. Source: Xero Accounting API, Bank Transfers. */
export function storeBankTransfer(
  books: Books,
  sent: BankTransferElement,
  problems: Problems,
): HeldBankTransfer | null {
  const date = sent.Date ?? today(books);
  checkLockDates(books, date, problems);
  checkLength('Reference', sent.Reference, 255, problems);
  const from = bankAccountOf(books, sent.FromBankAccount, 'FromBankAccount', problems);
  const to = bankAccountOf(books, sent.ToBankAccount, 'ToBankAccount', problems);
  if (from && from === to) problems.error('A transfer needs two different bank accounts.');
  if (from && to && from.currency !== to.currency)
    problems.error('A transfer needs two bank accounts of the same currency.');
  const amount = toScaled(sent.Amount ?? '', 2) ?? 0;
  if (amount <= 0) problems.error('The transfer amount must be greater than zero, of at most 2 decimals.');
  const fail = (message: string) => problems.error(message);
  const fromTracking = lineTracking(books, sent.FromTracking ?? [], fail);
  const toTracking = lineTracking(books, sent.ToTracking ?? [], fail);
  if (!problems.isEmpty || !from || !to) return null;
  return books.bankTransfers.put({
    id: books.newId(),
    updatedAt: books.now(),
    createdAt: books.now(),
    status: 'AUTHORISED',
    fromAccountId: from.id,
    toAccountId: to.id,
    fromTransactionId: books.newId(),
    toTransactionId: books.newId(),
    date,
    amount,
    reference: sent.Reference ?? null,
    fromIsReconciled: sent.FromIsReconciled ?? false,
    toIsReconciled: sent.ToIsReconciled ?? false,
    fromTracking,
    toTracking,
  });
}
