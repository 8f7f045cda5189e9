import { openAmount } from '../books/ledger-lines.js';
import type { Books } from '../books/books.js';
import type { Application, HeldTransaction } from '../books/held-records.js';
import { missingValue } from '../http/problems.js';
import type { SentFields } from './sent-fields.js';

/**
 * What a payment or credit settles after a write: a row with `apply: true` settles a bill, with `apply: false` no longer, and one without
 * changes nothing about that. Without an amount it settles all that is open.
 */
export function readApplications(
  sent: SentFields,
  before: HeldTransaction | null,
  { places, replaces, books }: { places: number; replaces: boolean; books: Books },
): readonly Application[] {
  const rows = sent.sublist('apply');
  const old = before?.applications ?? [];
  if (!rows) return old;
  const applications = new Map((replaces ? [] : old).map((application) => [application.billId, application]));
  for (const row of rows.lines) {
    const billId = row.reference('doc');
    const isApplied = row.flag('apply') ?? old.some((application) => application.billId === billId);
    const amount = row.amount('amount', places);
    row.integer('line');
    if (billId === null || billId === undefined) row.refuse(...missingValue('Transaction').details);
    else if (isApplied) applications.set(billId, { billId, amount: amount ?? allOf(billId, old, books) });
    else applications.delete(billId);
  }
  return [...applications.values()];
}

/** What is open of a bill, and what this payment settles of it already. */
function allOf(billId: string, old: readonly Application[], books: Books): number {
  const bill = books.transactions.vendorBill.get(billId);
  const own = old.find((application) => application.billId === billId)?.amount ?? 0;
  return bill ? openAmount(bill, books) + own : 0;
}
