import { expect, test } from 'vitest';
import { amountsCanBeKept } from '../../src/bookkeeping/amount-rule.js';
import type { AccountingEntry } from '../../src/model/accounting-entry.js';
import { money } from '../../src/model/money.js';
import { entryOf, sampleItem } from './sample-item.js';

const rule = amountsCanBeKept({
  system: 'Abacus Books',
  decimalsOf: (currency) => (currency === 'KWD' ? 2 : undefined),
  problem: (code, message) => ({ code, message, reason: 'validation_failure', owner: 'bookkeeper' }),
});
const entry = entryOf(sampleItem());

test.each<readonly [name: string, changes: Partial<AccountingEntry>, found: readonly string[]]>([
  ['an ordinary amount passes', {}, []],
  ['a currency keeps the decimals it has', { amount: money('JPY', 1, 0) }, []],
  ['decimals that say nothing do not count', { amount: money('KWD', 12_340, 3) }, []],
  [
    'more decimals than are kept do',
    { amount: money('KWD', 12_345, 3) },
    ['too-precise: The entry contains the amount 12.345 KWD, and Abacus Books keeps 2 decimals of KWD.'],
  ],
  [
    'no amount may be negative',
    { amount: money('DKK', -1, 2) },
    ['negative: The entry contains the amount -0.01 DKK.'],
  ],
  ['an entry comes to something', { amount: money('DKK', 0, 2) }, ['nothing: The entry comes to 0.00 DKK.']],
  ['so do its lines', { lines: [] }, ['nothing: The entry comes to 0.00 DKK.']],
])('%s', (_name, changes, found) => {
  const problems = rule.validate({ ...entry, ...changes });
  expect(problems.map(({ code, message }) => `${code}: ${message}`)).toEqual(found);
});
