import type { MemoryLedger } from '../../src/memory-ledger.js';
import type { BrokenAdapter } from './broken-adapter.js';

/** Adapters that write where they must only read. */
export const writingInReads: readonly BrokenAdapter[] = [
  {
    defect: 'tries out whether it may write',
    spoil: (adapter, { ledger }) => ({
      checkReadiness: () => {
        bookNote(ledger, 'connection test');
        return adapter.checkReadiness();
      },
    }),
    fails: 'checking readiness and loading facts change nothing',
    says: /must hold after it what it held before/,
  },
  {
    defect: 'makes contacts while it plans',
    spoil: (adapter, { ledger }) => ({
      plan: (entry, facts) => {
        bookNote(ledger, `contact of ${entry.accountingEntryId}`);
        return adapter.plan(entry, facts);
      },
    }),
    fails: 'planning and the rules change nothing',
    says: /Let plan and rules compute only/,
  },
  {
    defect: 'makes what it does not find',
    spoil: (adapter, { ledger }) => ({
      find: async (queries) => {
        const findings = await adapter.find(queries);
        for (const { status, key } of findings) if (status === 'absent') bookNote(ledger, `placeholder of ${key}`);
        return findings;
      },
    }),
    fails: 'looking up changes nothing, whether or not it finds',
    says: /Never create what find does not find/,
  },
  {
    defect: 'makes a folder for the receipts that it looks for',
    spoil: (adapter, { ledger }) => ({
      findAttachments: (target) => {
        bookNote(ledger, `folder of ${target.reference}`);
        return adapter.findAttachments(target);
      },
    }),
    fails: 'looking for receipts changes nothing',
    says: /Only read in findAttachments/,
  },
];

function bookNote(ledger: MemoryLedger, reference: string): void {
  ledger.book({ reference, recordType: 'note', state: 'live', summary: null, body: {} });
}
