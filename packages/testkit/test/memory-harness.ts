import {
  IntegrationError,
  type AccountingAdapter,
  type AccountingEntry,
  type AdapterCapabilities,
  type PostCall,
  type Validator,
} from '@ledgerferry/core';
import { buildAccountingEntry } from '../src/build-accounting-entry.js';
import type { AdapterHarness } from '../src/adapter-suite/adapter-harness.js';
import { createManualClock } from '../src/manual-clock.js';
import { createMemoryAdapter } from '../src/memory-adapter.js';
import { MemoryLedger } from '../src/memory-ledger.js';
import type { ScriptedFault } from '../src/scripted-fault.js';
import { MemoryLine } from './memory-line.js';
import { memoryPostings } from './memory-postings.js';

/** What a spoiled adapter may know of its surroundings. */
interface Surroundings {
  readonly ledger: MemoryLedger;
  readonly line: MemoryLine;
}

/** What is wrong with an adapter: what it declares although the ledger does otherwise, and what it does. */
export interface MemoryHarnessOptions {
  /** What the ledger can do. */
  readonly capabilities?: Partial<AdapterCapabilities>;
  readonly spoil?: (adapter: AccountingAdapter, surroundings: Surroundings) => Partial<AccountingAdapter>;
}

/** Megabytes would only take time. */
const SMALL_RECEIPTS = { maximumBytes: 10_000 };
const REFUSED_TEXT = 'The ledger refuses this entry';

/** The reference adapter on the bench, with everything that a harness can do; `spoil` may break it. */
export function createMemoryHarness(options: MemoryHarnessOptions = {}): AdapterHarness {
  const { spoil = () => ({}) } = options;
  const capabilities = { attachments: SMALL_RECEIPTS, ...options.capabilities };
  const clock = createManualClock();
  const ledger = new MemoryLedger({ clock });
  const line = new MemoryLine();
  const open = (): AccountingAdapter => {
    const memory = createMemoryAdapter({
      ledger,
      clock,
      capabilities,
      contacts: true,
      rules: [accountHasCode],
      closedThrough: '2025-12-31',
    });
    const adapter = line.adapterOver({ ...memory, post: (call) => memory.post(judged(call, ledger)) });
    return { ...adapter, ...spoil(adapter, { ledger, line }) };
  };
  const breakNext = (fault: Omit<ScriptedFault, 'method' | 'number'>) => {
    for (const method of ['post', 'attach'] as const)
      ledger.scheduleFault({ method, number: ledger.calls(method).length + 1, ...fault });
  };

  return {
    adapter: open(),
    ledger: {
      documents: () => ledger.documents(),
      attachments: () => ledger.attachments(),
      postings: (externalId) => memoryPostings(ledger, externalId),
      links: (externalId) => line.linksOf(ledger.documents().find((held) => held.externalId === externalId)?.reference),
    },
    reopen: open,
    currencies: ['JPY', 'KWD'],
    buildRefused: (overrides) => buildAccountingEntry({ description: REFUSED_TEXT, ...overrides }),
    disconnect: () => ledger.disconnect(),
    settle: () => clock.advance(capabilities.visibilityMs ?? 0),
    secrets: ['memory-token'],
    loseNextAnswer: () => breakNext({ effect: 'after' }),
    throttleNextWrite: (retryAfterMs) => {
      breakNext({ effect: 'before', error: throttled(retryAfterMs) });
      return retryAfterMs;
    },
    revokeAccess: () => line.revokeAccess(),
    openWithoutBudget: () => {
      line.spendBudget();
      return open();
    },
    mostCallsAtOnce: () => line.mostCallsAtOnce,
    voidDocument: (externalId) => ledger.edit(externalId, { state: 'voided' }),
    deleteDocument: (externalId) => ledger.remove(externalId),
    changeTotal: (externalId, total) => {
      const held = ledger.documents().find((document) => document.externalId === externalId);
      ledger.edit(externalId, { summary: held?.summary ? { ...held.summary, total } : null });
    },
    overwriteReference: (externalId, reference) => ledger.edit(externalId, { reference }),
    moveToDay: (externalId, date) => {
      const held = ledger.documents().find((document) => document.externalId === externalId);
      ledger.edit(externalId, { summary: held?.summary ? { ...held.summary, date } : null });
    },
  };
}

const accountHasCode: Validator = {
  name: 'account has a code',
  validate: (entry: AccountingEntry) =>
    [...entry.lines.map(({ account }) => account), entry.settlement]
      .filter((account) => account.code === null)
      .map(({ name }) => ({
        code: 'MEMORY_ACCOUNT_WITHOUT_CODE',
        reason: 'account_unknown',
        owner: 'bookkeeper',
        message: `The account ${name ?? 'of a line'} has no code. Give it one in Pleo, then export again.`,
      })),
};

/** The ledger refuses entries by what they say: a corrected one is taken. */
function judged(call: PostCall, ledger: MemoryLedger): PostCall {
  for (const { document, reference } of call.documents) {
    if (!JSON.stringify(document.body).includes(REFUSED_TEXT)) ledger.accept(reference);
    else
      ledger.refuse(reference, {
        code: 'MEMORY_PERIOD_CLOSED',
        reason: 'accounting_system_validation_failure',
        owner: 'bookkeeper',
        message: 'The period 2026-03 is closed: open it, then export again.',
      });
  }
  return call;
}

function throttled(retryAfterMs: number): IntegrationError {
  return new IntegrationError('transient', 'MEMORY_THROTTLED', 'The ledger asks to come back later.', { retryAfterMs });
}
