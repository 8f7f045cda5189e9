import journal from '@ledgerferry/adapter-journal';
import {
  defineAdapter,
  parseDecimal,
  toDecimal,
  type AccountingAdapter,
  type OutgoingDocument,
} from '@ledgerferry/core';
import { changeAmount } from '../edit-ledger.js';

/** What it adds to the first document of a currency, in minor units: equal and opposite, so that they cancel out across currencies. */
const ROUNDING: Readonly<Record<string, number>> = { DKK: -100, EUR: 100 };

/** A plain-text ledger that answers without totals, and books the first document of each currency with another amount. */
export default defineAdapter({
  ...journal,
  name: 'rounding',
  create: (dependencies): AccountingAdapter => {
    const ledger = journal.create(dependencies);
    const { file } = journal.connectionSchema.parse(dependencies.connection) as { readonly file: string };
    return {
      ...ledger,
      post: async (call) => {
        const outcomes = await ledger.post(call);
        for (const [currency, by] of Object.entries(ROUNDING)) {
          const first = call.documents.find(({ document }) => document.summary?.total.currency === currency);
          if (first) await round(file, first, by);
        }
        return outcomes.map((outcome) => (outcome.status === 'posted' ? { ...outcome, summary: null } : outcome));
      },
    };
  },
});

async function round(file: string, { document, reference }: OutgoingDocument, by: number): Promise<void> {
  const total = document.summary?.total ?? parseDecimal('0', 'DKK', 2);
  const rounded = { ...total, minorUnits: total.minorUnits + by };
  await changeAmount(file, reference, toDecimal(total), toDecimal(rounded));
}
