import {
  money,
  type AccountingEntry,
  type AccountReference,
  type AccountRole,
  type EntryLine,
} from '@ledgerferry/core';

/** An account of the given role with a code, and nothing else said of it. */
export function buildAccount(role: AccountRole, code: string, name: string | null = null): AccountReference {
  return { role, code, identifier: null, name };
}

/** One category line of 895.20 DKK without tax; `overrides` replace whole fields. */
export function buildEntryLine(overrides: Partial<EntryLine> = {}): EntryLine {
  const amount = money('DKK', 89520, 2);
  return {
    account: buildAccount('category', '3620', 'Software'),
    gross: amount,
    net: amount,
    tax: null,
    dimensions: [],
    ...overrides,
  };
}

/** A card purchase of 895.20 DKK, booked in one line from the wallet; `overrides` replace whole fields. */
export function buildAccountingEntry(overrides: Partial<AccountingEntry> = {}): AccountingEntry {
  return {
    accountingEntryId: '6f0c8d52-1f0e-4c57-8a55-3f2b9a7d1e20',
    kind: 'money-out',
    itemType: 'card_purchase',
    itemSubType: null,
    date: '2026-03-11',
    movedFrom: null,
    posting: 'final',
    amount: money('DKK', 89520, 2),
    direction: 'out',
    lines: [buildEntryLine()],
    settlement: buildAccount('wallet', '55010', 'Pleo DKK Account'),
    payable: null,
    counterparty: {
      source: 'supplier',
      name: 'ACME Cloud',
      id: null,
      code: null,
      externalId: null,
      country: 'IE',
      taxNumber: null,
    },
    employee: { name: 'Mia Holm', code: 'E-104' },
    description: 'ACME Cloud, Mia Holm, Annual licence and handbook',
    foreignAmount: null,
    invoice: null,
    settles: [],
    reconciliationId: '7741902',
    reconciledEntries: [],
    attendees: [],
    servicePeriod: null,
    webUrl: null,
    receipts: [],
    ...overrides,
  };
}

/** The same card purchase as an invoice from a vendor and its payment, over the payable account. */
export function buildPayableEntry(overrides: Partial<AccountingEntry> = {}): AccountingEntry {
  return buildAccountingEntry({
    payable: buildAccount('payable', '63000', 'Accounts payable'),
    counterparty: {
      source: 'vendor',
      name: 'ACME Cloud Ltd',
      id: '270d1ce6-b1aa-4efc-95f9-6e7d8c9bab01',
      code: 'V-2031',
      externalId: null,
      country: 'IE',
      taxNumber: 'IE9988776A',
    },
    ...overrides,
  });
}
