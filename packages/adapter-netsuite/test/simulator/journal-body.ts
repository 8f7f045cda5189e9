import type { NetsuiteCalls } from './netsuite-calls.js';

/** A journal over 125.00 kroner: software against the wallet. */
export function journalBody({ account }: NetsuiteCalls, overrides: Readonly<Record<string, unknown>> = {}) {
  return {
    externalId: 'pleo-je-1',
    subsidiary: { id: '1' },
    currency: { id: '1' },
    tranDate: '2026-03-11',
    memo: 'Annual licence',
    line: {
      items: [
        { account: account('3620'), debit: 100, memo: 'net' },
        { account: account('66100'), debit: 25 },
        { account: account('55010'), credit: 125 },
      ],
    },
    ...overrides,
  };
}
