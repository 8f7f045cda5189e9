import type { PostCall, PostOutcome } from '@ledgerferry/core';
import { changingOutcomes, refusedAs, textOf, type BrokenAdapter } from './broken-adapter.js';

/** Adapters that mix the documents of a call up. */
export const answeringBatchesWrongly: readonly BrokenAdapter[] = [
  {
    defect: 'leaves the last outcome out',
    spoil: (adapter) =>
      changingOutcomes(adapter, (outcomes) => (areThreePosted(outcomes) ? outcomes.slice(0, -1) : outcomes)),
    fails: 'every document of a call has one outcome, under its key',
    says: /must answer one outcome for each document/,
  },
  {
    defect: 'sends the last document of a batch twice',
    spoil: (adapter, { ledger }) =>
      changingOutcomes(adapter, (outcomes, { documents }) => {
        const last = documents.at(-1);
        if (last && areThreePosted(outcomes))
          ledger.book({ ...last.document, reference: last.reference, state: 'live' });
        return outcomes;
      }),
    fails: 'every document of a call is in the ledger once',
    says: /must be in the ledger once/,
  },
  {
    defect: 'matches ids to documents by the order in which they come back',
    spoil: (adapter) =>
      changingOutcomes(adapter, (outcomes) => {
        if (!areThreePosted(outcomes)) return outcomes;
        const ids = outcomes.map((outcome) => (outcome.status === 'posted' ? outcome.externalId : '')).toReversed();
        return outcomes.map((outcome, place) => Object.assign({}, outcome, { externalId: ids[place] }));
      }),
    fails: 'every outcome carries the id of its own document',
    says: /must carry the id of its own document/,
  },
  {
    defect: 'declares fifty and sends forty',
    spoil: (adapter) => ({
      post: async (call) => {
        const sent = await adapter.post({ ...call, documents: call.documents.slice(0, 40) });
        const unsent = call.documents.slice(40).map(({ document }) => document.key);
        return [...sent, ...unsent.map((key) => ({ status: 'unknown', key, evidence: 'too many' }) as const)];
      },
    }),
    fails: 'a full batch is taken',
    says: /A batch of 50 must be posted whole[\s\S]*expected: 50\n {2}found: {4}40/,
  },
  {
    defect: 'gives a whole batch up for one document',
    spoil: (adapter) => ({
      post: async (call) => {
        const isSpoiled = call.documents.some(({ document }) => textOf(document).includes('refuses this'));
        if (call.documents.length === 1 || !isSpoiled) return adapter.post(call);
        return call.documents.map(({ document }) => refusedAs(document.key, 'The batch was refused as a whole.'));
      },
    }),
    fails: 'one refused document leaves the others of its batch booked',
    says: /A refusal must concern its own document alone/,
  },
  {
    defect: 'remembers only the call that it sent last',
    capabilities: { maximumInFlight: 4 },
    spoil: (adapter) => {
      let last: PostCall | undefined;
      return {
        post: async (call) => {
          last = call;
          const outcomes = await adapter.post(call);
          return outcomes.map((outcome, place) => ({ ...outcome, key: last?.documents[place]?.document.key ?? '' }));
        },
      };
    },
    fails: 'calls that run side by side are answered each for itself',
    says: /Keep what belongs to a call in variables of that call/,
  },
];

function areThreePosted(outcomes: readonly PostOutcome[]): boolean {
  return outcomes.length === 3 && outcomes.every(({ status }) => status === 'posted');
}
