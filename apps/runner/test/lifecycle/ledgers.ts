import type { AdapterCapabilities } from '@ledgerferry/core';

/** Accounting systems that differ in what they help with. */
export const LEDGERS: Readonly<Record<string, Partial<AdapterCapabilities>>> = {
  'references that are unique': {
    reference: { maxLength: 100, alphabet: 'abcdef0123456789-/ijlnoprstuvyma', lookup: 'exact', unique: true },
  },
  'look-ups that lag': { lingerMs: 30_000, visibilityMs: 5_000 },
  'keys with a life': { repeat: { windowMs: 360_000, cachesErrors: false }, lingerMs: 30_000, visibilityMs: 5_000 },
};
