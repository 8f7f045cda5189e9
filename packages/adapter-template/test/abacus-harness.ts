import { money, parseDecimal, silentLogger } from '@ledgerferry/core';
import { buildAccountingEntry, buildEntryLine, createManualClock, type AdapterHarness } from '@ledgerferry/testkit';
import { createAbacusAdapter } from '../src/abacus-adapter.js';
import { startAbacusSimulator } from '../src/simulator.js';

const unknownTaxCode = { treatment: 'exclusive', code: 'NOPE', rate: '0', amount: money('DKK', 0, 2) } as const;
const refusedLine = buildEntryLine({ tax: { ...unknownTaxCode, ingoingAccount: null, outgoingAccount: null } });

/** The adapter over a simulated Abacus Books; the clock makes retries wait for nothing. */
export async function createAbacusHarness(): Promise<AdapterHarness> {
  const token = 'abacus-secret-token';
  const simulator = await startAbacusSimulator({ token });
  const connection = { baseUrl: simulator.url, token, perMinute: 10_000 };
  const open = () =>
    createAbacusAdapter({ connection, clock: createManualClock({ jumps: true }), logger: silentLogger });
  return {
    adapter: open(),
    reopen: open,
    ledger: {
      documents: () =>
        simulator.vouchers.map(({ id, reference, status, date, currency, total, accounts }) => ({
          reference,
          externalId: id,
          recordType: 'voucher',
          state: status === 'draft' ? 'draft' : 'live',
          summary: { date, total: parseDecimal(total, currency, 2), accounts },
        })),
      attachments: () =>
        simulator.files.map(({ id, name, voucherId, byteLength }) => ({
          externalId: id,
          fileName: name,
          documentId: voucherId,
          byteLength,
        })),
    },
    buildRefused: (overrides) => buildAccountingEntry({ lines: [refusedLine], ...overrides }),
    disconnect: () => simulator.disconnect(),
    secrets: [token],
    close: () => simulator.close(),
  };
}
