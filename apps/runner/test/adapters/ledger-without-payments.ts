import journal from '@ledgerferry/adapter-journal';
import {
  defineAdapter,
  errorsOf,
  type AccountingAdapter,
  type ErrorCatalogue,
  type PostOutcome,
} from '@ledgerferry/core';

const ERRORS = {
  ACME_PAYMENTS_LOCKED: {
    meaning: 'The payments journal is locked.',
    kind: 'item-rejected',
    itemReason: 'accounting_system_validation_failure',
    owner: 'bookkeeper',
    fix: 'Unlock the payments journal, then export the entry again.',
  },
} as const satisfies ErrorCatalogue;

/** A plain-text ledger that refuses payments, with an error catalogue of its own as a partner's adapter has. */
export default defineAdapter({
  ...journal,
  name: 'without-payments',
  errors: ERRORS,
  create: (dependencies): AccountingAdapter => {
    const ledger = journal.create(dependencies);
    return {
      ...ledger,
      post: async (call) => {
        const taken = call.documents.filter(({ document }) => document.role !== 'payment');
        const refused = call.documents.filter(({ document }) => document.role === 'payment');
        const outcomes = taken.length > 0 ? await ledger.post({ ...call, documents: taken }) : [];
        return [...outcomes, ...refused.map(({ document }) => refusal(document.key))];
      },
    };
  },
});

function refusal(key: string): PostOutcome {
  const problem = errorsOf(ERRORS).problem('ACME_PAYMENTS_LOCKED', 'The ledger takes no payments today.');
  return { status: 'refused', key, problem };
}
