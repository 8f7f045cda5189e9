import { money, type Amounts, type ExportItem, type ExportItemLine } from '@ledgerferry/core';

/** An amount that wallet and supplier saw alike, in hundredths of DKK. */
export function buildAmounts(minorUnits: number, currency = 'DKK'): Amounts {
  const amount = money(currency, minorUnits, 2);
  return { inSupplierCurrency: amount, inWalletCurrency: amount };
}

/** A line in category 3620 without tax. */
export function buildExportItemLine(minorUnits: number, overrides: Partial<ExportItemLine> = {}): ExportItemLine {
  return {
    id: 'b1a7e0aa-90f4-4c0b-9a52-0d9d7a1f0001',
    lineAmount: buildAmounts(minorUnits),
    netAmount: buildAmounts(minorUnits),
    account: { id: 'c9a1f6c4-0b3e-4d1f-8a77-5b1d2e3f4a01', name: 'Software', code: '3620', identifier: null },
    tax: null,
    tags: [],
    ...overrides,
  };
}

/** A card purchase of `minorUnits` hundredths of DKK in one line; `overrides` replace whole fields. */
export function buildExportItem(minorUnits: number, overrides: Partial<ExportItem> = {}): ExportItem {
  return {
    accountingEntryId: '6f0c8d52-1f0e-4c57-8a55-3f2b9a7d1e20',
    companyId: '3d7f2c10-54b7-4a0e-9d0c-2f6a1b8e4c11',
    type: 'card_purchase',
    subType: null,
    date: '2026-03-11T09:14:05Z',
    amount: buildAmounts(minorUnits),
    lines: [buildExportItemLine(minorUnits)],
    bookkeepingMethod: null,
    contraAccount: null,
    files: [],
    note: null,
    servicePeriod: null,
    supplier: { name: 'ACME Cloud', code: null, account: null, categoryCode: null, country: 'IE', taxIdentifier: null },
    vendor: null,
    user: { id: '16fc0bd5-a099-4deb-84e8-5d6c7b8a9f01', name: 'Mia Holm', code: 'E-104' },
    team: null,
    reconciliationId: '7741902',
    reconciledEntries: [],
    attendees: [],
    invoice: null,
    webUrl: null,
    ...overrides,
  };
}
