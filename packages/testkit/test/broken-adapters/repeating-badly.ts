import { randomUUID } from 'node:crypto';
import type { PostOutcome } from '@ledgerferry/core';
import { memoryCapabilities } from '../../src/memory-adapter.js';
import { changingCalls, changingOutcomes, refusedAs, type BrokenAdapter } from './broken-adapter.js';

const { reference } = memoryCapabilities;
const recognising = { repeat: { windowMs: 60_000, cachesErrors: false } };
const unique = { reference: { ...reference, unique: true } };

/** Adapters that are not ready to be asked twice. */
export const repeatingBadly: readonly BrokenAdapter[] = [
  {
    defect: 'sends a new request key with every attempt, and answers what it answered before',
    capabilities: recognising,
    spoil: (adapter) => {
      const answered = new Map<string, readonly PostOutcome[]>();
      return {
        post: async (call) => {
          const before = answered.get(call.requestKey);
          const requestKey = before ? `${call.requestKey}-${randomUUID()}` : call.requestKey;
          const outcomes = await adapter.post({ ...call, requestKey });
          answered.set(call.requestKey, before ?? outcomes);
          return before ?? outcomes;
        },
      };
    },
    fails: 'a repeat under the same request key books nothing',
    says: /a repeat must book nothing[\s\S]*found: {4}2[\s\S]*Send call\.requestKey/,
  },
  {
    defect: 'answers a repeat otherwise',
    capabilities: recognising,
    spoil: (adapter) => {
      const seen = new Set<string>();
      return changingOutcomes(adapter, (outcomes, { requestKey }) => {
        if (seen.has(requestKey)) return outcomes.map(({ key }) => ({ status: 'exists', key }));
        seen.add(requestKey);
        return outcomes;
      });
    },
    fails: 'a repeat under the same request key answers the same',
    says: /must answer the same/,
  },
  {
    defect: 'lets each process have request keys of its own',
    capabilities: recognising,
    spoil: (adapter) => {
      const process = randomUUID();
      return changingCalls(adapter, (call) => ({ ...call, requestKey: `${process} ${call.requestKey}` }));
    },
    fails: 'a repeat is recognised after a restart',
    says: /whichever adapter sends it/,
  },
  {
    defect: 'answers an old error again',
    spoil: (adapter) => {
      const errors = new Map<string, unknown>();
      return {
        post: async (call) => {
          if (errors.has(call.requestKey)) throw errors.get(call.requestKey);
          return adapter.post(call).catch((error: unknown) => {
            errors.set(call.requestKey, error);
            throw error;
          });
        },
      };
    },
    fails: 'a call that was refused for the moment succeeds when it is sent again',
    says: /MEMORY_THROTTLED[\s\S]*Keep no error under a request key/,
  },
  {
    defect: 'only warns of a reference that is there',
    spoil: (adapter, { ledger }) => ({
      capabilities: { ...adapter.capabilities, ...unique },
      post: async (call) => {
        const held = new Set(ledger.documents().map((document) => document.reference));
        const outcomes = await adapter.post(call);
        return outcomes.map((outcome) => {
          const outgoing = call.documents.find(({ document }) => document.key === outcome.key);
          return outgoing && held.has(outgoing.reference) ? { status: 'exists', key: outcome.key } : outcome;
        });
      },
    }),
    fails: 'a reference that is there already books nothing',
    says: /the ledger must hold one[\s\S]*declare reference\.unique: false/,
  },
  {
    defect: 'takes a duplicate for a refusal',
    capabilities: unique,
    spoil: (adapter) =>
      changingOutcomes(adapter, (outcomes, { documents }) =>
        outcomes.map((outcome) =>
          outcome.status === 'exists' && documents[0]?.document.summary
            ? refusedAs(outcome.key, 'The number is taken: choose another.')
            : outcome,
        ),
      ),
    fails: 'a reference that is there already is the outcome "exists"',
    says: /must be the outcome "exists"[\s\S]*"refused" would fail an entry that is booked/,
  },
  {
    defect: 'makes a contact again',
    spoil: (adapter, { ledger }) =>
      changingOutcomes(adapter, (outcomes, { documents }) => {
        for (const { document, reference } of documents)
          if (outcomes.some(({ key, status }) => key === document.key && status === 'exists'))
            ledger.book({ ...document, reference, state: 'live' });
        return outcomes;
      }),
    fails: 'a prerequisite that is there already is not made again',
    says: /prerequisite\/contact\/acme cloud ltd must be in the ledger once/,
  },
];
