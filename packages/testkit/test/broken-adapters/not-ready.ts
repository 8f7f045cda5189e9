import { randomUUID } from 'node:crypto';
import type { Readiness } from '@ledgerferry/core';
import type { BrokenAdapter } from './broken-adapter.js';

/** Adapters that say too much or too little of the system they post to. */
export const notReady: readonly BrokenAdapter[] = [
  {
    defect: 'has no name for its tenant',
    spoil: (adapter) => ({ checkReadiness: async () => ({ ...(await adapter.checkReadiness()), name: ' ' }) }),
    fails: 'names its tenant, by id and for people',
    says: /must name the tenant/,
  },
  {
    defect: 'takes its session for its tenant',
    spoil: (adapter) => {
      const tenant = randomUUID();
      return { checkReadiness: async () => ({ ...(await adapter.checkReadiness()), tenant }) };
    },
    fails: 'names the same tenant every time, also after a restart and a post',
    says: /tenant must never change/,
  },
  {
    defect: 'writes the closed period as people do',
    spoil: () => ({ loadReferenceData: async () => ({ closedThrough: '31.12.2025' }) }),
    fails: 'loads the same facts again, with the closed period as a day',
    says: /a day such as 2026-01-31, or null, but is '31\.12\.2025'/,
  },
  {
    defect: 'is ready once and for all',
    spoil: (adapter) => {
      let answer: Readiness | undefined;
      return { checkReadiness: async () => (answer ??= await adapter.checkReadiness()) };
    },
    fails: 'a ledger that is out of reach is not ready',
    says: /found: {4}the answer \{ tenant/,
  },
  {
    defect: 'knows of no closed period while the ledger is out of reach',
    spoil: (adapter) => ({
      loadReferenceData: () => adapter.loadReferenceData().catch(() => ({ closedThrough: null })),
    }),
    fails: 'facts that cannot be loaded are a failure, not other facts',
    says: /must throw, or know the same facts/,
  },
];
