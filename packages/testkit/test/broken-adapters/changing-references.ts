import type { DocumentQuery, Finding } from '@ledgerferry/core';
import { memoryCapabilities } from '../../src/memory-adapter.js';
import type { MemoryDocument } from '../../src/memory-ledger.js';
import { changingCalls, type BrokenAdapter } from './broken-adapter.js';

const { reference } = memoryCapabilities;
const FIELD_LENGTH = 60;

/** Adapters that do not take references as they are. */
export const changingReferences: readonly BrokenAdapter[] = [
  {
    defect: 'cuts long references off, and looks for what is left',
    spoil: (adapter) => ({
      ...changingCalls(adapter, (call) => ({
        ...call,
        documents: call.documents.map((outgoing) => ({
          ...outgoing,
          reference: outgoing.reference.slice(0, FIELD_LENGTH),
        })),
      })),
      find: (queries) =>
        adapter.find(queries.map((query) => (query.reference.length < reference.maxLength ? query : cutOff(query)))),
    }),
    fails: 'a reference of full length is kept whole',
    says: /must keep a reference of 100 characters/,
  },
  {
    defect: 'cannot ask for long references',
    spoil: (adapter) => ({
      find: async (queries) => {
        const findings = await adapter.find(queries);
        return findings.map((finding, place): Finding => {
          const isLong = (queries[place]?.reference.length ?? 0) > FIELD_LENGTH;
          return isLong ? { status: 'absent', key: finding.key } : finding;
        });
      },
    }),
    fails: 'a reference of full length is found',
    says: /must find a reference of 100 characters/,
  },
  {
    defect: 'asks for what begins with the reference',
    spoil: (adapter, { ledger }) => ({
      find: async (queries) =>
        findInstead(await adapter.find(queries), queries, ledger.documents(), (held, query) =>
          held.reference.startsWith(query.reference),
        ),
    }),
    fails: 'the beginning of a reference is another reference',
    says: /Ask for equality/,
  },
  {
    defect: 'ignores case',
    capabilities: { reference: { ...reference, alphabet: `${reference.alphabet}ABCDEFGHIJKLMNOPQRSTUVWXYZ` } },
    spoil: (adapter, { ledger }) => ({
      find: async (queries) =>
        findInstead(
          await adapter.find(queries),
          queries,
          ledger.documents(),
          (held, query) => held.reference.toLowerCase() === query.reference.toLowerCase(),
        ),
    }),
    fails: 'the same letters in another case are another reference',
    says: /Where the system ignores case, leave one case out/,
  },
  {
    defect: 'finds by day and amount where the reference is not found',
    spoil: (adapter, { ledger }) => ({
      find: async (queries) => {
        const [only, ...others] = ledger.documents().filter(({ summary }) => summary !== null);
        const findings = await adapter.find(queries);
        if (!only || others.length > 0) return findings;
        return findInstead(
          findings,
          queries,
          [only],
          (held, query) => query.reference === query.key && held.summary?.date === query.date,
        );
      },
    }),
    fails: 'an entry with the same day, amount and texts is not taken for another',
    says: /two coffees of one day are two entries/,
  },
];

function cutOff(query: DocumentQuery): DocumentQuery {
  return { ...query, reference: query.reference.slice(0, FIELD_LENGTH) };
}

/** What is absent, found by another likeness. */
function findInstead(
  findings: readonly Finding[],
  queries: readonly DocumentQuery[],
  held: readonly MemoryDocument[],
  isAlike: (held: MemoryDocument, query: DocumentQuery) => boolean,
): readonly Finding[] {
  return findings.map((finding): Finding => {
    const query = queries.find(({ key }) => key === finding.key);
    const like = query && held.find((document) => isAlike(document, query));
    if (finding.status !== 'absent' || !like) return finding;
    const { externalId, summary } = like;
    return { status: 'live', key: finding.key, externalId, externalUrl: null, summary, others: [] };
  });
}
