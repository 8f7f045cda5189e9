import {
  money,
  type AccountingEntry,
  type ExportItem,
  type Money,
  type Problem,
  type SettledInvoice,
} from '@ledgerferry/core';
import type { BookingContext } from '../../src/plan/booking-context.js';
import { xeroRules } from '../../src/rules/xero-rules.js';
import { ACME_ID, books, contact, entryOf } from '../plan/sample-books.js';
import { costLine, includedTax, sampleItem } from '../plan/sample-item.js';

/** A case of a table: what is refused, with which code, and the sentence that says what was found. */
export type Refused = readonly [name: string, found: Case, code: string, sentence: string];

/** The code of the problem that is reported, and its sentence without what to do. */
export function reportedOf(found: Case, sentence: string): { readonly code: string; readonly found: string } {
  const [problem] = problemsOf(found);
  return { code: problem?.code ?? 'none', found: problem?.message.slice(0, sentence.length) ?? '' };
}

/** An entry, and the books that it is to be booked in. */
export interface Case {
  readonly entry: AccountingEntry;
  readonly books?: BookingContext;
}

/** Everything that the rules find wrong, in their order. */
export function problemsOf({ entry, books: of = books() }: Case): readonly Problem[] {
  return xeroRules(of.facts, of.connection).flatMap((rule) => rule.validate(entry));
}

export function purchaseOn(code: string): Partial<ExportItem> {
  const category = { id: 'c9a1f6c4-0b3e-4d1f-8a77-5b1d2e3f4a01', name: 'A category', code, identifier: null };
  return { lines: [costLine(12_000, { account: category })] };
}

export function taxed(minorUnits: number, code: string | null): AccountingEntry {
  return entryOf(sampleItem({ lines: [costLine(12_000, { tax: includedTax(minorUnits, code) })] }));
}

export function tagged(...tags: readonly [group: string, code: string][]): AccountingEntry {
  const each = tags.map(([groupCode, code], place) => ({ id: `tag-${place}`, groupCode, code }));
  return entryOf(sampleItem({ lines: [costLine(12_000, { tags: each })] }));
}

export function payment(...settles: readonly Partial<SettledInvoice>[]): AccountingEntry {
  const bill = { accountingEntryId: 'bill', documentKey: 'bill/booking', externalId: 'id-of-bill', amount: null };
  const entry = entryOf(sampleItem({ type: 'invoice_payment', lines: [] }));
  return { ...entry, settles: settles.map((one) => ({ ...bill, ...one })) };
}

export function withContact(overrides: Partial<ReturnType<typeof contact>>): BookingContext {
  return books({ facts: { contacts: [contact(ACME_ID, 'ACME Cloud', overrides)] } });
}

export function withTax(amount: Money): AccountingEntry {
  const entry = entryOf(sampleItem());
  return { ...entry, lines: entry.lines.map((line) => ({ ...line, tax: line.tax && { ...line.tax, amount } })) };
}

export function onBank(minorUnits: number) {
  return costLine(minorUnits, { account: { id: 'c9a1', name: 'Main bank', code: '092', identifier: null } });
}

export function onPayroll() {
  return { role: 'contra', code: '870', identifier: null, name: null } as const;
}

export function inPounds(entry: AccountingEntry): AccountingEntry {
  const amount = money('GBP', 12_000, 2);
  return { ...entry, amount, lines: entry.lines.map((line) => ({ ...line, gross: amount, net: amount })) };
}

export function named(name: string): AccountingEntry {
  const entry = entryOf(sampleItem());
  return { ...entry, counterparty: entry.counterparty && { ...entry.counterparty, name } };
}
