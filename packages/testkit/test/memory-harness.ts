import { documentReference, type AccountingAdapter, type AdapterCapabilities } from '@ledgerferry/core';
import { buildAccountingEntry } from '../src/build-accounting-entry.js';
import type { AdapterHarness } from '../src/adapter-suite/adapter-harness.js';
import { createManualClock } from '../src/manual-clock.js';
import { createMemoryAdapter, memoryCapabilities } from '../src/memory-adapter.js';
import { MemoryLedger } from '../src/memory-ledger.js';

const REFUSED = 'eeeeeeee-1f0e-4c57-8a55-000000000000';

/** The reference adapter on the bench; `alter` may spoil it. */
export function createMemoryHarness(
  capabilities: Partial<AdapterCapabilities> = {},
  alter: (adapter: AccountingAdapter, ledger: MemoryLedger) => Partial<AccountingAdapter> = () => ({}),
): AdapterHarness {
  const clock = createManualClock();
  const ledger = new MemoryLedger({ clock });
  for (const role of ['journal', 'invoice']) {
    ledger.refuse(documentReference(`${REFUSED}/${role}`, capabilities.reference ?? memoryCapabilities.reference), {
      code: 'MEMORY_PERIOD_CLOSED',
      reason: 'accounting_system_validation_failure',
      owner: 'bookkeeper',
      message: 'The period 2026-03 is closed: open it, then export again.',
    });
  }
  const open = () => {
    const adapter = createMemoryAdapter({ ledger, clock, capabilities, contacts: true });
    return { ...adapter, ...alter(adapter, ledger) };
  };
  return {
    adapter: open(),
    ledger,
    reopen: open,
    buildRefused: (overrides) => buildAccountingEntry({ accountingEntryId: REFUSED, ...overrides }),
    disconnect: () => ledger.disconnect(),
    settle: () => clock.advance(capabilities.visibilityMs ?? 0),
    secrets: ['memory-token'],
  };
}
