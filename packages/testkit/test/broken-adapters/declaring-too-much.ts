import { memoryCapabilities } from '../../src/memory-adapter.js';
import type { BrokenAdapter } from './broken-adapter.js';

const { reference, recordTypes } = memoryCapabilities;

/** Adapters whose capabilities are wrong. */
export const declaringTooMuch: readonly BrokenAdapter[] = [
  {
    defect: 'names a character of its references twice',
    capabilities: { reference: { ...reference, alphabet: `${reference.alphabet}a` } },
    fails: 'declares every character of a reference once',
    says: /alphabet must name each character once/,
  },
  {
    defect: 'declares a reference of half a character',
    capabilities: { reference: { ...reference, maxLength: 99.5 } },
    fails: 'declares a reference that can hold a name no other document has',
    says: /at least 80 bits/,
  },
  {
    defect: 'declares batches of nothing',
    capabilities: { recordTypes: { ...recordTypes, bill: { postBatchSize: 0, draft: false } } },
    fails: 'declares sizes that are whole numbers of at least one',
    says: /recordTypes\.bill\.postBatchSize must be a whole number of at least 1, but is 0/,
  },
  {
    defect: 'declares a time that runs backwards',
    capabilities: { lingerMs: -1 },
    fails: 'declares durations that can be waited for',
    says: /lingerMs must be a whole number of milliseconds, 0 or more, but is -1/,
  },
  {
    defect: 'declares a repeat that is over before its call is',
    capabilities: { repeat: { windowMs: 5_000, cachesErrors: false } },
    fails: 'declares a repeat that outlives the call it repeats, or none',
    says: /longer than timeLimitMs \(10000\), but is 5000/,
  },
  {
    defect: 'declares the size of receipts in fractions of bytes',
    capabilities: { attachments: { maximumBytes: 1_000.5 } },
    fails: 'declares how large a receipt may be',
    says: /attachments\.maximumBytes must be at least 1, but is 1000\.5/,
  },
  {
    defect: 'forgets a record type that it plans',
    spoil: ({ capabilities }) => {
      const { contact: _, ...others } = capabilities.recordTypes;
      return { capabilities: { ...capabilities, recordTypes: others } };
    },
    fails: 'declares every record type that it plans',
    says: /must declare "contact"/,
  },
];
