import { IntegrationError, type AccountingAdapter, type AdapterCapabilities, type Finding } from '@ledgerferry/core';
import { memoryCapabilities } from '../src/memory-adapter.js';
import type { MemoryLedger } from '../src/memory-ledger.js';

/** An adapter with one thing wrong, and the behaviours that must notice. */
export interface BrokenAdapter {
  readonly defect: string;
  readonly capabilities?: Partial<AdapterCapabilities>;
  readonly spoil: (adapter: AccountingAdapter, ledger: MemoryLedger) => Partial<AccountingAdapter>;
  readonly noticedBy: readonly string[];
}

const absent = (key: string): Finding => ({ status: 'absent', key });

export const brokenAdapters: readonly BrokenAdapter[] = [
  {
    defect: 'answers absent when the ledger is out of reach',
    spoil: (adapter) => ({
      find: (queries) => adapter.find(queries).catch(() => queries.map((query) => absent(query.key))),
    }),
    noticedBy: [
      'a ledger that is out of reach is a failure, not an absence',
      'no error, outcome or finding shows a secret',
    ],
  },
  {
    defect: 'answers an empty list of receipts when the ledger is out of reach',
    spoil: (adapter) => ({ findAttachments: (target) => adapter.findAttachments(target).catch(() => []) }),
    noticedBy: ['receipts that cannot be looked up are a failure, not an empty list'],
  },
  {
    defect: 'finds by day and amount where the reference is not found',
    spoil: (adapter, ledger) => ({
      find: async (queries) => {
        const findings = await adapter.find(queries);
        return findings.map((finding): Finding => {
          const twin = ledger.documents()[0];
          if (finding.status !== 'absent' || !twin) return finding;
          const { externalId, summary } = twin;
          return { status: 'live', key: finding.key, externalId, externalUrl: null, summary, others: [] };
        });
      },
    }),
    noticedBy: [
      'an entry with the same day, amount and texts is not taken for another',
      'every query gets one finding, with its own key',
    ],
  },
  {
    defect: 'hides a duplicate',
    spoil: (adapter) => ({
      find: async (queries) => {
        const findings = await adapter.find(queries);
        return findings.map((finding) => ('others' in finding ? { ...finding, others: [] } : finding));
      },
    }),
    noticedBy: ['a document that is there twice is found with the other'],
  },
  {
    defect: 'throws where a document is refused',
    spoil: (adapter) => ({
      post: async (call) => {
        const outcomes = await adapter.post(call);
        const refused = outcomes.find((outcome) => outcome.status === 'refused');
        if (refused) throw new IntegrationError('item-rejected', 'BROKEN_REFUSED', 'The ledger refused the document.');
        return outcomes;
      },
    }),
    noticedBy: [
      'a refused document is an outcome with a problem, and is not in the ledger',
      'one refused document leaves the others of its batch booked',
    ],
  },
  {
    defect: 'posts again where references are declared unique',
    spoil: (adapter) => ({
      capabilities: { ...adapter.capabilities, reference: { ...memoryCapabilities.reference, unique: true } },
    }),
    noticedBy: ['a reference that is there already answers exists, and books nothing'],
  },
  {
    defect: 'books a draft as final',
    spoil: (adapter) => ({ plan: (entry, facts) => adapter.plan({ ...entry, posting: 'final' }, facts) }),
    noticedBy: ['a draft is a draft in the ledger', 'a final entry is found live, a draft as a draft'],
  },
  {
    defect: 'counts its plans into the body',
    spoil: (adapter) => {
      let count = 0;
      return {
        plan: (entry, facts) => {
          const plan = adapter.plan(entry, facts);
          return {
            ...plan,
            documents: plan.documents.map((document) => ({ ...document, body: { count: (count += 1) } })),
          };
        },
      };
    },
    noticedBy: [
      'plans the same documents for the same entry, and changes neither entry nor facts',
      'a draft is a draft in the ledger',
      'a final entry is found live, a draft as a draft',
    ],
  },
  {
    defect: 'attaches every receipt twice',
    spoil: (adapter) => ({
      attach: async (call) => {
        await adapter.attach(call);
        return adapter.attach(call);
      },
    }),
    noticedBy: [
      'a receipt hangs on its document once, whole',
      'receipts are found under the names and ids they were given',
    ],
  },
  {
    defect: 'shows its token in an error',
    spoil: (adapter) => ({
      checkReadiness: () =>
        adapter.checkReadiness().catch(() => {
          throw new IntegrationError('transient', 'BROKEN_UNREACHABLE', 'GET /me with Bearer memory-token failed.');
        }),
    }),
    noticedBy: ['no error, outcome or finding shows a secret'],
  },
];
