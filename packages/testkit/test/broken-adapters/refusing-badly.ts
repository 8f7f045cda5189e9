import { IntegrationError, type AccountingAdapter, type PostOutcome, type Problem } from '@ledgerferry/core';
import { changingOutcomes, type BrokenAdapter } from './broken-adapter.js';

/** Adapters that do not say properly what the ledger refuses. */
export const refusingBadly: readonly BrokenAdapter[] = [
  {
    defect: 'throws where a document is refused',
    spoil: (adapter) =>
      changingOutcomes(adapter, (outcomes) => {
        if (outcomes.length === 1 && outcomes[0]?.status === 'refused')
          throw new IntegrationError('item-rejected', 'BROKEN_REFUSED', 'The ledger refused the document.');
        return outcomes;
      }),
    fails: 'a refused document is an outcome, not an error',
    says: /must be the outcome "refused", but post threw "item-rejected" with code BROKEN_REFUSED/,
  },
  {
    defect: 'keeps a refused document as a draft',
    spoil: (adapter, { ledger }) =>
      changingOutcomes(adapter, (outcomes, { documents }) => {
        const [first] = documents;
        if (first && outcomes.length === 1 && outcomes[0]?.status === 'refused')
          ledger.book({ ...first.document, reference: first.reference, state: 'draft' });
        return outcomes;
      }),
    fails: 'a refused document is not in the ledger',
    says: /must not be in the ledger[\s\S]*state: 'draft'/,
  },
  {
    defect: 'passes the number of the vendor on as a code',
    spoil: (adapter) => changingProblems(adapter, (problem) => ({ ...problem, code: '4711' })),
    fails: 'a refusal has a stable code',
    says: /upper case with a prefix, such as XERO_PERIOD_LOCKED, but is '4711'/,
  },
  {
    defect: 'makes a reason up',
    spoil: (adapter) => changingProblems(adapter, (problem) => Object.assign({}, problem, { reason: 'period_closed' })),
    fails: 'a refusal has a reason that Pleo knows',
    says: /ITEM_FAILURE_REASON_TYPES\), but is 'period_closed'/,
  },
  {
    defect: 'blames the vendor',
    spoil: (adapter) => changingProblems(adapter, (problem) => Object.assign({}, problem, { owner: 'vendor' })),
    fails: 'a refusal names who can put it right',
    says: /bookkeeper, administrator, ledgerferry, but is 'vendor'/,
  },
  {
    defect: 'passes the answer of the vendor on as a message',
    spoil: (adapter) =>
      changingProblems(adapter, (problem) => ({ ...problem, message: 'Refused: {"Type":"ValidationException"}.' })),
    fails: 'a refusal says in a sentence what to do',
    says: /must be in a bookkeeper's words/,
  },
  {
    defect: 'remembers whom it refused',
    spoil: (adapter) => {
      const refused = new Map<string, PostOutcome>();
      return {
        post: async (call) => {
          const known = call.documents.map(({ reference }) => refused.get(reference)).find(Boolean);
          if (known) return [known];
          const outcomes = await adapter.post(call);
          const reference = call.documents[0]?.reference ?? '';
          for (const outcome of outcomes) if (outcome.status === 'refused') refused.set(reference, outcome);
          return outcomes;
        },
      };
    },
    fails: 'an entry is booked once what was wrong has been corrected',
    says: /Keep no memory of refusals/,
  },
];

function changingProblems(adapter: AccountingAdapter, change: (problem: Problem) => Problem) {
  return changingOutcomes(adapter, (outcomes) =>
    outcomes.map((outcome) =>
      outcome.status === 'refused' ? { ...outcome, problem: change(outcome.problem) } : outcome,
    ),
  );
}
