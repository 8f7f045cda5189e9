import { present, type Books } from '../../books/books.js';
import type { Application, HeldTransaction } from '../../books/held-records.js';
import { openAmount } from '../../books/ledger-lines.js';
import { invalidValue, userError } from '../../http/problems.js';
import { Refusal } from '../../http/refusal.js';
import type { TransactionHeader } from '../transaction-header.js';

/** @throws {Refusal} where a payment or credit settles a bill that is another vendor's, currency's or account's, or more than is open of it. */
export function checkApplications(
  {
    header,
    payablesId,
    applications,
    before,
  }: {
    header: TransactionHeader;
    payablesId: string | null;
    applications: readonly Application[];
    before: HeldTransaction | null;
  },
  books: Books,
): void {
  for (const [index, { billId, amount }] of applications.entries()) {
    const bill = present(books.transactions.vendorBill.get(billId), `bill ${billId}`);
    const settled = before?.applications.find((application) => application.billId === billId)?.amount ?? 0;
    if (!fits(bill, header, payablesId)) {
      throw new Refusal(400, [invalidValue(billId, 'doc', `apply.items[${index}].doc`)]);
    }
    if (amount <= 0 || amount > openAmount(bill, books) + settled) throw tooMuch(bill.name);
  }
}

function fits(bill: HeldTransaction, header: TransactionHeader, payablesId: string | null): boolean {
  return (
    bill.isApproved &&
    !bill.isVoided &&
    bill.entityId === header.entityId &&
    bill.currencyId === header.currencyId &&
    bill.subsidiaryId === header.subsidiaryId &&
    bill.accountId === payablesId
  );
}

function tooMuch(number: string): Refusal {
  return userError(
    `The amount applied to ${number} must be positive and may not exceed what is due.`,
    `Der auf ${number} angewendete Betrag muss positiv sein und darf den offenen Betrag nicht übersteigen.`,
  );
}
