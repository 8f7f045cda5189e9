import type { HeldTransaction } from '../books/held-records.js';
import { openAmount } from '../books/ledger-lines.js';
import type { Answer } from '../http/answer.js';
import { invalidRequest } from '../http/problems.js';
import type { ServiceCall } from '../http/service-call.js';
import { findTransaction } from './find-record.js';
import { readRecordBody } from './read-record-body.js';
import { fieldsOf } from './record-types.js';
import { putTransaction, written } from './write-record.js';

/** `!transform/vendorPayment` of a bill: pays all that is open of it, unless the body says otherwise. Source: Oracle, Record Transformations. */
export function transformBill(segment: string, target: string, call: ServiceCall): Answer {
  if (target.toLowerCase() !== 'vendorpayment') {
    throw invalidRequest(
      `A vendorBill cannot be transformed into ${target}.`,
      `Umwandlung in ${target} ist nicht möglich.`,
    );
  }
  const bill = findTransaction('vendorBill', segment, call.books);
  const body = readRecordBody(call, fieldsOf('vendorPayment', call.books.account));
  const before = paymentOf(bill, call);
  const id = putTransaction({ type: 'vendorPayment', call, body, before, isNew: true });
  return written('vendorPayment', id, call, body);
}

function paymentOf(bill: HeldTransaction, { books }: ServiceCall): HeldTransaction {
  return {
    ...bill,
    recordType: 'vendorPayment',
    externalId: null,
    name: '',
    date: new Date(books.now()).toISOString().slice(0, 10),
    // that of its day
    periodId: '',
    dueDate: null,
    memo: null,
    accountId: null,
    payablesId: bill.accountId,
    isApproved: true,
    custom: {},
    lines: [],
    taxes: [],
    overridesTax: false,
    applications: [{ billId: bill.id, amount: openAmount(bill, books) }],
  };
}
