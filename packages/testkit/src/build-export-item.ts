import { money, type Amounts, type ExportItem, type ExportItemLine, type PleoTax } from '@ledgerferry/core';

/** An amount that wallet and supplier saw alike, in hundredths of DKK. */
export function buildAmounts(minorUnits: number, currency = 'DKK'): Amounts {
  const amount = money(currency, minorUnits, 2);
  return { inSupplierCurrency: amount, inWalletCurrency: amount };
}

/** A line in category 3620 without tax, in DKK unless `currency` says otherwise; `overrides` replace whole fields. */
export function buildExportItemLine(
  minorUnits: number,
  overrides: Partial<ExportItemLine> = {},
  currency = 'DKK',
): ExportItemLine {
  return {
    id: 'b1a7e0aa-90f4-4c0b-9a52-0d9d7a1f0001',
    lineAmount: buildAmounts(minorUnits, currency),
    netAmount: buildAmounts(minorUnits, currency),
    account: { id: 'c9a1f6c4-0b3e-4d1f-8a77-5b1d2e3f4a01', name: 'Software', code: '3620', identifier: null },
    tax: null,
    tags: [],
    ...overrides,
  };
}

/** Tax of 20 % that is part of the price, in DKK unless `currency` says otherwise; `overrides` replace whole fields. */
export function buildTax(minorUnits: number, overrides: Partial<PleoTax> = {}, currency = 'DKK'): PleoTax {
  return {
    id: '0f4a2f5b-3c11-4c7e-9a64-6a5b4c7e9a64',
    code: '20',
    rate: '0.2',
    type: 'inclusive',
    amount: buildAmounts(minorUnits, currency),
    ingoingTaxAccount: null,
    outgoingTaxAccount: null,
    ...overrides,
  };
}

/** A card purchase in one line, in hundredths of DKK unless `currency` says otherwise; `overrides` replace whole fields. */
export function buildExportItem(minorUnits: number, overrides: Partial<ExportItem> = {}, currency = 'DKK'): ExportItem {
  return {
    accountingEntryId: '6f0c8d52-1f0e-4c57-8a55-3f2b9a7d1e20',
    companyId: '3d7f2c10-54b7-4a0e-9d0c-2f6a1b8e4c11',
    type: 'card_purchase',
    subType: null,
    date: '2026-03-11T09:14:05Z',
    amount: buildAmounts(minorUnits, currency),
    lines: [buildExportItemLine(minorUnits, {}, currency)],
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
