import {
  refused,
  resolved,
  sharePayment,
  type AccountingEntry,
  type EntryPlan,
  type PaymentShare,
  type Problem,
  type Resolution,
} from '@ledgerferry/core';
import { netsuiteProblem } from '../errors/netsuite-errors.js';
import type { RecordChoice } from './choose-record.js';
import type { NetsuiteBooks } from './netsuite-books.js';
import { payableSide } from './payable-side.js';
import { paymentDocument, type PaidBill } from './payment-document.js';

const MISFITS = {
  'amount-unknown': 'NETSUITE_PAYMENT_SHARES_UNKNOWN',
  'other-currency': 'NETSUITE_PAYMENT_CURRENCY',
  'too-much': 'NETSUITE_PAYMENT_EXCEEDS_BILLS',
} as const;

/** One payment of all the bills that an entry settles. */
export function planPayment(
  entry: AccountingEntry,
  { payable, payFrom }: Extract<RecordChoice, { record: 'payment' }>,
  books: NetsuiteBooks,
): Resolution<EntryPlan> {
  const side = payableSide(entry, payable, books);
  if ('problems' in side) return side;
  const shared = sharePayment(entry);
  if ('misfit' in shared) return refused(netsuiteProblem(MISFITS[shared.misfit], shared.found));
  const draft = draftToBePaid(entry, shared.shares);
  if (draft) return refused(draft);
  const awaited = shared.shares.filter(({ invoice }) => invoice.externalId === null);
  const payment = paymentDocument(
    entry,
    {
      role: 'booking',
      payFrom,
      bills: shared.shares.map(paidBill),
      dependsOn: awaited.map(({ invoice }) => invoice.documentKey),
    },
    side.value,
    books,
  );
  return 'problems' in payment ? payment : resolved({ documents: [payment.value], prerequisites: [] });
}

function paidBill({ invoice, amount }: PaymentShare): PaidBill {
  return { id: invoice.externalId ?? { documentKey: invoice.documentKey }, amount };
}

/** What is posted as a draft in the same job cannot be paid yet. */
function draftToBePaid({ posting }: AccountingEntry, shares: readonly PaymentShare[]): Problem | undefined {
  if (posting === 'final' || shares.every(({ invoice }) => invoice.externalId !== null)) return undefined;
  const found = 'The bill to be paid is being posted as a draft, as bookkeeping.posting says.';
  return netsuiteProblem('NETSUITE_BILL_NOT_APPROVED', found);
}
