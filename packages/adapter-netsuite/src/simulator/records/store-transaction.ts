import { present } from '../books/books.js';
import type { HeldTransaction } from '../books/held-records.js';
import type { TransactionType } from '../books/netsuite-books.js';
import { exchangeRateOf } from '../books/exchange-rate.js';
import { journalContent } from './journal-content.js';
import { payablesContent } from './payables-content.js';
import { paymentContent } from './payment-content.js';
import { checkExternalId, checkHeader } from './checks/check-header.js';
import { checkStillOpen, postingPeriodId } from './checks/posting-period.js';
import { readHeader } from './transaction-header.js';
import type { ReadContent, TransactionWrite } from './transaction-write.js';

const CONTENTS: Readonly<Record<TransactionType, ReadContent>> = {
  journalEntry: journalContent,
  vendorBill: payablesContent,
  vendorCredit: payablesContent,
  vendorPayment: paymentContent,
};

const NUMBERS: Readonly<Record<TransactionType, string>> = {
  journalEntry: 'JOU',
  vendorBill: 'BILL',
  vendorCredit: 'VCRED',
  vendorPayment: 'VPAY',
};

/** Reads, checks and writes a transaction: all of it or nothing. @throws {Refusal} where NetSuite would not take it. */
export function storeTransaction(write: TransactionWrite): HeldTransaction {
  const { recordType, sent, before, isNew, books } = write;
  const header = readHeader(recordType, sent, before, books);
  const places = books.currencies.get(header.currencyId)?.precision ?? 2;
  const content = CONTENTS[recordType](header, places, write);
  write.refuseFindings();

  if (before && !isNew) checkStillOpen(before, books);
  checkHeader(header, books);
  const periodId = postingPeriodId(header, books);
  const checked = content.check();
  checkExternalId(header, isNew ? null : present(before, 'transaction to change').id, books);
  const exchangeRate = header.exchangeRate ?? exchangeRateOf(header, books);
  const { number, ...rest } = header;
  const state = { ...rest, ...checked, periodId, exchangeRate, modifiedAt: books.now() };

  const table = books.transactions[recordType];
  if (before && !isNew) return table.put({ ...before, ...state, name: number ?? before.name });
  return table.add((id) => ({ ...state, id, name: number ?? `${NUMBERS[recordType]}${id}`, createdAt: books.now() }));
}
