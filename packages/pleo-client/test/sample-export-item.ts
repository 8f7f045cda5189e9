/** An Export Item as Pleo sends it, composed for tests. */
export function sampleExportItem() {
  return {
    _links: { web: { exportItem: 'https://app.example.com/expenses/1' }, mobile: {}, api: {} },
    companyId: '3d7f2c10-54b7-4a0e-9d0c-2f6a1b8e4c11',
    accountingEntryId: '6f0c8d52-1f0e-4c57-8a55-3f2b9a7d1e20',
    type: 'card_purchase',
    subType: null,
    date: '2026-03-11T09:14:05Z',
    amount: amounts('EUR', 12000, 'DKK', 89520),
    accountingEntryLines: [
      {
        accountingEntryLineId: 'b1a7e0aa-90f4-4c0b-9a52-0d9d7a1f0001',
        lineAmount: amounts('EUR', 12000, 'DKK', 89520),
        netAmount: amounts('EUR', 12000, 'DKK', 89520),
        account: { id: 'c9a1f6c4-0b3e-4d1f-8a77-5b1d2e3f4a01', name: 'Software', code: '3620', identifier: 'gl-3620' },
        tax: {
          id: 'd2b8e7f1-6c55-49a7-b0a4-1f2e3d4c5b01',
          code: 'I25',
          rate: 0.25,
          type: 'inclusive',
          ingoingTaxAccount: '66100',
          amount: amounts('EUR', 2400, 'DKK', 17904),
        },
        tags: [{ id: 'e3c9d8a2-7d66-4ab8-91b5-2a3f4e5d6c01', groupCode: 'DEPARTMENT', code: 'ENG' }],
      },
    ],
    additionalInformation: { reconciliationId: '7741902', attendees: null },
    files: [null, { url: 'https://files.example.com/r/9c1d.pdf?sig=abc' }],
    note: 'Annual licence',
    newFieldOfPleo: { anything: true },
  };
}

export function amounts(supplierCurrency: string, supplierValue: number, walletCurrency: string, walletValue: number) {
  return {
    inSupplierCurrency: { currency: supplierCurrency, value: supplierValue },
    inWalletCurrency: { currency: walletCurrency, value: walletValue },
  };
}
