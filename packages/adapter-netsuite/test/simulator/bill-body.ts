import type { NetsuiteCalls } from './netsuite-calls.js';

/** A bill over 1,250.00 kroner of Hetzner. */
export function billBody({ account, simulator }: NetsuiteCalls, overrides: Readonly<Record<string, unknown>> = {}) {
  const vendor = simulator.books.vendors.find(({ entityId }) => entityId === 'V-DE-1812');
  return {
    externalId: 'pleo-bill-1',
    entity: { id: vendor?.id },
    subsidiary: { id: '1' },
    currency: { id: '1' },
    tranDate: '2026-03-11',
    dueDate: '2026-04-10',
    tranId: 'R-2026-17',
    account: account('63000'),
    expense: {
      items: [
        { account: account('3620'), amount: 1_000, memo: 'Servers' },
        { account: account('66100'), amount: 250 },
      ],
    },
    ...overrides,
  };
}
