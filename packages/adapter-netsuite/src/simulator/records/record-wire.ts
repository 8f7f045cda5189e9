import { present, type Books } from '../books/books.js';
import type { EnteredLine, HeldEntity, HeldRecord, HeldTransaction } from '../books/held-records.js';
import { totalOf } from '../books/ledger-lines.js';
import type { Table } from '../books/table.js';
import { jsonNumber } from '@ledgerferry/http';
import { writeDecimal } from '../money/decimal.js';

type Wire = Readonly<Record<string, unknown>>;

/** A transaction as GET answers it; sublists come as links, unless they are expanded. */
export function transactionWire(
  transaction: HeldTransaction,
  books: Books,
  { url, expands }: { url: string; expands: boolean },
): Wire {
  const { recordType } = transaction;
  const isBill = recordType === 'vendorBill' || recordType === 'vendorCredit';
  const number = numberIn(transaction, books);
  const sublist = (name: string, items: readonly Wire[]) => ({ [name]: sublistWire(`${url}/${name}`, items, expands) });
  return filled({
    ...headerWire(transaction, books, url),
    ...(recordType === 'journalEntry' ? { approved: transaction.isApproved } : { total: number(totalOf(transaction)) }),
    ...(recordType === 'journalEntry'
      ? sublist(
          'line',
          transaction.lines.map((line) => journalLine(line, number, books)),
        )
      : {}),
    ...(isBill
      ? sublist(
          'expense',
          transaction.lines.map((line) => expenseLine(line, number, books)),
        )
      : {}),
    ...(recordType === 'vendorPayment' || recordType === 'vendorCredit'
      ? sublist('apply', applied(transaction, number, books))
      : {}),
  });
}

/** A vendor or employee as GET answers it. */
export function entityWire(entity: HeldEntity, books: Books, url: string): Wire {
  const { id, entityId, externalId, companyName, legalName, isPerson, firstName, lastName, email, isInactive } = entity;
  return filled({
    links: selfLink(url),
    id,
    externalId,
    entityId,
    companyName,
    legalName,
    isPerson,
    firstName,
    lastName,
    email,
    isInactive,
    vatRegNumber: entity.taxNumber,
    comments: entity.comments,
    subsidiary: named(books.subsidiaries, entity.subsidiaryIds?.[0] ?? null),
    currency: named(books.currencies, entity.currencyId),
    payablesAccount: named(books.accounts, entity.payablesAccountId),
  });
}

export function selfLink(href: string): readonly Wire[] {
  return [{ rel: 'self', href }];
}

function headerWire(transaction: HeldTransaction, books: Books, url: string): Wire {
  const { id, externalId, name, date, dueDate, memo, exchangeRate, entityId } = transaction;
  return {
    links: selfLink(url),
    id,
    externalId,
    tranId: name,
    tranDate: date,
    dueDate,
    memo,
    exchangeRate: jsonNumber(exchangeRate),
    createdDate: instant(transaction.createdAt),
    lastModifiedDate: instant(transaction.modifiedAt),
    entity: named(books.vendors, entityId) ?? named(books.employees, entityId),
    subsidiary: named(books.subsidiaries, transaction.subsidiaryId),
    currency: named(books.currencies, transaction.currencyId),
    postingPeriod: named(books.periods, transaction.periodId),
    account: named(books.accounts, transaction.accountId),
    apAcct: named(books.accounts, transaction.payablesId),
    ...dimensions(transaction, books),
  };
}

function journalLine(line: EnteredLine, number: (amount: number) => unknown, books: Books): Wire {
  const side = line.amount > 0 ? { debit: number(line.amount) } : { credit: number(-line.amount) };
  const entity = named(books.vendors, line.entityId) ?? named(books.employees, line.entityId);
  return filled({ ...lineWire(line, books), ...side, entity });
}

function expenseLine(line: EnteredLine, number: (amount: number) => unknown, books: Books): Wire {
  return filled({ ...lineWire(line, books), amount: number(line.amount), taxDetailsReference: line.taxReference });
}

function lineWire(line: EnteredLine, books: Books): Wire {
  return {
    line: line.line,
    account: named(books.accounts, line.accountId),
    memo: line.memo,
    ...dimensions(line, books),
  };
}

function applied(
  { applications }: HeldTransaction,
  number: (amount: number) => unknown,
  books: Books,
): readonly Wire[] {
  return applications.map(({ billId, amount }) => ({
    apply: true,
    doc: named(books.transactions.vendorBill, billId),
    amount: number(amount),
  }));
}

function dimensions(
  place: Pick<EnteredLine, 'departmentId' | 'classId' | 'locationId' | 'custom'>,
  books: Books,
): Wire {
  const custom = Object.entries(place.custom).map(([scriptId, value]) => {
    const segment = books.segments.get(scriptId);
    return [scriptId, segment ? named(segment, value) : value] as const;
  });
  return {
    department: named(books.departments, place.departmentId),
    class: named(books.classes, place.classId),
    location: named(books.locations, place.locationId),
    ...Object.fromEntries(custom),
  };
}

function sublistWire(href: string, items: readonly Wire[], expands: boolean): Wire {
  if (!expands) return { links: selfLink(href) };
  return { links: selfLink(href), items, totalResults: items.length, count: items.length, hasMore: false, offset: 0 };
}

function named(table: Table<HeldRecord>, id: string | null): Wire | null {
  const record = id === null ? null : table.get(id);
  return record ? { id: record.id, refName: record.name, links: [] } : null;
}

function numberIn({ currencyId }: HeldTransaction, { currencies }: Books): (amount: number) => unknown {
  const places = present(currencies.get(currencyId), `currency ${currencyId}`).precision;
  return (amount) => jsonNumber(writeDecimal({ units: BigInt(amount), places }));
}

function instant(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

/** What is null is left out. */
function filled(wire: Wire): Wire {
  return Object.fromEntries(Object.entries(wire).filter(([, value]) => value !== null && value !== undefined));
}
