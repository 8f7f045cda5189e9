import type { Finding, ItemUpdate, PostCall, PostOutcome, UpdateResult } from '@ledgerferry/core';
import type { Boundary } from '../world/boundary.js';
import type { Crossing } from '../world/simulated-process.js';
import type { FaultKind } from './fault-kind.js';

const isPost = ({ port, method }: Boundary): boolean => port === 'ledger' && method === 'post';

/** What a ledger does to some documents of a batch. */
export const BATCH_FAULTS: readonly FaultKind[] = [
  {
    id: 'row-refused',
    strikes: isPost,
    happen: ({ world, parameters, effect }) => {
      const [outgoing] = callOf(parameters).documents;
      if (outgoing) world.refuse(outgoing);
      return effect();
    },
  },
  {
    id: 'taken-in-other-words',
    strikes: isPost,
    // what has no unique references is never refused because of what it holds
    happen: async ({ world, effect }) => {
      const outcomes = (await effect()) as readonly PostOutcome[];
      return world.ledgerClass.capabilities.reference.unique ? outcomes.map(inOtherWords) : outcomes;
    },
  },
  answered('rows-reordered', (outcomes) => outcomes.toReversed()),
  answered('rows-missing', (outcomes) => outcomes.slice(1)),
  answered('row-unclear', ([first, ...others]) =>
    first ? [{ status: 'unknown', key: first.key, evidence: 'the answer is torn' }, ...others] : [],
  ),
];

/** What far ends say of some things they were asked about. */
export const ANSWER_FAULTS: readonly FaultKind[] = [
  {
    id: 'find-unclear',
    strikes: ({ port, method }) => port === 'ledger' && method === 'find',
    happen: async ({ effect }) =>
      ((await effect()) as readonly Finding[]).map(({ key }) => ({ status: 'unknown', key, evidence: 'it is busy' })),
  },
  {
    id: 'update-undecided',
    strikes: ({ port, method }) => port === 'pleo' && method === 'report',
    happen: async ({ parameters }) =>
      updatesOf(parameters).map(({ accountingEntryId }): UpdateResult => ({
        accountingEntryId,
        status: 'undecided',
        message: 'Pleo did not say',
      })),
  },
];

/** What the ledger then says, of nothing but what it holds. */
export const HELD_ALREADY = 'The bill is paid already.';

/** The ledger holds it, and names the first thing that it finds wrong with another one. */
function inOtherWords(outcome: PostOutcome): PostOutcome {
  if (outcome.status !== 'exists') return outcome;
  const problem = {
    code: 'PAID_ALREADY',
    reason: 'accounting_system_validation_failure',
    owner: 'bookkeeper',
    message: HELD_ALREADY,
  } as const;
  return { status: 'refused', key: outcome.key, problem };
}

/** The batch is booked; the answer is spoiled on its way. */
function answered(id: string, spoil: (outcomes: readonly PostOutcome[]) => readonly PostOutcome[]): FaultKind {
  return {
    id,
    strikes: isPost,
    happen: async ({ effect }: Crossing) => spoil((await effect()) as readonly PostOutcome[]),
  };
}

function updatesOf([, updates]: readonly unknown[]): readonly ItemUpdate[] {
  return updates as readonly ItemUpdate[];
}

function callOf([call]: readonly unknown[]): PostCall {
  return call as PostCall;
}
