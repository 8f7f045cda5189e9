import { currencyExponent, money, parseDecimal, silentLogger } from '@ledgerferry/core';
import { buildAccountingEntry, buildEntryLine, createManualClock, type AdapterHarness } from '@ledgerferry/testkit';
import { createAbacusAdapter } from '../src/abacus-adapter.js';
import { startAbacusSimulator } from '../src/simulator.js';

const unknownTaxCode = { treatment: 'exclusive', code: 'NOPE', rate: '0', amount: money('DKK', 0, 2) } as const;
const refusedLine = buildEntryLine({ tax: { ...unknownTaxCode, ingoingAccount: null, outgoingAccount: null } });

/** The adapter over a simulated Abacus Books; the clock makes retries wait for nothing. */
export async function createAbacusHarness(): Promise<AdapterHarness> {
  const token = 'abacus-secret-token';
  const simulator = await startAbacusSimulator({ token });
  const open = (perMinute = 10_000) => {
    const connection = { baseUrl: simulator.url, token, perMinute };
    return createAbacusAdapter({ connection, clock: createManualClock({ jumps: true }), logger: silentLogger });
  };
  return {
    adapter: open(),
    reopen: () => open(),
    ledger: {
      documents: () =>
        simulator.vouchers.map(({ id, reference, status, date, currency, total, accounts }) => ({
          reference,
          externalId: id,
          recordType: 'voucher',
          state: STATES[status],
          summary: { date, total: amountOf(total, currency), accounts },
        })),
      attachments: () =>
        simulator.files.map(({ id, name, voucherId, byteLength }) => ({
          externalId: id,
          fileName: name,
          documentId: voucherId,
          byteLength,
        })),
      postings: (externalId) =>
        simulator.vouchers
          .filter(({ id }) => id === externalId)
          .flatMap(({ lines, currency }) =>
            lines.map(({ account, amount }) => ({ account, minorUnits: amountOf(amount, currency).minorUnits })),
          ),
    },
    currencies: ['JPY', 'KWD'],
    buildRefused: (overrides) => buildAccountingEntry({ lines: [refusedLine], ...overrides }),
    disconnect: () => simulator.disconnect(),
    secrets: [token],
    close: () => simulator.close(),
    loseNextAnswer: () => simulator.loseNextAnswer(),
    throttleNextWrite: (retryAfterMs) => {
      simulator.throttleNextWrite(retryAfterMs / 1_000);
      return retryAfterMs;
    },
    revokeAccess: () => simulator.revokeToken(),
    openWithoutBudget: async () => {
      const adapter = open(1);
      await adapter.checkReadiness();
      return adapter;
    },
    mostCallsAtOnce: () => simulator.mostRequestsAtOnce,
    voidDocument: (externalId) => simulator.deleteVoucher(externalId),
  };
}

const STATES = { draft: 'draft', booked: 'live', deleted: 'voided' } as const;

function amountOf(decimal: string, currency: string) {
  return parseDecimal(decimal, currency, currencyExponent(currency) ?? 2);
}
