import { money } from '@ledgerferry/core';
import { buildAccountingEntry } from '../src/build-accounting-entry.js';
import { describeValidator } from '../src/validator-suite/describe-validator.js';

describeValidator('a rule of krone entries', {
  createValidator: () => ({
    name: 'currency is DKK',
    validate: ({ amount }) =>
      amount.currency === 'DKK'
        ? []
        : [
            {
              code: 'NOT_KRONER',
              reason: 'validation_failure',
              owner: 'bookkeeper',
              message: `These books are kept in DKK, not ${amount.currency}.`,
            },
          ],
  }),
  passing: [buildAccountingEntry()],
  failing: [buildAccountingEntry({ amount: money('EUR', 100, 2) })],
});
