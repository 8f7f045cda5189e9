import { present, type Books } from './books.js';
import type { EnteredLine, HeldTransaction } from './held-records.js';

/** A line of the general ledger: what was entered, and what follows from it. */
export interface LedgerLine extends Omit<EnteredLine, 'taxReference'> {
  /** `main` is the side that a bill, credit or payment itself stands for. */
  readonly kind: 'main' | 'entered' | 'tax';
}

/** All that a transaction books, in minor units of its currency, positive for debit; the sum is nothing. */
export function ledgerLines(transaction: HeldTransaction, books: Books): readonly LedgerLine[] {
  const lines = unvoidedLines(transaction, books);
  return transaction.isVoided ? lines.map((line) => ({ ...line, amount: 0 })) : lines;
}

/** In minor units: all debits of what it was made for, also where it is voided by now. */
export function totalOf(transaction: HeldTransaction): number {
  const { recordType, lines, taxes, applications } = transaction;
  if (recordType === 'vendorPayment') return sum(applications);
  if (recordType === 'journalEntry') return sum(lines.filter(({ amount }) => amount > 0));
  return sum(lines) + sum(taxes);
}

/** What is still to be paid of a bill, or to be applied of a credit, in minor units. */
export function openAmount(transaction: HeldTransaction, { transactions }: Books): number {
  if (transaction.isVoided) return 0;
  if (transaction.recordType === 'vendorCredit') return totalOf(transaction) - sum(transaction.applications);
  if (transaction.recordType !== 'vendorBill') return 0;
  const settling = [...transactions.vendorPayment.all(), ...transactions.vendorCredit.all()];
  const settled = settling
    .filter(({ isVoided }) => !isVoided)
    .flatMap(({ applications }) => applications.filter(({ billId }) => billId === transaction.id));
  return totalOf(transaction) - sum(settled);
}

function unvoidedLines(transaction: HeldTransaction, books: Books): readonly LedgerLine[] {
  const { recordType, lines } = transaction;
  if (recordType === 'journalEntry') return lines.map((line) => ({ ...line, kind: 'entered' }));
  const total = totalOf(transaction);
  if (recordType === 'vendorPayment') {
    const payables = ownLine(transaction, { line: 1, accountId: transaction.payablesId, amount: total });
    return [mainLine(transaction, -total), { ...payables, kind: 'entered' }];
  }
  const sign = recordType === 'vendorBill' ? 1 : -1;
  const entered = lines.map((line): LedgerLine => ({ ...line, amount: sign * line.amount, kind: 'entered' }));
  return [mainLine(transaction, -sign * total), ...entered, ...taxLines(transaction, sign, books)];
}

function mainLine(transaction: HeldTransaction, amount: number): LedgerLine {
  return ownLine(transaction, { line: 0, accountId: transaction.accountId, amount });
}

function taxLines(transaction: HeldTransaction, sign: number, { taxCodes }: Books): readonly LedgerLine[] {
  const first = transaction.lines.reduce((most, { line }) => Math.max(most, line), 0) + 1;
  return transaction.taxes.map(({ taxCodeId, amount }, index) => {
    const { taxAccountId } = present(taxCodes.get(taxCodeId), `tax code ${taxCodeId}`);
    const line = ownLine(transaction, { line: first + index, accountId: taxAccountId, amount: sign * amount });
    return { ...line, kind: 'tax' };
  });
}

function ownLine(
  { id, memo, entityId, departmentId, classId, locationId }: HeldTransaction,
  { line, accountId, amount }: { line: number; accountId: string | null; amount: number },
): LedgerLine {
  return {
    kind: 'main',
    line,
    accountId: present(accountId, `account of transaction ${id}`),
    amount,
    memo,
    entityId,
    departmentId,
    classId,
    locationId,
    custom: {},
  };
}

function sum(amounts: readonly { readonly amount: number }[]): number {
  return amounts.reduce((total, { amount }) => total + amount, 0);
}
