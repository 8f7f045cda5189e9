import {
  resolved,
  resolveEach,
  toDecimal,
  withMinorUnits,
  type AccountingEntry,
  type EntryLine,
  type Resolution,
} from '@ledgerferry/core';
import type { NetsuiteAccount } from '../reference-data/netsuite-facts.js';
import { billTax, isTaxedOnBill, lineTax, type BillTax, type LineTax, type TaxedRecord } from './bill-tax.js';
import { bookedLines, type BookedLine, type NotedPosting } from './booked-lines.js';
import { dimensionsOf } from './dimensions-of.js';
import { lineMemo } from './entry-texts.js';
import type { NetsuiteBooks } from './netsuite-books.js';
import type { NetsuiteRecord } from './netsuite-record.js';
import { resolveAccount } from './resolve-account.js';
import { writableOnly } from './writable-properties.js';

/** What a bill or credit is made of, besides its head. */
export interface Expenses {
  readonly accounts: readonly NetsuiteAccount[];
  readonly body: NetsuiteRecord;
}

/** A line to be: `taxed` is the entry's line whose tax it holds beside its amount. */
interface ExpensePart {
  readonly posting: NotedPosting;
  readonly taxed: EntryLine | null;
}

interface ExpenseLine extends LineTax {
  readonly account: NetsuiteAccount;
}

/** The lines of a bill or credit, with their tax. `entry` has its tax accounts. Source: Oracle, Vendor Bill: Expense. */
export function expensesOf(entry: AccountingEntry, record: TaxedRecord, books: NetsuiteBooks): Resolution<Expenses> {
  const how = billTax(record, books);
  const parts = expenseParts(bookedLines(entry), how);
  const lines = resolveEach(parts.map((part, place) => expenseLine(entry, part, { how, place, record }, books)));
  if ('problems' in lines) return lines;
  const details = lines.value.flatMap((line) => line.details);
  const body = writableOnly(books.facts, record, 'body', {
    // NetSuite shall work out no tax of its own
    taxDetailsOverride: true,
    ...(details.length > 0 ? { taxDetails: { items: details } } : {}),
  });
  return resolved({
    accounts: lines.value.map(({ account }) => account),
    body: { ...body, expense: { items: lines.value.map(({ line }) => line) } },
  });
}

/** Costs before taxes, so that the first lines of a record are those of the entry, in its order. */
function expenseParts(booked: readonly BookedLine[], how: BillTax): readonly ExpensePart[] {
  const costs = booked.flatMap(({ line, cost }): readonly ExpensePart[] =>
    isTaxedOnBill(line, how) ? [{ posting: netPosting(line), taxed: line }] : cost.map(untaxed),
  );
  const taxes = booked.filter(({ line }) => !isTaxedOnBill(line, how)).flatMap(({ tax }) => tax.map(untaxed));
  return [...costs, ...taxes];
}

function untaxed(posting: NotedPosting): ExpensePart {
  return { posting, taxed: null };
}

function netPosting({ account, net, tax, dimensions }: EntryLine): NotedPosting {
  return { account, amount: net, taxCode: tax?.code ?? null, dimensions, note: '' };
}

function expenseLine(
  entry: AccountingEntry,
  { posting, taxed }: ExpensePart,
  { how, place, record }: { readonly how: BillTax; readonly place: number; readonly record: TaxedRecord },
  books: NetsuiteBooks,
): Resolution<ExpenseLine> {
  const { facts } = books;
  const { amount } = posting;
  const account = resolveAccount(posting.account, amount, facts);
  if ('problems' in account) return account;
  const dimensions = dimensionsOf(posting, record, books);
  if ('problems' in dimensions) return dimensions;
  const tax = taxed ? lineTax(taxed, { how, reference: `LINE_${place + 1}`, facts }) : resolved(UNTAXED);
  if ('problems' in tax) return tax;
  const line = writableOnly(facts, record, 'line', {
    account: { id: account.value.id },
    amount: toDecimal(withMinorUnits(amount, Math.abs(amount.minorUnits))),
    memo: lineMemo(entry, books.connection, posting.note),
    ...dimensions.value,
    ...tax.value.line,
  });
  return resolved({ account: account.value, line, details: tax.value.details });
}

const UNTAXED: LineTax = { line: {}, details: [] };
