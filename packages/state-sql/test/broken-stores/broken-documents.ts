import type { Intent, StateStore, StoredDocument } from '@ledgerferry/core';
import { changingRecordings, changingResults, type BrokenStore } from './broken-store.js';

/** Stores that do not keep what becomes of documents. */
export const brokenDocuments: readonly BrokenStore[] = [
  {
    defect: 'notes when a call was planned, not when it is sent at the latest',
    spoil: (store) => ({ intend: (lease, intent) => store.intend(lease, { ...intent, sentBefore: intent.at }) }),
    fails: 'knows a document as intended as soon as its call is written down',
  },
  {
    defect: 'forgets what the ledger booked',
    spoil: (store) => ({
      documents: async (companyId, entries, tenant) =>
        (await store.documents(companyId, entries, tenant)).map((document) => ({ ...document, booked: null })),
    }),
    fails: 'keeps what the ledger answered, amounts to the last unit',
  },
  {
    defect: 'keeps no reasons',
    spoil: (store) => changingResults(store, (result) => ({ ...result, reason: null })),
    fails: 'keeps why a document was refused or parked',
  },
  {
    defect: 'takes what has a result for doubtful',
    spoil: (store) => ({
      documentsInDoubt: async (jobId) => {
        const items = await store.items(jobId);
        const ids = items.map(({ accountingEntryId }) => accountingEntryId);
        return (await store.documents('company-1', ids)).filter(({ state }) => state !== 'planned');
      },
    }),
    fails: 'lists what a job has in doubt: intended, and without a result',
  },
  {
    defect: 'keeps the old reason of a document that is intended anew',
    spoil: (store) => {
      const reasons = new Map<string, string | null>();
      return {
        record: async (lease, recording) => {
          await store.record(lease, recording);
          for (const { key, reason } of recording.documents) reasons.set(key, reason);
        },
        ...changingDocuments(store, (document) => ({
          ...document,
          reason: reasons.get(document.key) ?? document.reason,
        })),
      };
    },
    fails: 'gives a document a new generation and forgets the result of the one before',
  },
  {
    defect: 'takes the generation of the last intent',
    spoil: (store) => {
      const generations = new Map<string, number>();
      return {
        intend: async (lease, intent) => {
          await store.intend(lease, intent);
          for (const { key, generation } of intent.documents) generations.set(key, generation);
        },
        ...changingDocuments(store, (document) => ({
          ...document,
          generation: generations.get(document.key) ?? document.generation,
        })),
      };
    },
    fails: 'lowers no generation',
  },
  {
    defect: 'hands its own memory out',
    spoil: (store) => {
      let memory = new Map<string, Promise<readonly StoredDocument[]>>();
      const forgetting =
        <Arguments extends readonly unknown[]>(write: (...given: Arguments) => Promise<void>) =>
        (...given: Arguments) => {
          memory = new Map();
          return write(...given);
        };
      return {
        intend: forgetting((lease, intent) => store.intend(lease, intent)),
        record: forgetting((lease, recording) => store.record(lease, recording)),
        documents: (...asked) => {
          const known = memory.get(JSON.stringify(asked)) ?? store.documents(...asked);
          memory.set(JSON.stringify(asked), known);
          return known;
        },
      };
    },
    fails: 'keeps what it was given, whatever becomes of that afterwards',
  },
  {
    defect: 'forgets the documents of earlier jobs',
    spoil: (store) => {
      const last = new Map<string, { readonly jobId: string; readonly tenant: string }>();
      return {
        openJob: (lease, job) => {
          last.set(job.companyId, job);
          return store.openJob(lease, job);
        },
        documents: async (companyId, ids, tenant) => {
          const job = last.get(companyId);
          const documents = await store.documents(companyId, ids, tenant);
          return documents.filter((each) => each.tenant !== job?.tenant || each.jobId === job.jobId);
        },
      };
    },
    fails: 'knows the documents of an entry in every later job',
  },
  {
    defect: 'takes no entries for all',
    spoil: (store) => {
      const entries = new Set<string>();
      return {
        intend: (lease, intent) => {
          for (const { accountingEntryId } of intent.documents) entries.add(accountingEntryId ?? '');
          return store.intend(lease, intent);
        },
        documents: (companyId, ids, tenant) => store.documents(companyId, ids.length > 0 ? ids : [...entries], tenant),
      };
    },
    fails: 'gives only the documents of the entries asked for',
  },
  {
    defect: 'takes every document for a prerequisite',
    spoil: (store) => ({
      prerequisites: async (companyId, tenant) => [
        ...(await store.prerequisites(companyId, tenant)),
        ...(await store.documents(companyId, ['entry-1'], tenant)),
      ],
    }),
    fails: 'keeps prerequisites apart from the documents of entries',
  },
  {
    defect: 'does not ask which organisation a document was sent to',
    spoil: (store) => ({ documents: (companyId, ids) => store.documents(companyId, ids) }),
    fails: 'keeps documents apart where a company was moved to another organisation',
  },
  {
    defect: 'knows a document by its key alone',
    spoil: (store) => {
      const states = new Map<string, StoredDocument['state']>();
      return {
        intend: async (lease, intent) => {
          await store.intend(lease, intent);
          for (const { key, state } of intent.documents) if (state === 'intended') states.set(key, state);
        },
        record: async (lease, recording) => {
          await store.record(lease, recording);
          for (const { key, state } of recording.documents) states.set(key, state);
        },
        ...changingDocuments(store, (document) => ({ ...document, state: states.get(document.key) ?? document.state })),
      };
    },
    fails: 'keeps documents of one key apart where two companies have them',
  },
  {
    defect: 'learns nothing of documents that it did not intend',
    spoil: (store) => {
      const intended = new Set<string>();
      return {
        intend: (lease, intent) => {
          for (const { key } of intent.documents) intended.add(key);
          return store.intend(lease, intent);
        },
        ...changingRecordings(store, (recording) =>
          recording.source === 'look-up'
            ? { ...recording, documents: recording.documents.filter(({ key }) => intended.has(key)) }
            : recording,
        ),
      };
    },
    fails: 'keeps what was learned of a document that no intent is known of',
  },
  {
    defect: 'leaves planned documents out',
    spoil: (store) => ({
      intend: (lease, intent) =>
        store.intend(lease, { ...intent, documents: intent.documents.filter(({ state }) => state === 'intended') }),
    }),
    fails: 'notes the documents that later calls will write as planned',
  },
  {
    defect: 'plans a document again that it has intended',
    spoil: (store) => {
      const known = new Set<string>();
      return {
        intend: (lease, intent) => {
          const documents = intent.documents.map((document) =>
            known.has(document.key) ? { ...document, state: 'intended' as const } : document,
          );
          for (const { key } of documents) known.add(key);
          return store.intend(lease, { ...intent, documents });
        },
      };
    },
    fails: 'lowers no document to planned',
  },
  {
    defect: 'records outcomes in a commit of their own',
    spoil: (store) => {
      const intended = new Set<string>();
      return {
        intend: (lease, intent) => {
          for (const { key } of intent.documents) intended.add(key);
          return store.intend(lease, intent);
        },
        record: async (lease, recording) => {
          if (!recording.documents.every(({ key }) => intended.has(key))) return store.record(lease, recording);
          await store.record(lease, { ...recording, outcomes: [] });
          await store.record(lease, { ...recording, documents: [] });
        },
      };
    },
    fails: 'refuses the outcome of an entry that was never enlisted, with all that was to be recorded with it',
  },
  {
    defect: 'lets calls that share a commit fail together',
    spoil: (store) => ({ intend: sharingCommits((...call) => store.intend(...call)) }),
    fails: 'answers calls made at the same time each for itself: one that fails spoils no other',
  },
];

function changingDocuments(store: StateStore, change: (document: StoredDocument) => StoredDocument) {
  return {
    documents: async (...asked: Parameters<StateStore['documents']>) => (await store.documents(...asked)).map(change),
  };
}

/** Gathers the calls of a moment, and lets all of them wait for all. */
function sharingCommits(intend: StateStore['intend']): StateStore['intend'] {
  let gathered: Promise<void>[] = [];
  return async (...call: [Parameters<StateStore['intend']>[0], Intent]) => {
    const shared = gathered;
    const sent = intend(...call);
    sent.catch(() => undefined);
    shared.push(sent);
    await new Promise((resolve) => setImmediate(resolve));
    gathered = [];
    await Promise.all(shared);
  };
}
