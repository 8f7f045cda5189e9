import journal from '@ledgerferry/adapter-journal';
import { defineAdapter, IntegrationError, type AccountingAdapter } from '@ledgerferry/core';

/** A plain-text ledger of the fourth class: it takes an entry, its answer is lost, and it can neither be asked nor recognise a repeat. */
export default defineAdapter({
  ...journal,
  name: 'speechless',
  create: (dependencies): AccountingAdapter => {
    const ledger = journal.create(dependencies);
    const { capabilities } = ledger;
    return {
      ...ledger,
      capabilities: { ...capabilities, reference: { ...capabilities.reference, lookup: 'none', unique: false } },
      post: async (call) => {
        await ledger.post(call);
        throw new IntegrationError('outcome-unknown', 'HTTP_CONNECTION_BROKEN', 'The connection to the ledger broke.');
      },
    };
  },
});
