import { memoryCapabilities } from '../src/memory-adapter.js';
import { describeAccountingAdapter } from '../src/adapter-suite/describe-accounting-adapter.js';
import { createMemoryHarness } from './memory-harness.js';

const { reference } = memoryCapabilities;

describeAccountingAdapter('memory', { createHarness: () => createMemoryHarness() });
describeAccountingAdapter('memory with unique references and repeats', {
  createHarness: () =>
    createMemoryHarness({
      capabilities: {
        reference: { ...reference, unique: true, maxLength: 20, alphabet: '0123456789abcdefABCDEF' },
        repeat: { windowMs: 60_000, cachesErrors: false },
        visibilityMs: 5_000,
        maximumInFlight: 4,
      },
    }),
});
describeAccountingAdapter('memory that is scanned day by day', {
  createHarness: () => createMemoryHarness({ capabilities: { reference: { ...reference, lookup: 'scan' } } }),
});
describeAccountingAdapter('memory that cannot be searched and takes no receipts', {
  createHarness: () =>
    createMemoryHarness({
      capabilities: { reference: { ...reference, lookup: 'none' }, attachments: null, batchOutcome: 'all' },
    }),
});
