import { allTransactions, present, type Books } from '../../books/books.js';
import { inBaseCurrency } from '../../books/exchange-rate.js';
import type { HeldTransaction } from '../../books/held-records.js';
import { ledgerLines, openAmount, type LedgerLine } from '../../books/ledger-lines.js';
import type { TransactionType } from '../../books/netsuite-books.js';
import { baseCurrencyId } from '../../books/seed-records.js';
import { sqlTable, type SqlTable } from '../sql-table.js';
import { sqlDate, sqlDecimal, sqlFlag, sqlNumber, sqlText, type SqlValue } from '../sql-value.js';

/** What the column `type` says. */
const TYPES: Readonly<Record<TransactionType, string>> = {
  journalEntry: 'Journal',
  vendorBill: 'VendBill',
  vendorCredit: 'VendCred',
  vendorPayment: 'VendPymt',
};

/** Transactions; amounts stand in the lines alone. */
export function transactionTable(books: Books): SqlTable {
  const { bodyFields, segments } = books.account;
  return sqlTable(() => allTransactions(books), {
    id: ({ id }) => sqlNumber(id),
    externalid: ({ externalId }) => sqlText(externalId),
    tranid: ({ name }) => sqlText(name),
    type: ({ recordType }) => sqlText(TYPES[recordType]),
    recordtype: ({ recordType }) => sqlText(recordType.toLowerCase()),
    trandate: ({ date }) => sqlDate(date),
    duedate: ({ dueDate }) => sqlDate(dueDate),
    postingperiod: ({ periodId }) => sqlNumber(periodId),
    entity: ({ entityId }) => sqlNumber(entityId),
    currency: ({ currencyId }) => sqlNumber(currencyId),
    exchangerate: ({ exchangeRate }) => sqlNumber(exchangeRate),
    memo: ({ memo }) => sqlText(memo),
    status: (transaction) => sqlText(statusOf(transaction, books)),
    approvalstatus: ({ isApproved }) => sqlNumber(isApproved ? 2 : 1),
    posting: ({ isApproved }) => sqlFlag(isApproved),
    voided: ({ isVoided }) => sqlFlag(isVoided),
    reversal: ({ reversalId }) => sqlNumber(reversalId),
    reversaldate: ({ reversalDate }) => sqlDate(reversalDate),
    isreversal: ({ isReversal }) => sqlFlag(isReversal),
    createddate: ({ createdAt }) => sqlDate(day(createdAt)),
    lastmodifieddate: ({ modifiedAt }) => sqlDate(day(modifiedAt)),
    foreignamountunpaid: (transaction) => money(openAmount(transaction, books), transaction.currencyId, books),
    ...customColumns([...bodyFields, ...segments], books),
  });
}

interface Posted extends LedgerLine {
  readonly transaction: HeldTransaction;
}

/** Lines of transactions in their currency; positive is debit. */
export function transactionLineTable(books: Books): SqlTable {
  const { columnFields, segments } = books.account;
  const amountOf = ({ amount, transaction }: Posted, sign: 1 | -1 = 1) =>
    money(sign * amount, transaction.currencyId, books);
  return sqlTable(() => postedLines(books), {
    uniquekey: ({ transaction, line }) => sqlNumber(Number(transaction.id) * 100_000 + line),
    id: ({ line }) => sqlNumber(line),
    linesequencenumber: ({ line }) => sqlNumber(line),
    transaction: ({ transaction }) => sqlNumber(transaction.id),
    mainline: ({ kind }) => sqlFlag(kind === 'main'),
    taxline: ({ kind }) => sqlFlag(kind === 'tax'),
    expenseaccount: ({ accountId, kind }) => sqlNumber(kind === 'entered' ? accountId : null),
    entity: ({ entityId }) => sqlNumber(entityId),
    ...(books.account.subsidiaries.length > 0
      ? { subsidiary: ({ transaction }: Posted) => sqlNumber(transaction.subsidiaryId) }
      : {}),
    department: ({ departmentId }) => sqlNumber(departmentId),
    class: ({ classId }) => sqlNumber(classId),
    location: ({ locationId }) => sqlNumber(locationId),
    memo: ({ memo }) => sqlText(memo),
    foreignamount: (line) => amountOf(line),
    debitforeignamount: (line) => (line.amount > 0 ? amountOf(line) : null),
    creditforeignamount: (line) => (line.amount < 0 ? amountOf(line, -1) : null),
    ...customColumns([...columnFields, ...segments], books),
  });
}

/** Lines of the general ledger in the subsidiary's currency. */
export function accountingLineTable(books: Books): SqlTable {
  return sqlTable(() => postedLines(books), {
    transaction: ({ transaction }) => sqlNumber(transaction.id),
    transactionline: ({ line }) => sqlNumber(line),
    account: ({ accountId }) => sqlNumber(accountId),
    accountingbook: () => sqlNumber(1),
    posting: ({ transaction }) => sqlFlag(transaction.isApproved),
    amount: (line) => baseMoney(line, 1, books),
    debit: (line) => (line.amount > 0 ? baseMoney(line, 1, books) : null),
    credit: (line) => (line.amount < 0 ? baseMoney(line, -1, books) : null),
  });
}

function postedLines(books: Books): readonly Posted[] {
  return allTransactions(books).flatMap((transaction) =>
    ledgerLines(transaction, books).map((line) => ({ ...line, transaction })),
  );
}

function customColumns(
  fields: readonly { readonly scriptId: string }[],
  books: Books,
): Readonly<Record<string, (place: { readonly custom: Readonly<Record<string, string>> }) => SqlValue>> {
  const columns = fields.map(({ scriptId }) => {
    const isSegment = books.segments.has(scriptId);
    const read = ({ custom }: { custom: Readonly<Record<string, string>> }) =>
      isSegment ? sqlNumber(custom[scriptId] ?? null) : sqlText(custom[scriptId] ?? null);
    return [scriptId, read] as const;
  });
  return Object.fromEntries(columns);
}

function statusOf(transaction: HeldTransaction, books: Books): string {
  const { recordType, isApproved, isVoided } = transaction;
  if (isVoided) return 'V';
  if (recordType === 'journalEntry') return isApproved ? 'B' : 'A';
  if (recordType === 'vendorPayment') return 'F';
  if (!isApproved) return 'D';
  return openAmount(transaction, books) === 0 ? 'B' : 'A';
}

function money(amount: number, currencyId: string, { currencies }: Books): SqlValue {
  const places = present(currencies.get(currencyId), `currency ${currencyId}`).precision;
  return sqlDecimal({ units: BigInt(amount), places });
}

function baseMoney({ amount, transaction }: Posted, sign: 1 | -1, books: Books): SqlValue {
  const base = baseCurrencyId(transaction.subsidiaryId, books);
  const places = present(books.currencies.get(base), `currency ${base}`).precision;
  return sqlDecimal({ units: BigInt(sign) * inBaseCurrency(amount, transaction, books), places });
}

function day(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
