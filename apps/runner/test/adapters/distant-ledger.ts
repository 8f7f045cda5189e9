import journal from '@ledgerferry/adapter-journal';
import { defineAdapter, IntegrationError, type AccountingAdapter } from '@ledgerferry/core';

/** A ledger that cannot be reached, and would have everybody wait seven seconds between attempts. It says how long it may be asked again. */
export default defineAdapter({
  ...journal,
  name: 'distant',
  create: ({ patienceMs, ...dependencies }): AccountingAdapter => {
    let asked = 0;
    return {
      ...journal.create(dependencies),
      checkReadiness: () => {
        asked += 1;
        const kind = patienceMs === undefined ? 'misconfigured' : 'transient';
        const message = `The ledger cannot be reached (asked ${asked} times, again within ${patienceMs} ms).`;
        return Promise.reject(new IntegrationError(kind, 'DISTANT', message, { retryAfterMs: 7_000 }));
      },
    };
  },
});
