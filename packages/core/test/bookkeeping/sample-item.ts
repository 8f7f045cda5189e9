import type { BookkeepingDays } from '../../src/bookkeeping/booking-date.js';
import { bookExportItem } from '../../src/bookkeeping/book-export-item.js';
import { bookkeepingSettingsSchema, type BookkeepingSettings } from '../../src/bookkeeping/bookkeeping-settings.js';
import type { AccountingEntry, Posting } from '../../src/model/accounting-entry.js';
import type { Amounts, ExportItem, ExportItemLine, PleoTax } from '../../src/model/export-item.js';
import { money, toDecimal } from '../../src/model/money.js';
import type { Problem } from '../../src/errors/problem.js';

export const DAYS: BookkeepingDays = { today: '2026-03-20', closedThrough: null };

const SETTINGS = settings({});

/** Settings with every account, changed as given. */
export function settings(changes: Record<string, unknown>): BookkeepingSettings {
  return bookkeepingSettingsSchema.parse({
    accounts: {
      wallet: { DKK: '55010', EUR: '55020' },
      outOfPocket: '63040',
      contra: '55990',
      payable: '63000',
      reimbursementContra: '55980',
      employeeReceivable: '61200',
    },
    ...changes,
  });
}

/** An amount that wallet and supplier saw alike, in hundredths. */
export function amounts(minorUnits: number, currency = 'DKK'): Amounts {
  return {
    inSupplierCurrency: money(currency, minorUnits, 2),
    inWalletCurrency: money(currency, minorUnits, 2),
  };
}

export function sampleLine(minorUnits: number, changes: Partial<ExportItemLine> = {}): ExportItemLine {
  return {
    id: 'line-1',
    lineAmount: amounts(minorUnits),
    netAmount: amounts(minorUnits),
    account: { id: 'account-1', name: 'Software', code: '3620', identifier: null },
    tax: null,
    tags: [],
    ...changes,
  };
}

export function sampleTax(type: string, minorUnits: number, changes: Partial<PleoTax> = {}): PleoTax {
  return {
    id: 'tax-1',
    code: 'I25',
    rate: '0.25',
    type,
    amount: amounts(minorUnits),
    ingoingTaxAccount: '66100',
    outgoingTaxAccount: '66200',
    ...changes,
  };
}

/** A card purchase of 100.00 DKK at ACME Cloud, in one line without tax, changed as given. */
export function sampleItem(changes: Partial<ExportItem> = {}): ExportItem {
  return {
    accountingEntryId: 'entry-1',
    companyId: 'company-1',
    type: 'card_purchase',
    subType: null,
    date: '2026-03-11T09:14:05Z',
    amount: amounts(10000),
    lines: [sampleLine(10000)],
    bookkeepingMethod: 'journal',
    contraAccount: null,
    files: [],
    note: 'Annual licence',
    servicePeriod: null,
    supplier: {
      name: 'ACME*CLOUD',
      code: null,
      account: null,
      categoryCode: '5734',
      country: 'IE',
      taxIdentifier: null,
    },
    vendor: null,
    user: { id: 'user-1', name: 'Mia Holm', code: 'E-104' },
    team: null,
    reconciliationId: '7741902',
    reconciledEntries: [],
    attendees: [],
    invoice: null,
    webUrl: null,
    ...changes,
  };
}

export function entryOf(item: ExportItem, changed: BookkeepingSettings = SETTINGS, days = DAYS): AccountingEntry {
  const booked = bookExportItem(item, changed, days);
  if ('problems' in booked) throw new Error(booked.problems.map((problem) => problem.message).join('\n'));
  return booked.entry;
}

export function problemsOf(item: ExportItem, changed: BookkeepingSettings = SETTINGS, days = DAYS): readonly Problem[] {
  const booked = bookExportItem(item, changed, days);
  return 'problems' in booked ? booked.problems : [];
}

/** Postings as a bookkeeper jots them down: `3620 80.00`, credits with a minus. */
export function jotted(postings: readonly Posting[]): readonly string[] {
  return postings.map(({ account, amount }) => `${account.code ?? account.identifier} ${toDecimal(amount)}`);
}
