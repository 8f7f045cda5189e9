import type { AccountingAdapter, AdapterCapabilities, PostOutcome, Validator } from '@ledgerferry/core';
import { MemoryCalls } from './memory-calls.js';
import type { MemoryLedger } from './memory-ledger.js';
import { planInMemory } from './plan-in-memory.js';
import { errorOf, type MemoryCall, type MemoryMethod } from './scripted-fault.js';

/** How the memory adapter is made. */
export interface MemoryAdapterOptions {
  /** The accounting system; it outlives the adapter. */
  readonly ledger: MemoryLedger;
  readonly clock: { now(): number };
  /** What differs from {@link memoryCapabilities}. The ledger behaves as declared. */
  readonly capabilities?: Partial<AdapterCapabilities>;
  /** Payables name a contact, which is a prerequisite. Default: false. */
  readonly contacts?: boolean;
  /** Rules of this system. Default: none. */
  readonly rules?: readonly Validator[];
  /** Last closed day, `YYYY-MM-DD`. Default: null. */
  readonly closedThrough?: string | null;
}

/** A ledger that helps in nothing: no unique references, no repeat, but exact look-up. */
export const memoryCapabilities: AdapterCapabilities = {
  reference: { maxLength: 100, alphabet: 'abcdefghijklmnopqrstuvwxyz0123456789-/', lookup: 'exact', unique: false },
  repeat: { windowMs: 0, cachesErrors: false },
  timeLimitMs: 10_000,
  lingerMs: 0,
  visibilityMs: 0,
  recordTypes: {
    journal: { postBatchSize: 50, draft: true },
    invoice: { postBatchSize: 50, draft: true },
    payment: { postBatchSize: 50, draft: true },
    contact: { postBatchSize: 1, draft: false },
  },
  findBatchSize: 50,
  batchOutcome: 'each',
  maximumInFlight: 1,
  attachments: { maximumBytes: 30_000_000 },
  delivery: 'ledger',
};

/** Makes the reference adapter: correct in everything it declares, over a ledger in memory that a test can break. */
export function createMemoryAdapter(options: MemoryAdapterOptions): AccountingAdapter {
  const { ledger } = options;
  const capabilities = { ...memoryCapabilities, ...options.capabilities };
  const calls = new MemoryCalls({ ledger, clock: options.clock, capabilities });
  const read = (method: MemoryMethod, keys: readonly string[] = []) => ({ method, keys, requestKey: null });

  return {
    capabilities,
    rules: () => options.rules ?? [],
    plan: (entry) => planInMemory(entry, options.contacts ?? false),
    checkReadiness: () =>
      withFault(ledger, read('checkReadiness'), () => ({
        tenant: ledger.tenant,
        name: 'Ledger in memory',
        warnings: [],
      })),
    loadReferenceData: () =>
      withFault(ledger, read('loadReferenceData'), () => ({ closedThrough: options.closedThrough ?? null })),
    find: (queries) =>
      withFault(
        ledger,
        read(
          'find',
          queries.map(({ key }) => key),
        ),
        () => queries.map((query) => calls.find(query)),
      ),
    findAttachments: (target) =>
      withFault(ledger, read('findAttachments', [target.reference]), () => calls.findAttachments(target.externalId)),
    attach: (call) =>
      withFault(ledger, { method: 'attach', keys: [call.key], requestKey: call.requestKey }, () => calls.attach(call)),
    post: (call) => {
      const keys = call.documents.map(({ document }) => document.key);
      return withFault<readonly PostOutcome[]>(
        ledger,
        { method: 'post', keys, requestKey: call.requestKey },
        () => calls.post(call),
        () => keys.map((key) => ({ status: 'unknown', key, evidence: 'the answer was unreadable' })),
      );
    },
  };
}

/** Lets a call take effect, unless a fault is scheduled for it. */
async function withFault<Answer>(
  ledger: MemoryLedger,
  call: MemoryCall,
  effect: () => Answer,
  unknownAnswer?: () => Answer,
): Promise<Answer> {
  const fault = ledger.receive(call);
  if (!fault) return effect();
  if (fault.effect === 'late') ledger.applyLater(fault.lateByMs ?? 1000, effect);
  if (fault.effect === 'after' || fault.effect === 'unknown-answer') effect();
  if (fault.effect === 'unknown-answer' && unknownAnswer) return unknownAnswer();
  throw errorOf(fault);
}
