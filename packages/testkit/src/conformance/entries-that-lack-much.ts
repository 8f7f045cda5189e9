import type { AccountingEntry, AccountReference } from '@ledgerferry/core';

/** The entry without this or that: all within the types, and all seen in practice. */
export function entriesThatLackMuch(entry: AccountingEntry): readonly AccountingEntry[] {
  const nameless = (account: AccountReference) => ({ ...account, code: null, identifier: null, name: null });
  return [
    { ...entry, counterparty: null, employee: null, invoice: null, payable: null, foreignAmount: null, webUrl: null },
    { ...entry, lines: [] },
    { ...entry, lines: entry.lines.map((line) => ({ ...line, account: nameless(line.account), tax: null })) },
    { ...entry, settlement: nameless(entry.settlement) },
    { ...entry, description: '', itemType: '', reconciliationId: '', attendees: [], receipts: [] },
    { ...entry, kind: 'payment', settles: [], reconciledEntries: ['0'] },
  ];
}
