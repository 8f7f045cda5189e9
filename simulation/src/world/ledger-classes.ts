import type { AdapterCapabilities } from '@ledgerferry/core';
import { memoryCapabilities } from '@ledgerferry/testkit';

/** An accounting system, by what it helps with. */
export interface LedgerClass {
  /** Short, for cases and tables. */
  readonly id: LedgerClassId;
  /** What it stands for, for people. */
  readonly name: string;
  readonly capabilities: AdapterCapabilities;
  /** Kinds of fault that nobody can survive here without a duplicate. */
  readonly cannotSurvive: readonly string[];
}

export type LedgerClassId = 'key' | 'external-id' | 'lag' | 'nothing';

const LINGER_MS = 30_000;
const VISIBILITY_MS = 5_000;

/** Batches of five, so that a small job has several calls; two in flight, so that they overlap. */
const common: AdapterCapabilities = {
  ...memoryCapabilities,
  lingerMs: LINGER_MS,
  findBatchSize: 5,
  maximumInFlight: 2,
  recordTypes: Object.fromEntries(
    Object.entries(memoryCapabilities.recordTypes).map(([name, type]) => [
      name,
      { ...type, postBatchSize: name === 'contact' ? 1 : 5 },
    ]),
  ),
};

/** The four classes of accounting system that the protocol tells apart. */
export const LEDGER_CLASSES: readonly LedgerClass[] = [
  {
    id: 'key',
    name: 'a key with a life',
    capabilities: { ...common, repeat: { windowMs: 360_000, cachesErrors: false }, visibilityMs: VISIBILITY_MS },
    cannotSurvive: [],
  },
  {
    // an adapter creates and never upserts, so that nothing a person changed is overwritten: a repeat is refused
    id: 'external-id',
    name: 'an external id that is unique',
    capabilities: { ...common, reference: { ...common.reference, unique: true } },
    cannotSurvive: [],
  },
  {
    id: 'lag',
    name: 'look-up with a lag',
    capabilities: { ...common, reference: { ...common.reference, lookup: 'scan' }, visibilityMs: VISIBILITY_MS },
    cannotSurvive: [],
  },
  {
    id: 'nothing',
    name: 'nothing at all',
    capabilities: { ...common, reference: { ...common.reference, lookup: 'none' }, attachments: null },
    // the state is all there is: an older one cannot know of what was sent since, and nobody else can be asked
    cannotSurvive: ['commits-lost', 'store-restored'],
  },
];

/** @throws where there is no such class. */
export function ledgerClass(id: string): LedgerClass {
  const found = LEDGER_CLASSES.find((known) => known.id === id);
  if (!found) throw new Error(`There is no class of ledger "${id}": ${LEDGER_CLASSES.map((known) => known.id).join()}`);
  return found;
}
